/** The trading service: orders on their way into the house and their state on the way out. */
@NullMarked
package io.arduinotrader.gateway.trading;

import org.jspecify.annotations.NullMarked;
