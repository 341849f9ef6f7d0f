package io.arduinotrader.portfolio;

import io.arduinotrader.portfolio.Appraiser.Appraisal;
import io.arduinotrader.portfolio.domain.valuation.Performance;
import io.arduinotrader.portfolio.domain.valuation.Valuation;
import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.DayValues;
import io.arduinotrader.protocol.portfolio.DayValues.DayValue;
import io.arduinotrader.protocol.portfolio.PerformancePoint;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.MarkValue;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Baseline;
import io.arduinotrader.protocol.portfolio.ValuationQuery.GetPerformance;
import io.arduinotrader.protocol.portfolio.ValuationQuery.GetValuation;
import io.arduinotrader.protocol.portfolio.ValuationQuery.MarkReply;
import io.arduinotrader.protocol.portfolio.ValuationQuery.MarkToday;
import io.arduinotrader.protocol.portfolio.ValuationQuery.PerformanceReply;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Unreadable;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Unvaluable;
import io.arduinotrader.protocol.portfolio.ValuationQuery.ValuationReply;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Valued;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;

/**
 * Says what an account is worth, how it did, and which state it is in. Whoever needs such a figure
 * asks here, so that there is one figure. When something it depends on cannot be read the answer
 * says so; it is never a zero.
 */
public final class ValuationDesk {

  /** An account that was not marked for longer has nothing to measure a day against. */
  private static final int BASELINE_DAYS = 31;

  private final Rooms rooms;
  private final ZoneId zone;
  private final Duration budget;
  private final Appraiser appraiser;

  private ValuationDesk(Rooms rooms, InstantSource clock, ZoneId zone, Duration budget) {
    this.rooms = rooms;
    this.zone = zone;
    this.budget = budget;
    this.appraiser = new Appraiser(rooms, clock, budget);
  }

  /**
   * A desk that can be found under its key.
   *
   * @param zone where the account's days begin and end
   * @param budget how long each room asked may take
   */
  public static Behavior<ValuationQuery> create(
      Rooms rooms, InstantSource clock, ZoneId zone, Duration budget) {
    return Behaviors.setup(
        context -> {
          ValuationDesk desk = new ValuationDesk(rooms, clock, zone, budget);
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(ValuationQuery.KEY, context.getSelf()));
          return Behaviors.receiveMessage(
              query -> {
                desk.onQuery(query);
                return Behaviors.same();
              });
        });
  }

  private void onQuery(ValuationQuery query) {
    switch (query) {
      case GetValuation get ->
          appraiser
              .appraise(get.account(), BASELINE_DAYS)
              .thenApply(this::valued)
              .exceptionally(failure -> new Unreadable(Stages.reason(failure)))
              .thenAccept(get.replyTo()::tell);
      case GetPerformance get ->
          performance(get)
              .exceptionally(failure -> new Unreadable(Stages.reason(failure)))
              .thenAccept(get.replyTo()::tell);
      case MarkToday mark ->
          appraiser
              .appraise(mark.account(), BASELINE_DAYS)
              .thenCompose(appraisal -> mark(mark.account(), appraisal))
              .exceptionally(failure -> new Unreadable(Stages.reason(failure)))
              .thenAccept(mark.replyTo()::tell);
    }
  }

  private ValuationReply valued(Appraisal appraisal) {
    return switch (appraisal.valuation()) {
      case Valuation.Valued valued ->
          new Valued(
              appraisal.days().portfolio(),
              valued.value(),
              appraisal.hash(),
              baseline(appraisal.days(), day(appraisal.at())),
              appraisal.at());
      case Valuation.Unvaluable unvaluable -> new Unvaluable(unvaluable.currencies());
    };
  }

  private CompletionStage<PerformanceReply> performance(GetPerformance request) {
    return appraiser
        .days(request.account(), request.days())
        .thenCompose(
            days ->
                days.values().isEmpty()
                    ? appraiser.appraise(request.account(), request.days()).thenApply(this::onlyNow)
                    : Stages.done(
                        new ValuationQuery.Performance(
                            Performance.points(days.values()),
                            Performance.figures(days.values()))));
  }

  private PerformanceReply onlyNow(Appraisal appraisal) {
    return switch (appraisal.valuation()) {
      case Valuation.Valued valued ->
          new ValuationQuery.Performance(
              List.of(
                  new PerformancePoint(
                      day(appraisal.at()), valued.value().total(), BigDecimal.ZERO)),
              Optional.empty());
      case Valuation.Unvaluable unvaluable -> new Unvaluable(unvaluable.currencies());
    };
  }

  private CompletionStage<MarkReply> mark(AccountId account, Appraisal appraisal) {
    return switch (appraisal.valuation()) {
      case Valuation.Valued valued -> mark(account, appraisal, valued.value());
      case Valuation.Unvaluable unvaluable -> Stages.done(new Unvaluable(unvaluable.currencies()));
    };
  }

  private CompletionStage<MarkReply> mark(
      AccountId account, Appraisal appraisal, AccountValue value) {
    LocalDate today = day(appraisal.at());
    DayValue day =
        new DayValue(today, value.total(), value.cash(), flowsSince(appraisal.days(), today));
    return rooms
        .ask(
            PortfolioCommand.KEY,
            account.value(),
            budget,
            (ActorRef<PortfolioReply> replyTo) ->
                new PortfolioCommand.Change(
                    new MarkValue(day.day(), day.total(), day.cash(), day.netFlow()), replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case PortfolioReply.Accepted accepted -> new ValuationQuery.Marked(day);
                  case PortfolioReply.Refused refused ->
                      new ValuationQuery.MarkRefused(refused.refusal());
                });
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private static Optional<Baseline> baseline(DayValues days, LocalDate today) {
    return days.values().stream()
        .filter(value -> value.day().isBefore(today))
        .reduce((earlier, later) -> later)
        .map(value -> new Baseline(value.day(), value.total(), flowsSince(days, today)));
  }

  /** Deposits less withdrawals since the last mark of an earlier day. */
  private static Money flowsSince(DayValues days, LocalDate today) {
    return days.values().stream()
        .filter(value -> value.day().equals(today))
        .map(DayValue::netFlow)
        .reduce(days.flowSinceMark(), Money::plus);
  }
}
