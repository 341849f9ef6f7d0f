package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.constraints.Limit;

/**
 * A target that cannot be reached, and what was aimed at instead.
 *
 * @param limit {@link Limit.ExpectedReturn} or {@link Limit.Risk}
 */
public record Clip(Limit limit, double asked, double used) {}
