/**
 * The portfolio as a whole: how well it is spread, what it yields, how good it is, cash included.
 */
@NullMarked
package io.arduinotrader.scoring.domain.portfolio;

import org.jspecify.annotations.NullMarked;
