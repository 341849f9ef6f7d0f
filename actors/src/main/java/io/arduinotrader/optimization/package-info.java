/** Optimization: the desk that gathers what weights depend on, and the workers that find them. */
@NullMarked
package io.arduinotrader.optimization;

import org.jspecify.annotations.NullMarked;
