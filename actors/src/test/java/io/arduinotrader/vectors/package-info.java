/** Reads files of worked examples and compares what the code computes with them. */
@NullMarked
package io.arduinotrader.vectors;

import org.jspecify.annotations.NullMarked;
