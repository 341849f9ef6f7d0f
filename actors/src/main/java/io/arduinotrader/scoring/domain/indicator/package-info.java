/**
 * Raw figures measured from the prices of one security: growth, risk, averages, oscillators.
 *
 * <p>Every function reads its arguments only. Prices are {@code double[]} oldest first; what cannot
 * be computed is an empty {@link java.util.OptionalDouble}, never zero and never NaN. Start with
 * {@link io.arduinotrader.scoring.domain.indicator.BarSeries}.
 */
@NullMarked
package io.arduinotrader.scoring.domain.indicator;

import org.jspecify.annotations.NullMarked;
