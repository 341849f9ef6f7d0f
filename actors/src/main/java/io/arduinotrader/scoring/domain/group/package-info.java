/**
 * From raw figures to scores between 0 and 1: parts, the groups they form, and the editions of the
 * formulas.
 *
 * <p>Scorers map one figure, groups combine parts. What a missing figure does is decided by {@link
 * io.arduinotrader.scoring.domain.group.ScoringRules} in one place.
 */
@NullMarked
package io.arduinotrader.scoring.domain.group;

import org.jspecify.annotations.NullMarked;
