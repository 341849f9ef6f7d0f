/** Shows what the rules of trading do, without actors, storage and clocks. */
@NullMarked
package io.arduinotrader.trading.domain;

import org.jspecify.annotations.NullMarked;
