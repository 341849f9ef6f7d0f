/**
 * The rules of trading, free of actors, storage and clocks: how an order lives, what an account may
 * do, what it costs. Start with {@link io.arduinotrader.trading.domain.OrderLifecycle} and {@link
 * io.arduinotrader.trading.domain.SafetyChecks}.
 */
@NullMarked
package io.arduinotrader.trading.domain;

import org.jspecify.annotations.NullMarked;
