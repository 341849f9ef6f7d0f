package io.arduinotrader.trading;

import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.calendar.MarketClock;
import io.arduinotrader.trading.domain.BrokerCapabilities;
import io.arduinotrader.trading.domain.OrderLifecycle;
import io.arduinotrader.trading.domain.TradingRules;
import java.time.Duration;

/**
 * What orders and accounts work with.
 *
 * @param watch what is known of securities and their prices
 * @param broker what the broker can do
 * @param line the way to the broker
 * @param lookupEvery how long to wait between lookups of an order nobody knows of
 * @param budget how long one answer of another room may take
 * @param patience how long after a wish its order may still be judged without anybody waiting
 * @param fillWait how long the caller of an order the broker has is kept waiting for its execution
 */
public record TradingSetup(
    Rooms rooms,
    MarketClock clock,
    MarketWatch watch,
    TradingRules rules,
    BrokerCapabilities broker,
    BrokerLine line,
    OrderLifecycle.Resending resending,
    Duration lookupEvery,
    Duration budget,
    Duration patience,
    Duration fillWait) {

  TradingBriefing briefing() {
    return new TradingBriefing(rooms, clock, watch, broker, budget);
  }
}
