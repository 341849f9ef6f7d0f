/** Target weights: bounds, hierarchical risk parity, projection, blending, drift. */
@NullMarked
package io.arduinotrader.optimization.domain.weights;

import org.jspecify.annotations.NullMarked;
