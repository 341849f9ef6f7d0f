/** What the trading cycle is asked, answers, remembers and shows. */
@NullMarked
package io.arduinotrader.protocol.cycle;

import org.jspecify.annotations.NullMarked;
