/**
 * Where securities, prices, company figures and exchange rates come from. Start reading at {@link
 * io.arduinotrader.universe.feed.PriceFeed}; there is one adapter for files and one that invents a
 * market.
 */
@NullMarked
package io.arduinotrader.universe.feed;

import org.jspecify.annotations.NullMarked;
