package io.arduinotrader.protocol.replay;

import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.vocab.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account after a number of events.
 *
 * @param position the place in the journal of the last event within, zero before the first
 * @param at when that event happened, empty before the first
 * @param portfolio the bookings
 * @param stateHash names exactly the state of the bookings
 * @param openOrders orders that had not ended, oldest first
 */
public record ReplayedState(
    long position,
    Optional<Instant> at,
    PortfolioView portfolio,
    Digest stateHash,
    List<OrderView> openOrders) {}
