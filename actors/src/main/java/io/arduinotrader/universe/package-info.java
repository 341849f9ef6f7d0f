/**
 * The universe: which securities there are, what is known about each, and the desks that bring
 * market data in and hand them out. Start reading at {@link io.arduinotrader.universe.FeedDesk};
 * the rules are in {@code domain}, the sources of data in {@code feed}.
 */
@NullMarked
package io.arduinotrader.universe;

import org.jspecify.annotations.NullMarked;
