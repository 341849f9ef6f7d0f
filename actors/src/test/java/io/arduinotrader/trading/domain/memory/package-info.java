/** Tests of what the trading rules remember. */
@NullMarked
package io.arduinotrader.trading.domain.memory;

import org.jspecify.annotations.NullMarked;
