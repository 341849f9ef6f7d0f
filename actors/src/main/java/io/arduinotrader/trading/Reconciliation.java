package io.arduinotrader.trading;

import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.BrokerView.Drift;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.trading.broker.BrokerDesk;
import io.arduinotrader.trading.broker.BrokerPort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Scheduler;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/**
 * One reading of the broker: what it says of orders goes to the orders, then its books are compared
 * with ours. Nothing is changed here, so a reading that ends early has changed nothing.
 */
final class Reconciliation {

  private final AccountId account;
  private final Rooms rooms;
  private final MarketWatch watch;
  private final ActorRef<BrokerDesk.Command> desk;
  private final Scheduler scheduler;
  private final DeskLine.Limits limits;

  Reconciliation(
      AccountId account,
      Rooms rooms,
      MarketWatch watch,
      ActorRef<BrokerDesk.Command> desk,
      Scheduler scheduler,
      DeskLine.Limits limits) {
    this.account = account;
    this.rooms = rooms;
    this.watch = watch;
    this.desk = desk;
    this.scheduler = scheduler;
    this.limits = limits;
  }

  /** How a reading ends. */
  sealed interface Outcome {}

  /**
   * Everything was read and passed on.
   *
   * @param reports what the broker says now of every order it was asked about
   */
  record Complete(Map<ClientOrderId, BrokerReport> reports, List<Drift> differences)
      implements Outcome {}

  /** The broker could not be read, or somebody did not take what it said. */
  record Incomplete(String reason) implements Outcome {}

  /**
   * Reads the broker; the stage never fails.
   *
   * @param changedSince orders that ended before are not asked about
   * @param known what was passed on before and need not be again
   */
  CompletionStage<Outcome> read(Instant changedSince, Map<ClientOrderId, BrokerReport> known) {
    return openSecurities()
        .thenCompose(this::seen)
        .thenCompose(seen -> answer(port -> port.reports(changedSince)))
        .thenCompose(reports -> passedOn(reports, known))
        .thenCompose(
            reports ->
                answer(BrokerPort::account)
                    .thenCombine(
                        portfolio(),
                        (brokers, ours) ->
                            new Complete(reports, BookComparison.differences(ours, brokers))))
        .handle(
            (complete, failure) ->
                failure == null ? complete : new Incomplete(Stages.reason(failure)));
  }

  /** Makes a call at the desk; the stage fails when the broker did not answer. */
  <T> CompletionStage<T> answer(Function<BrokerPort, T> call) {
    return Stages.onArrival(
            AskPattern.<BrokerDesk.Command, BrokerDesk.Answer<T>>ask(
                desk, replyTo -> new BrokerDesk.Call<>(call, replyTo), limits.broker(), scheduler))
        .thenApply(
            answer ->
                switch (answer) {
                  case BrokerDesk.Answered<T> answered -> answered.value();
                  case BrokerDesk.Unreached<T> unreached ->
                      throw new IllegalStateException(unreached.reason());
                  case BrokerDesk.TurnedAway<T> away ->
                      throw new IllegalStateException(
                          away.limit() + " calls to the broker wait already");
                });
  }

  /** Has the account note in what the books differ. */
  CompletionStage<Done> noted(List<Drift> confirmed, List<Drift> found) {
    List<String> subjects = found.stream().map(Drift::subject).toList();
    return rooms.ask(
        TradingCommand.KEY,
        account.value(),
        limits.room(),
        (ActorRef<Done> replyTo) -> new TradingCommand.NoteDrifts(confirmed, subjects, replyTo));
  }

  /** Whether the broker answers. */
  CompletionStage<BrokerDesk.Health> health() {
    return Stages.onArrival(
        AskPattern.ask(desk, BrokerDesk.GetHealth::new, limits.room(), scheduler));
  }

  /** Asking for the open intents also wakes the account, which wakes its orders. */
  private CompletionStage<List<Isin>> openSecurities() {
    return rooms
        .ask(
            TradingCommand.KEY,
            account.value(),
            limits.room(),
            (ActorRef<TradingView> replyTo) -> new TradingCommand.GetTrading(replyTo))
        .thenApply(
            trading ->
                trading.open().stream().map(TradingView.OpenIntent::isin).distinct().toList());
  }

  /** Prices reach a simulated broker by being looked at; without them it only waits. */
  private CompletionStage<Boolean> seen(List<Isin> isins) {
    return isins.isEmpty()
        ? Stages.done(true)
        : watch.look(isins).handle((sight, failure) -> failure == null);
  }

  private CompletionStage<Map<ClientOrderId, BrokerReport>> passedOn(
      List<BrokerReport> reports, Map<ClientOrderId, BrokerReport> known) {
    List<CompletionStage<Done>> told =
        reports.stream()
            .filter(report -> !report.equals(known.get(report.clientOrderId())))
            .map(this::tell)
            .toList();
    return Stages.all(told)
        .thenApply(
            all ->
                reports.stream()
                    .collect(Collectors.toMap(BrokerReport::clientOrderId, Function.identity())));
  }

  private CompletionStage<Done> tell(BrokerReport report) {
    return rooms.ask(
        OrderCommand.KEY,
        report.intent().value(),
        limits.room(),
        (ActorRef<Done> replyTo) -> new OrderCommand.Report(report, replyTo));
  }

  private CompletionStage<PortfolioView> portfolio() {
    return rooms.ask(
        PortfolioCommand.KEY,
        account.value(),
        limits.room(),
        (ActorRef<PortfolioView> replyTo) -> new PortfolioCommand.GetPortfolio(replyTo));
  }
}
