/** The simulated broker behind a socket, and the ways it can be told to misbehave. */
@NullMarked
package io.arduinotrader.trading.broker.server;

import org.jspecify.annotations.NullMarked;
