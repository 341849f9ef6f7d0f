package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import java.time.Instant;
import java.util.List;

/**
 * The whole memory of an account's trading rules, to start from instead of the first event. All
 * lists are in a fixed order, so that equal states are equal snapshots.
 *
 * @param settled the last intents that have ended, oldest first
 * @param admittedAt when intents were admitted, oldest first, as far back as the limits look
 * @param fills the last executions that were noted, oldest first
 * @param haltCauses the last orders that halted their security, oldest first
 * @param drifts differences to the broker's books, ordered by subject
 * @param mode whether orders may reach a broker outside the house
 */
public record TradingSnapshot(
    List<TradingView.OpenIntent> open,
    List<TradingView.LastTrade> lastTraded,
    List<Instant> admittedAt,
    List<IntentId> settled,
    List<FillId> fills,
    Halts halts,
    List<IntentId> haltCauses,
    List<TradingView.OpenDrift> drifts,
    TradingMode mode) {}
