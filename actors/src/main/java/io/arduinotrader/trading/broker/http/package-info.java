/** A broker that is called over HTTP: what is said on the line, and the one who says it. */
@NullMarked
package io.arduinotrader.trading.broker.http;

import org.jspecify.annotations.NullMarked;
