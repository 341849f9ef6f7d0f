package io.arduinotrader.portfolio.domain;

import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ids of everything booked so far, which make a repeat harmless however late it comes.
 *
 * @param deposits with their amounts, to notice the same id with another amount
 * @param released intents that have ended
 */
record Known(
    SortedMap<DepositId, Money> deposits,
    GrowingSet<FillId> fills,
    GrowingSet<String> corrections,
    GrowingSet<IntentId> released) {

  static final Known NOTHING =
      new Known(
          Collections.emptySortedMap(), GrowingSet.empty(), GrowingSet.empty(), GrowingSet.empty());

  Known withDeposit(DepositId id, Money amount) {
    SortedMap<DepositId, Money> next = new TreeMap<>(deposits);
    next.put(id, amount);
    return new Known(Collections.unmodifiableSortedMap(next), fills, corrections, released);
  }

  Known withFill(FillId id) {
    return new Known(deposits, fills.plus(id), corrections, released);
  }

  Known withCorrection(String id) {
    return new Known(deposits, fills, corrections.plus(id), released);
  }

  Known withReleased(IntentId intent) {
    return new Known(deposits, fills, corrections, released.plus(intent));
  }
}
