/** The scoring service: how good securities and the portfolio look, now and in the past. */
@NullMarked
package io.arduinotrader.gateway.scoring;

import org.jspecify.annotations.NullMarked;
