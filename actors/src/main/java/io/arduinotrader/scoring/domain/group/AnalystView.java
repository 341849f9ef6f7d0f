package io.arduinotrader.scoring.domain.group;

import java.util.OptionalDouble;

/**
 * What analysts say about a security.
 *
 * @param recommendation 0 for a strong sell to 1 for a strong buy
 * @param targetUpside mean price target above the price, as a fraction
 */
public record AnalystView(OptionalDouble recommendation, OptionalDouble targetUpside) {}
