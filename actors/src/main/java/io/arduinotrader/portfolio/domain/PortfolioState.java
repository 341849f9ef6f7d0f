package io.arduinotrader.portfolio.domain;

import io.arduinotrader.protocol.portfolio.DayValues;
import io.arduinotrader.protocol.portfolio.DayValues.DayValue;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.DepositBooked;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.FillBooked;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.FundsReserved;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.PositionsCorrected;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.ReservationReleased;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.SharesReserved;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.ValueMarked;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.portfolio.PortfolioView.Reservation;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The books of one account after some events. Events are facts: applying them decides nothing, but
 * a history that cannot have happened is refused, because money must not be computed from it.
 *
 * @param lastChanged when the last deposit, fill or correction happened
 */
public record PortfolioState(
    AccountId account,
    Holdings holdings,
    CashBook cash,
    Reservations reservations,
    Known known,
    DayMarks marks,
    Optional<Instant> lastChanged) {

  /** The books before the first event. */
  public static PortfolioState empty(AccountId account) {
    return new PortfolioState(
        account,
        Holdings.NONE,
        CashBook.EMPTY,
        Reservations.NONE,
        Known.NOTHING,
        DayMarks.NONE,
        Optional.empty());
  }

  /**
   * The books after an event.
   *
   * @throws IllegalStateException when the event cannot follow the events so far: something is
   *     booked twice, more is set aside than is there, more is sold than is held, or a mark lies
   *     before the last one or holds flows that were not booked
   */
  public PortfolioState apply(PortfolioEvent event) {
    return switch (event) {
      case DepositBooked deposit -> after(deposit);
      case FundsReserved funds -> after(funds);
      case SharesReserved shares -> after(shares);
      case ReservationReleased released -> after(released);
      case FillBooked booked -> after(booked);
      case PositionsCorrected correction -> after(correction);
      case PortfolioEvent.PositionCorrected correction -> after(correction);
      case PortfolioEvent.CashCorrected correction -> after(correction);
      case ValueMarked mark -> after(mark);
    };
  }

  /**
   * What callers may see.
   *
   * @param head the hash of the last event's link
   * @param events how many events made the state
   */
  public PortfolioView view(Digest head, long events) {
    return new PortfolioView(
        account,
        events,
        head,
        holdings.positions().values().stream()
            .sorted(Comparator.comparing(Position::symbol).thenComparing(Position::isin))
            .toList(),
        List.copyOf(cash.balances().values()),
        List.copyOf(reservations.byIntent().values()),
        lastChanged);
  }

  /** The days marked since a day, with the view they belong to. */
  public DayValues dayValues(LocalDate since, PortfolioView view) {
    return new DayValues(
        view,
        marks.values().stream().filter(value -> !value.day().isBefore(since)).toList(),
        marks.flowSinceMark());
  }

  private PortfolioState after(DepositBooked event) {
    require(!known.deposits().containsKey(event.id()), "booked twice", event);
    return new PortfolioState(
        account,
        holdings,
        cash.plus(List.of(event.amount())),
        reservations,
        known.withDeposit(event.id(), event.amount()),
        marks.afterFlow(event.amount()),
        Optional.of(event.at()));
  }

  private PortfolioState after(FundsReserved event) {
    require(!reservations.isOpen(event.intent()), "reserved twice", event);
    require(!known.released().contains(event.intent()), "reserved after its end", event);
    PortfolioState next =
        with(
            reservations.with(
                new Reservation(
                    event.intent(), Side.BUY, event.isin(), event.quantity(), event.amounts())));
    for (Money amount : event.amounts()) {
      require(
          amount.signum() > 0
              && !cash.balance(amount.currency())
                  .isLessThan(next.reservations.cash(amount.currency())),
          "more set aside than is there",
          event);
    }
    return next;
  }

  private PortfolioState after(SharesReserved event) {
    require(!reservations.isOpen(event.intent()), "reserved twice", event);
    require(!known.released().contains(event.intent()), "reserved after its end", event);
    PortfolioState next =
        with(
            reservations.with(
                new Reservation(
                    event.intent(), Side.SELL, event.isin(), event.quantity(), List.of())));
    require(
        next.reservations.shares(event.isin()).compareTo(holdings.quantity(event.isin())) <= 0,
        "more set aside than is held",
        event);
    return next;
  }

  private PortfolioState after(ReservationReleased event) {
    require(!known.released().contains(event.intent()), "released twice", event);
    return new PortfolioState(
        account,
        holdings,
        cash,
        reservations.without(event.intent()),
        known.withReleased(event.intent()),
        marks,
        lastChanged);
  }

  private PortfolioState after(FillBooked event) {
    require(event.fill().account().equals(account), "another account's", event);
    require(!known.fills().contains(event.fill().id()), "booked twice", event);
    require(
        event.fill().side() == Side.BUY
            || event.fill().quantity().compareTo(holdings.quantity(event.fill().isin())) <= 0,
        "more sold than held",
        event);
    return new PortfolioState(
        account,
        holdings.after(event.fill()),
        cash.plus(CashBook.movesOf(event.fill())),
        reservations.after(event.fill()),
        known.withFill(event.fill().id()),
        marks,
        Optional.of(event.at()));
  }

  private PortfolioState after(PositionsCorrected event) {
    require(!known.corrections().contains(event.correctionId()), "corrected twice", event);
    return new PortfolioState(
        account,
        holdings.corrected(event.holdings(), event.at()),
        cash,
        reservations,
        known.withCorrection(event.correctionId()),
        marks,
        Optional.of(event.at()));
  }

  private PortfolioState after(PortfolioEvent.PositionCorrected event) {
    require(!known.corrections().contains(event.correctionId()), "corrected twice", event);
    require(
        event.basis().isPresent() || holdings.position(event.isin()).isPresent(),
        "corrected without anything known of it",
        event);
    return new PortfolioState(
        account,
        holdings.corrected(event),
        cash,
        reservations,
        known.withCorrection(event.correctionId()),
        marks,
        Optional.of(event.at()));
  }

  private PortfolioState after(PortfolioEvent.CashCorrected event) {
    require(!known.corrections().contains(event.correctionId()), "corrected twice", event);
    return new PortfolioState(
        account,
        holdings,
        cash.plus(List.of(event.amount())),
        reservations,
        known.withCorrection(event.correctionId()),
        marks,
        Optional.of(event.at()));
  }

  private PortfolioState after(ValueMarked event) {
    require(
        marks.last().filter(last -> last.day().isAfter(event.day())).isEmpty(),
        "marked before the last mark",
        event);
    require(
        !marks.netFlowOf(event.day()).isLessThan(event.netFlow()),
        "marked with flows that were not booked",
        event);
    return new PortfolioState(
        account,
        holdings,
        cash,
        reservations,
        known,
        marks.marked(new DayValue(event.day(), event.total(), event.cash(), event.netFlow())),
        lastChanged);
  }

  private PortfolioState with(Reservations next) {
    return new PortfolioState(account, holdings, cash, next, known, marks, lastChanged);
  }

  private static void require(boolean possible, String otherwise, PortfolioEvent event) {
    if (!possible) {
      throw new IllegalStateException("a history that cannot be, " + otherwise + ": " + event);
    }
  }
}
