/** Shows orders, accounts, portfolio and broker at work together, without a cluster. */
@NullMarked
package io.arduinotrader.trading;

import org.jspecify.annotations.NullMarked;
