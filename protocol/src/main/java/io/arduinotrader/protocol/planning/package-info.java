/** What the planning pool and its plans are asked, answer, remember and show. */
@NullMarked
package io.arduinotrader.protocol.planning;

import org.jspecify.annotations.NullMarked;
