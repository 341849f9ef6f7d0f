/**
 * How good a portfolio is: one function for what is held, for every sequence and for every
 * scenario.
 */
@NullMarked
package io.arduinotrader.planning.domain.objective;

import org.jspecify.annotations.NullMarked;
