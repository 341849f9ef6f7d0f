package io.arduinotrader.protocol.portfolio;

import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A portfolio's whole state, to start from instead of the first event. All lists are sorted, so
 * that equal states are equal snapshots.
 *
 * @param deposits deposits booked so far
 * @param fills executions booked so far
 * @param corrections corrections applied so far
 * @param released intents that have ended and can reserve nothing any more
 * @param flowSinceMark deposits less withdrawals since the last marked day, base currency
 */
public record PortfolioSnapshot(
    List<PortfolioView.Position> positions,
    List<Money> cash,
    List<PortfolioView.Reservation> reservations,
    List<BookedDeposit> deposits,
    List<FillId> fills,
    List<String> corrections,
    List<IntentId> released,
    List<DayValues.DayValue> dayValues,
    Money flowSinceMark,
    Optional<Instant> lastChanged) {

  /** A deposit and its amount, so that the same id with another amount is noticed. */
  public record BookedDeposit(DepositId id, Money amount) {}
}
