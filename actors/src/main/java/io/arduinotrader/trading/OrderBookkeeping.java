package io.arduinotrader.trading;

import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.trading.AdmissionReply;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.ModeReply;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingMode;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.trading.domain.OrderState.Placed;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.japi.function.Function;

/**
 * What an order has to tell portfolio and account, and to ask before it is sent again. A stage that
 * fails says that nobody knows whether they have heard it; telling them again is harmless.
 */
final class OrderBookkeeping {

  /** An intent waits for those before it, and each of them asks two rooms one after the other. */
  private static final int ADMISSION_BUDGETS = 3;

  private final TradingSetup setup;
  private final Rooms rooms;
  private final Duration budget;

  OrderBookkeeping(TradingSetup setup) {
    this.setup = setup;
    this.rooms = setup.rooms();
    this.budget = setup.budget();
  }

  CompletionStage<AdmissionReply> admit(Intent intent) {
    return rooms.ask(
        TradingCommand.KEY,
        intent.account().value(),
        budget.multipliedBy(ADMISSION_BUDGETS),
        (ActorRef<AdmissionReply> replyTo) -> new TradingCommand.Admit(intent, replyTo));
  }

  /**
   * An order the broker does not know is sent to one outside only for an account that trades for
   * real, wherever it was sent before. While nobody knows the mode, nothing is concluded.
   */
  CompletionStage<OrderMessage.LookedUp> lookup(Placed order) {
    return setup.line().lookup(order.clientOrderId()).thenCompose(answer -> judged(order, answer));
  }

  private CompletionStage<OrderMessage.LookedUp> judged(Placed order, BrokerLine.LookedUp answer) {
    if (!setup.broker().outside() || !(answer instanceof BrokerLine.Absent)) {
      return Stages.done(new OrderMessage.LookedUp(answer, setup.resending()));
    }
    return rooms
        .ask(
            TradingCommand.KEY,
            order.intent().account().value(),
            budget,
            (ActorRef<ModeReply> replyTo) -> new TradingCommand.GetMode(replyTo))
        .handle(
            (mode, failure) ->
                failure == null
                    ? new OrderMessage.LookedUp(
                        answer,
                        isLive(mode) ? setup.resending() : setup.resending().withoutSending())
                    : new OrderMessage.LookedUp(
                        new BrokerLine.Unanswered(Stages.reason(failure)), setup.resending()));
  }

  private static boolean isLive(ModeReply reply) {
    return reply instanceof ModeReply.Known known && known.mode().state() == TradingMode.State.LIVE;
  }

  /** The account learns of an order that was placed past its rules. */
  CompletionStage<Done> adopt(Intent intent) {
    return account(
        intent.account(),
        replyTo -> new TradingCommand.Adopt(intent.id(), intent.isin(), intent.side(), replyTo));
  }

  /** Shares and cash move first, then the clocks of the rules begin to run. */
  CompletionStage<Done> book(Fill fill) {
    return change(fill.account(), new PortfolioRequest.BookFill(fill))
        .thenCompose(
            booked ->
                account(
                    fill.account(),
                    replyTo ->
                        new TradingCommand.NoteFill(
                            fill.intent(),
                            fill.id(),
                            fill.isin(),
                            fill.side(),
                            fill.executedAt(),
                            replyTo)));
  }

  /**
   * What is left of the reservation is free before the next intent may count on it. Before an order
   * that was executed beyond what was ordered lets go of its security, the account halts it.
   */
  CompletionStage<Done> settle(Placed order) {
    Intent intent = order.intent();
    return (order.marks().overfilled() ? halt(intent) : Stages.done(Done.getInstance()))
        .thenCompose(ready -> change(intent.account(), new PortfolioRequest.Release(intent.id())))
        .thenCompose(
            released ->
                account(
                    intent.account(), replyTo -> new TradingCommand.Settle(intent.id(), replyTo)));
  }

  private CompletionStage<Done> halt(Intent intent) {
    return account(
        intent.account(),
        replyTo ->
            new TradingCommand.HaltSecurity(
                intent.isin(),
                intent.id(),
                "order %s was executed beyond its %s shares"
                    .formatted(intent.id(), intent.quantity()),
                replyTo));
  }

  private CompletionStage<Done> change(AccountId account, PortfolioRequest request) {
    return rooms
        .ask(
            PortfolioCommand.KEY,
            account.value(),
            budget,
            (ActorRef<PortfolioReply> replyTo) -> new PortfolioCommand.Change(request, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case PortfolioReply.Accepted accepted -> Done.getInstance();
                  case PortfolioReply.Refused refused ->
                      throw new IllegalStateException(refused.refusal().message());
                });
  }

  private CompletionStage<Done> account(
      AccountId account, Function<ActorRef<Done>, TradingCommand> message) {
    return rooms.ask(TradingCommand.KEY, account.value(), budget, message);
  }
}
