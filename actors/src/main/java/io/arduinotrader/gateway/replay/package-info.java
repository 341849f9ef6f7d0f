/** The edge of looking back. */
@NullMarked
package io.arduinotrader.gateway.replay;

import org.jspecify.annotations.NullMarked;
