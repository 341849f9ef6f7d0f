/**
 * The rules of the universe: what may be in it, which prices cannot be true, and the figures of a
 * security's market. Pure functions of their arguments.
 */
@NullMarked
package io.arduinotrader.universe.domain;

import org.jspecify.annotations.NullMarked;
