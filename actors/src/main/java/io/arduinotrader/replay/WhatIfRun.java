package io.arduinotrader.replay;

import io.arduinotrader.persistence.readmodel.StoredEvent;
import io.arduinotrader.portfolio.StateHash;
import io.arduinotrader.portfolio.domain.Decision;
import io.arduinotrader.portfolio.domain.PortfolioRules;
import io.arduinotrader.portfolio.domain.PortfolioState;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.replay.ReplayQuery.Range;
import io.arduinotrader.protocol.replay.ReplayedState;
import io.arduinotrader.protocol.replay.WhatIfChanges;
import io.arduinotrader.protocol.replay.WhatIfOutcome;
import io.arduinotrader.protocol.replay.WhatIfOutcome.RefusedOrder;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs recorded orders again under other conditions. Deposits and an operator's corrections happen
 * as they did; an order that was admitted is judged again by the limits that would have held, and
 * by whether the account could have paid for it or had the shares. Not thread safe.
 */
final class WhatIfRun {

  /** More would not fit into an answer, and nobody reads so many. */
  private static final int MOST_NAMED = 500;

  private final Journal journal;
  private final Range range;
  private final OtherFills fills;
  private final OtherLimits limits;
  private final Map<IntentId, Refusal> refused = new HashMap<>();
  private final Set<IntentId> refusedOrders = new HashSet<>();
  private final List<RefusedOrder> inOrder = new ArrayList<>();
  private final Set<IntentId> executed = new HashSet<>();
  private final WhatIfLedger ledger = new WhatIfLedger();
  private final AccountReplay recorded;
  private PortfolioState changed;

  /**
   * A run that has not begun.
   *
   * @param range the part of the journal that is run again
   */
  WhatIfRun(Journal journal, AccountId account, Range range, WhatIfChanges changes) {
    this.journal = journal;
    this.range = range;
    this.fills = new OtherFills(changes);
    this.limits = new OtherLimits(changes.limits());
    this.recorded = new AccountReplay(journal, account);
    this.changed = PortfolioState.empty(account);
  }

  /**
   * Runs the whole history once.
   *
   * @throws BrokenRecordException when the record is not what was written
   */
  WhatIfOutcome run() {
    journal.each(
        0,
        range.after(),
        stored -> {
          before(stored);
          return recorded.add(stored);
        });
    changed = recorded.portfolio();
    journal.each(
        range.after(),
        range.upTo(),
        stored -> {
          within(Journal.readable(stored));
          return recorded.add(stored);
        });
    ReplayedState end = recorded.state();
    ReplayedState other =
        new ReplayedState(
            end.position(), end.at(), OtherFills.view(changed), StateHash.of(changed), List.of());
    return ledger.outcome(end, other, executed.size(), refusedOrders.size(), List.copyOf(inOrder));
  }

  /** What happened before counts in the limits and gives the first prices. */
  private void before(StoredEvent stored) {
    if (stored instanceof StoredEvent.Legible readable) {
      switch (readable.link().event()) {
        case TradingEvent.IntentAdmitted admitted -> limits.counted(admitted);
        case PortfolioEvent.FillBooked booked -> {
          limits.traded(booked.fill());
          ledger.priced(booked.fill());
        }
        default -> {}
      }
    }
  }

  private void within(StoredEvent.Legible stored) {
    switch (stored.link().event()) {
      case PortfolioEvent.DepositBooked deposit -> changed = changed.apply(deposit);
      case PortfolioEvent.PositionsCorrected correction -> changed = changed.apply(correction);
      case PortfolioEvent.CashCorrected correction -> changed = changed.apply(correction);
      case PortfolioEvent.PositionCorrected correction when isKnown(correction) ->
          changed = changed.apply(correction);
      case PortfolioEvent.ReservationReleased released when isReserved(released.intent()) ->
          changed = changed.apply(released);
      case TradingEvent.IntentAdmitted admitted ->
          limits.admit(admitted).ifPresent(no -> refused.put(admitted.intent(), no));
      case PortfolioEvent.FillBooked booked -> booked(booked);
      // reservations and marks follow from what is run again
      default -> {}
    }
  }

  /** Whether what remains of a position here, where others were executed, can be corrected. */
  private boolean isKnown(PortfolioEvent.PositionCorrected correction) {
    return correction.basis().isPresent()
        || OtherFills.view(changed).position(correction.isin()).isPresent();
  }

  /** Whether the intent had set something aside before anything was different. */
  private boolean isReserved(IntentId intent) {
    return OtherFills.view(changed).reservations().stream()
        .anyMatch(reservation -> reservation.intent().equals(intent));
  }

  private void booked(PortfolioEvent.FillBooked booked) {
    Fill fill = booked.fill();
    ledger.priced(fill);
    boolean isFirst = executed.add(fill.intent());
    Fill other = fills.of(fill, isFirst, recorded.portfolio(), changed);
    if (isFirst && !refused.containsKey(fill.intent())) {
      judge(other)
          .ifPresent(
              no -> {
                refused.put(fill.intent(), no);
                limits.withdrawn(fill.intent());
              });
    }
    Optional<Refusal> no = Optional.ofNullable(refused.get(fill.intent())).or(() -> shares(other));
    if (no.isPresent()) {
      refused.put(fill.intent(), no.get());
      note(fill, no.get());
      ledger.left(fill);
    } else {
      changed = changed.apply(new PortfolioEvent.FillBooked(other, booked.at()));
      limits.traded(other);
      ledger.made(fill, other);
    }
  }

  /** Whether an order could have been paid or delivered, by the same rule as any other order. */
  private Optional<Refusal> judge(Fill fill) {
    Quantity wanted = wanted(fill);
    Money value = Money.rounded(fill.rate().toBase(fill.price().times(wanted)), Currency.EUR);
    return limits
        .size(value)
        .or(
            () ->
                switch (PortfolioRules.decide(changed, reserve(fill), fill.executedAt())) {
                  case Decision.Refused no -> Optional.of(no.refusal());
                  case Decision.Events events -> Optional.empty();
                });
  }

  private static PortfolioRequest.Reserve reserve(Fill fill) {
    Money cost =
        fill.side() == Side.BUY ? OtherFills.cost(fill) : Money.zero(fill.price().currency());
    return new PortfolioRequest.Reserve(
        fill.intent(), fill.side(), fill.isin(), fill.symbol(), fill.quantity(), cost, fill.rate());
  }

  /** Shares that an earlier refusal kept out cannot be sold later. */
  private Optional<Refusal> shares(Fill fill) {
    if (fill.side() == Side.BUY) {
      return Optional.empty();
    }
    return switch (PortfolioRules.decide(
        changed, new PortfolioRequest.BookFill(fill), fill.executedAt())) {
      case Decision.Refused no -> Optional.of(no.refusal());
      case Decision.Events events -> Optional.empty();
    };
  }

  private Quantity wanted(Fill fill) {
    return journal
        .first(AccountStreams.order(fill.intent().value()))
        .map(first -> first.link().event())
        .filter(OrderEvent.IntentRecorded.class::isInstance)
        .map(event -> ((OrderEvent.IntentRecorded) event).intent().quantity())
        .orElse(fill.quantity());
  }

  private void note(Fill fill, Refusal refusal) {
    if (refusedOrders.add(fill.intent()) && inOrder.size() < MOST_NAMED) {
      inOrder.add(
          new RefusedOrder(fill.intent(), fill.symbol(), fill.side(), wanted(fill), refusal));
    }
  }
}
