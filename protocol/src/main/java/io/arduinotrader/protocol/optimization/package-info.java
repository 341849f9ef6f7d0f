/** What the optimization pool is asked and answers. */
@NullMarked
package io.arduinotrader.protocol.optimization;

import org.jspecify.annotations.NullMarked;
