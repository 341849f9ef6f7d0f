/**
 * Orders, account, portfolio and reconciler as they are, on one thread, under a virtual clock, in
 * an order a seed decides, against a broker that means no good.
 */
@NullMarked
package io.arduinotrader.trading.simulation;

import org.jspecify.annotations.NullMarked;
