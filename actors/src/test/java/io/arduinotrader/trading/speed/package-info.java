/** How fast orders are, with everything that makes them slow: a journal on a disk and a broker. */
@NullMarked
package io.arduinotrader.trading.speed;

import org.jspecify.annotations.NullMarked;
