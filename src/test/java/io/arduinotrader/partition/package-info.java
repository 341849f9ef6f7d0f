/** Boards in networks of their own, and a cable between them that is cut in every way there is. */
@NullMarked
package io.arduinotrader.partition;

import org.jspecify.annotations.NullMarked;
