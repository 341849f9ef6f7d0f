/** The optimization service: target weights, distances from them, and cutting orders up. */
@NullMarked
package io.arduinotrader.gateway.optimization;

import org.jspecify.annotations.NullMarked;
