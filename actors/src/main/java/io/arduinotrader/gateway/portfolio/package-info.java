/** The portfolio service: what is held, what it is worth, how it did, and corrections of it. */
@NullMarked
package io.arduinotrader.gateway.portfolio;

import org.jspecify.annotations.NullMarked;
