package io.arduinotrader.optimization.domain.pipeline;

import io.arduinotrader.optimization.domain.allocation.Certificate;

/**
 * A programme that had a part in the result.
 *
 * @param name what it was best at, for a person
 */
public record Solved(String name, Certificate certificate) {}
