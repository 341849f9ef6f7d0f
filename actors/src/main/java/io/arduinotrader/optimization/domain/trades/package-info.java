/** From target weights to trades in whole lots after costs, and from orders to slices. */
@NullMarked
package io.arduinotrader.optimization.domain.trades;

import org.jspecify.annotations.NullMarked;
