/** The pure rules of the trading cycle: what follows from what, without time, actors or I/O. */
@NullMarked
package io.arduinotrader.gateway.cycle.domain;

import org.jspecify.annotations.NullMarked;
