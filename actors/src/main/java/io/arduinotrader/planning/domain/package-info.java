/** From target weights to trades: whole lots, real costs, sells first; pure functions only. */
@NullMarked
package io.arduinotrader.planning.domain;

import org.jspecify.annotations.NullMarked;
