/**
 * Where orders leave the house: the port every broker is behind, the desk that owns it, and a
 * simulated broker with a book of its own. Start with {@link
 * io.arduinotrader.trading.broker.BrokerPort}.
 */
@NullMarked
package io.arduinotrader.trading.broker;

import org.jspecify.annotations.NullMarked;
