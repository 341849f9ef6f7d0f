/**
 * What makes a security look good or bad: pure functions from prices and company figures to a score
 * between 0 and 1 with its explanation.
 *
 * <p>Higher always means more of what the name says. Start with {@link
 * io.arduinotrader.scoring.domain.SecurityScorer}; raw figures come from the package {@code
 * indicator}.
 */
@NullMarked
package io.arduinotrader.scoring.domain;

import org.jspecify.annotations.NullMarked;
