package io.arduinotrader.trading;

import io.arduinotrader.persistence.db.Durability;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.trading.broker.BrokerDesk;
import io.arduinotrader.trading.broker.BrokerOrder;
import io.arduinotrader.trading.broker.BrokerPort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Scheduler;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/**
 * The way of orders to the broker through the desk of this node. Before an order leaves, the
 * journal is on the disk, and the order carries what the portfolio has set aside for it.
 */
public final class DeskLine implements BrokerLine {

  private final ActorRef<BrokerDesk.Command> desk;
  private final Rooms rooms;
  private final Durability journal;
  private final Executor threads;
  private final Scheduler scheduler;
  private final Limits limits;

  /**
   * How long answers may take.
   *
   * @param room one answer of another room
   * @param broker one answer of the broker, waiting for its turn included
   */
  public record Limits(Duration room, Duration broker) {}

  /**
   * A line through a desk.
   *
   * @param threads where the flush of the journal may block
   */
  public DeskLine(
      ActorRef<BrokerDesk.Command> desk,
      Rooms rooms,
      Durability journal,
      Executor threads,
      Scheduler scheduler,
      Limits limits) {
    this.desk = desk;
    this.rooms = rooms;
    this.journal = journal;
    this.threads = threads;
    this.scheduler = scheduler;
    this.limits = limits;
  }

  @Override
  public CompletionStage<Submitted> submit(Intent intent, ClientOrderId name) {
    return setAside(intent)
        .thenCompose(funds -> onDisk().thenApply(flushed -> BrokerOrder.of(intent, name, funds)))
        .handle(
            (order, failure) ->
                failure == null
                    ? send(order)
                    : Stages.<Submitted>done(new NotSent(Stages.reason(failure))))
        .thenCompose(Function.identity());
  }

  @Override
  public CompletionStage<Cancelled> cancel(ClientOrderId name) {
    return call(port -> port.cancel(name))
        .thenApply(
            answer ->
                switch (answer) {
                  case BrokerDesk.Answered<BrokerPort.CancelAnswer>(
                          BrokerPort.CancelAnswer.Taken taken) ->
                      new Accepted();
                  case BrokerDesk.Answered<BrokerPort.CancelAnswer>(
                          BrokerPort.CancelAnswer.Refused refused) ->
                      new NotCancelled(refused.reason());
                  case BrokerDesk.Unreached<BrokerPort.CancelAnswer> unreached ->
                      new Unanswered(unreached.reason());
                  case BrokerDesk.TurnedAway<BrokerPort.CancelAnswer> away ->
                      new Unanswered(queueFull(away.limit()));
                });
  }

  @Override
  public CompletionStage<LookedUp> lookup(ClientOrderId name) {
    return call(port -> port.lookup(name))
        .thenApply(
            answer ->
                switch (answer) {
                  case BrokerDesk.Answered<Optional<BrokerReport>> answered ->
                      answered.value().<LookedUp>map(Found::new).orElseGet(Absent::new);
                  case BrokerDesk.Unreached<Optional<BrokerReport>> unreached ->
                      new Unanswered(unreached.reason());
                  case BrokerDesk.TurnedAway<Optional<BrokerReport>> away ->
                      new Unanswered(queueFull(away.limit()));
                });
  }

  private CompletionStage<Submitted> send(BrokerOrder order) {
    return call(port -> port.submit(order))
        .thenApply(
            answer ->
                switch (answer) {
                  case BrokerDesk.Answered<BrokerPort.SubmitAnswer>(
                          BrokerPort.SubmitAnswer.Taken taken) ->
                      new Taken(taken.order());
                  case BrokerDesk.Answered<BrokerPort.SubmitAnswer>(
                          BrokerPort.SubmitAnswer.Refused refused) ->
                      new TurnedDown(refused.reason());
                  case BrokerDesk.Unreached<BrokerPort.SubmitAnswer> unreached ->
                      new Unanswered(unreached.reason());
                  case BrokerDesk.TurnedAway<BrokerPort.SubmitAnswer> away ->
                      new NotSent(queueFull(away.limit()));
                });
  }

  private CompletionStage<List<Money>> setAside(Intent intent) {
    return rooms
        .ask(
            PortfolioCommand.KEY,
            intent.account().value(),
            limits.room(),
            (ActorRef<PortfolioView> replyTo) -> new PortfolioCommand.GetPortfolio(replyTo))
        .thenApply(
            portfolio ->
                portfolio.reservations().stream()
                    .filter(reservation -> reservation.intent().equals(intent.id()))
                    .flatMap(reservation -> reservation.amounts().stream())
                    .toList());
  }

  private CompletionStage<Void> onDisk() {
    return CompletableFuture.runAsync(journal::force, threads);
  }

  /** A desk that does not answer in time may still make the call. */
  private <T> CompletionStage<BrokerDesk.Answer<T>> call(Function<BrokerPort, T> call) {
    return Stages.onArrival(
            AskPattern.<BrokerDesk.Command, BrokerDesk.Answer<T>>ask(
                desk, replyTo -> new BrokerDesk.Call<>(call, replyTo), limits.broker(), scheduler))
        .exceptionally(late -> new BrokerDesk.Unreached<>(Stages.reason(late)));
  }

  private static String queueFull(int limit) {
    return limit + " calls to the broker wait already";
  }
}
