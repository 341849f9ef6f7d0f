/** Shows what the simulated broker and the desk in front of brokers do. */
@NullMarked
package io.arduinotrader.trading.broker;

import org.jspecify.annotations.NullMarked;
