/** Expected returns: from the past, from the market, and corrected by views. */
@NullMarked
package io.arduinotrader.optimization.domain.views;

import org.jspecify.annotations.NullMarked;
