/** Shows how plans are briefed, made and kept. */
@NullMarked
package io.arduinotrader.planning;

import org.jspecify.annotations.NullMarked;
