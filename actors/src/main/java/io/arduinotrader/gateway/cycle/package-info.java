/**
 * The trading cycle: one process per account that syncs, scores, optimizes, plans and executes, and
 * takes up after a crash where it was.
 */
@NullMarked
package io.arduinotrader.gateway.cycle;

import org.jspecify.annotations.NullMarked;
