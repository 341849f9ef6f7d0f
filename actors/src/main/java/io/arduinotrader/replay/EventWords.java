package io.arduinotrader.replay;

import io.arduinotrader.persistence.readmodel.StoredEvent;
import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.replay.TradeEvent;
import io.arduinotrader.protocol.replay.TradeEvent.Trade;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The events of an account's books, rules and cycles in words. */
final class EventWords {

  private EventWords() {}

  /** An event of any stream of an account but its orders. */
  static TradeEvent of(StoredEvent.Legible stored) {
    return switch (stored.link().event()) {
      case PortfolioEvent event -> portfolio(stored, event);
      case TradingEvent event -> trading(stored, event);
      case CycleEvent event ->
          event(stored, event.at(), text(event), Optional.empty(), cash(event));
      default -> throw new IllegalStateException("no event of an account: " + stored);
    };
  }

  /** What every event says, and what it is about. */
  static TradeEvent event(
      StoredEvent.Legible stored,
      Instant at,
      String text,
      Optional<Trade> trade,
      List<Money> cash) {
    return new TradeEvent(
        stored.position(),
        stored.stream(),
        stored.sequenceNumber(),
        stored.link().hash(),
        at,
        kind(stored.manifest()),
        text,
        trade,
        List.copyOf(cash));
  }

  /** What an execution is about. */
  static Trade trade(Fill fill) {
    return new Trade(
        fill.intent(),
        Optional.of(fill.order()),
        Optional.of(fill.id()),
        Optional.of(fill.isin()),
        Optional.of(fill.symbol()),
        Optional.of(fill.side()),
        Optional.of(fill.quantity()),
        Optional.of(fill.price()),
        Optional.of(fill.commission()));
  }

  /** The manifest without the number of its form. */
  private static String kind(String manifest) {
    int form = manifest.lastIndexOf(".v");
    return form < 0 ? manifest : manifest.substring(0, form);
  }

  private static TradeEvent portfolio(StoredEvent.Legible stored, PortfolioEvent event) {
    return switch (event) {
      case PortfolioEvent.DepositBooked deposit ->
          event(
              stored,
              deposit.at(),
              "%s came in".formatted(deposit.amount()),
              Optional.empty(),
              List.of(deposit.amount()));
      case PortfolioEvent.FundsReserved funds ->
          event(
              stored,
              funds.at(),
              "%s set aside for %s shares".formatted(sum(funds.amounts()), funds.quantity()),
              Optional.of(
                  new Trade(
                      funds.intent(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of(funds.isin()),
                      Optional.empty(),
                      Optional.of(Side.BUY),
                      Optional.of(funds.quantity()),
                      Optional.empty(),
                      Optional.empty())),
              funds.amounts());
      case PortfolioEvent.SharesReserved shares ->
          event(
              stored,
              shares.at(),
              "%s shares set aside".formatted(shares.quantity()),
              Optional.of(
                  new Trade(
                      shares.intent(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of(shares.isin()),
                      Optional.empty(),
                      Optional.of(Side.SELL),
                      Optional.of(shares.quantity()),
                      Optional.empty(),
                      Optional.empty())),
              List.of());
      case PortfolioEvent.ReservationReleased released ->
          event(
              stored,
              released.at(),
              "what was left set aside is free again",
              Optional.of(about(released.intent())),
              List.of());
      case PortfolioEvent.FillBooked booked ->
          event(
              stored,
              booked.at(),
              "booked: " + OrderWords.filled(booked.fill()),
              Optional.of(trade(booked.fill())),
              moves(booked.fill()));
      case PortfolioEvent.PositionsCorrected corrected ->
          event(
              stored,
              corrected.at(),
              "%d positions stated by an operator: %s"
                  .formatted(corrected.holdings().size(), corrected.reason()),
              Optional.empty(),
              List.of());
      case PortfolioEvent.PositionCorrected corrected ->
          event(
              stored, corrected.at(), OrderWords.corrected(corrected), Optional.empty(), List.of());
      case PortfolioEvent.CashCorrected corrected ->
          event(
              stored,
              corrected.at(),
              OrderWords.corrected(corrected),
              Optional.empty(),
              List.of(corrected.amount()));
      case PortfolioEvent.ValueMarked mark ->
          event(
              stored,
              mark.at(),
              "worth %s on %s".formatted(mark.total(), mark.day()),
              Optional.empty(),
              List.of());
    };
  }

  private static TradeEvent trading(StoredEvent.Legible stored, TradingEvent event) {
    return switch (event) {
      case TradingEvent.IntentAdmitted admitted ->
          event(
              stored,
              admitted.at(),
              "counts as open",
              Optional.of(about(admitted.intent(), admitted.isin(), admitted.side())),
              List.of());
      case TradingEvent.AdmissionWithdrawn withdrawn ->
          event(
              stored,
              withdrawn.at(),
              "does not count: nothing could be set aside",
              Optional.of(about(withdrawn.intent())),
              List.of());
      case TradingEvent.FillNoted noted ->
          event(
              stored,
              noted.at(),
              "cooldown and hold begin again",
              Optional.of(about(noted.intent(), noted.isin(), noted.side())),
              List.of());
      case TradingEvent.IntentSettled settled ->
          event(
              stored,
              settled.at(),
              "open no longer",
              Optional.of(about(settled.intent())),
              List.of());
      case TradingEvent.DriftEvent drift ->
          event(stored, drift.at(), OrderWords.drift(drift), Optional.empty(), List.of());
      case TradingEvent.ModeEvent mode ->
          event(stored, mode.at(), OrderWords.mode(mode), Optional.empty(), List.of());
      case TradingEvent.HaltEvent halt ->
          event(
              stored,
              halt.at(),
              OrderWords.halt(halt),
              halt instanceof TradingEvent.SecurityHalted halted
                  ? Optional.of(about(halted.cause()))
                  : Optional.empty(),
              List.of());
    };
  }

  private static String text(CycleEvent event) {
    return switch (event) {
      case CycleEvent.CycleStarted started ->
          "cycle %s began%s".formatted(started.id(), started.dryRun() ? ", without orders" : "");
      case CycleEvent.StageCompleted stage ->
          "%s done: %s%s"
              .formatted(
                  stage.stage().token(),
                  stage.note(),
                  stage.plan().map(EventWords::change).orElse(""));
      case CycleEvent.StepCompleted step ->
          "step %d: %s"
              .formatted(
                  step.outcome().step(),
                  step.outcome().success() ? "done" : step.outcome().reason());
      case CycleEvent.CycleEnded ended ->
          "cycle %s ended%s"
              .formatted(ended.id(), ended.failure().map(failure -> ": " + failure).orElse(""));
      case CycleEvent.DepositAnnounced announced -> announced.amount() + " announced";
      case CycleEvent.DepositSettled settled -> "deposit " + settled.id() + " settled";
    };
  }

  private static String change(Plan plan) {
    return String.format(
        Locale.ROOT,
        " It leads from %.2f to %.2f points, %s by value.",
        plan.scoreBefore(),
        plan.score(),
        plan.value());
  }

  private static List<Money> cash(CycleEvent event) {
    return event instanceof CycleEvent.DepositAnnounced announced
        ? List.of(announced.amount())
        : List.of();
  }

  private static Trade about(IntentId intent) {
    return new Trade(
        intent,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Trade about(IntentId intent, Isin isin, Side side) {
    return new Trade(
        intent,
        Optional.empty(),
        Optional.empty(),
        Optional.of(isin),
        Optional.empty(),
        Optional.of(side),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<Money> moves(Fill fill) {
    List<Money> moves = new ArrayList<>();
    moves.add(fill.side() == Side.BUY ? fill.value().negated() : fill.value());
    if (fill.commission().signum() > 0) {
      moves.add(fill.commission().negated());
    }
    fill.conversion()
        .ifPresent(
            conversion -> {
              moves.add(conversion.sold().negated());
              moves.add(conversion.bought());
            });
    return moves;
  }

  private static String sum(List<Money> amounts) {
    return amounts.stream().map(Money::toString).collect(Collectors.joining(" and "));
  }
}
