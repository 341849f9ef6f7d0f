/** The universe service: which securities there are, what they cost, and bringing data in. */
@NullMarked
package io.arduinotrader.gateway.universe;

import org.jspecify.annotations.NullMarked;
