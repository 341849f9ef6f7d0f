package io.arduinotrader.optimization.domain.pipeline;

import io.arduinotrader.optimization.domain.allocation.Aim;

/**
 * What is wanted of the worst days.
 *
 * @param confidence share of days that are not among them, 0 to 1
 * @param aim the least risk, or how much of it and of return
 */
public record TailAim(double confidence, Aim aim) {}
