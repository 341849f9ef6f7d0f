/**
 * The mathematics of allocation, in three steps: {@code returns} estimates how prices move
 * together, {@code weights} finds target weights within bounds, {@code trades} turns weights into
 * whole lots and slices. Every function is pure; data that allow no answer give a typed outcome,
 * never an exception and never another answer than asked for.
 */
@NullMarked
package io.arduinotrader.optimization.domain;

import org.jspecify.annotations.NullMarked;
