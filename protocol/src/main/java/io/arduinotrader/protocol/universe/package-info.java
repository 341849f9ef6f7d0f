/** What the universe, its securities and the market data are asked, answer, remember and show. */
@NullMarked
package io.arduinotrader.protocol.universe;

import org.jspecify.annotations.NullMarked;
