package io.arduinotrader.portfolio.domain;

import io.arduinotrader.protocol.portfolio.PortfolioSnapshot;
import io.arduinotrader.protocol.portfolio.PortfolioSnapshot.BookedDeposit;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Money;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The plain form of the books for the snapshot store, and the way back. */
public final class Snapshots {

  private Snapshots() {}

  /** Everything the state consists of but the account, which is the stream's name. */
  public static PortfolioSnapshot of(PortfolioState state) {
    return new PortfolioSnapshot(
        List.copyOf(state.holdings().positions().values()),
        List.copyOf(state.cash().balances().values()),
        List.copyOf(state.reservations().byIntent().values()),
        state.known().deposits().entrySet().stream()
            .map(deposit -> new BookedDeposit(deposit.getKey(), deposit.getValue()))
            .toList(),
        state.known().fills().sorted(),
        state.known().corrections().sorted(),
        state.known().released().sorted(),
        state.marks().values(),
        state.marks().flowSinceMark(),
        state.lastChanged());
  }

  /** The state a snapshot was taken of. */
  public static PortfolioState state(AccountId account, PortfolioSnapshot snapshot) {
    SortedMap<DepositId, Money> deposits = new TreeMap<>();
    snapshot.deposits().forEach(deposit -> deposits.put(deposit.id(), deposit.amount()));
    return new PortfolioState(
        account,
        Holdings.of(snapshot.positions()),
        CashBook.of(snapshot.cash()),
        Reservations.of(snapshot.reservations()),
        new Known(
            Collections.unmodifiableSortedMap(deposits),
            GrowingSet.of(snapshot.fills()),
            GrowingSet.of(snapshot.corrections()),
            GrowingSet.of(snapshot.released())),
        new DayMarks(snapshot.dayValues(), snapshot.flowSinceMark()),
        snapshot.lastChanged());
  }
}
