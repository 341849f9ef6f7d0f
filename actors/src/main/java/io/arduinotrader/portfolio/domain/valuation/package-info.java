/**
 * What the books are worth at given prices, how that changed from day to day, and the name of the
 * state plans are made for. Pure functions and immutable values.
 */
@NullMarked
package io.arduinotrader.portfolio.domain.valuation;

import org.jspecify.annotations.NullMarked;
