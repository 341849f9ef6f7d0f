/** The one way to target weights: an objective, estimates and limits in, a typed answer out. */
@NullMarked
package io.arduinotrader.optimization.domain.allocation;

import org.jspecify.annotations.NullMarked;
