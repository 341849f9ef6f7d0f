package io.arduinotrader.gateway.trading;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.gateway.wire.SecurityName;
import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.protocol.grpc.common.TradeStatus;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeResponse;
import io.arduinotrader.protocol.grpc.trading.TradeExecution;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.ValidationReply;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.WayLostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** Takes one trade from the wire to its outcome. */
final class TradePlacement {

  /** How long the one who watches the broker may take: it knows without asking anybody. */
  private static final Duration BROKER_PATIENCE = Duration.ofSeconds(2);

  private final Rooms rooms;

  TradePlacement(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * Trades, or rehearses it.
   *
   * @param id names the wish: the same id is the same order, however often it is placed
   * @param cause what led to it
   * @return fails with the exceptions of the edge for a request that cannot be understood, a key
   *     that was used for another order, and a broker that is away before anything is recorded
   */
  CompletionStage<ExecuteTradeResponse> execute(
      TradeWish wish, AccountId account, IntentId id, String cause, CallContext call) {
    return Securities.ask(rooms, call)
        .thenCompose(
            securities -> {
              Optional<SecurityRecord> record = found(securities, wish.security());
              if (record.isEmpty()) {
                return CompletableFuture.completedFuture(unknown(wish));
              }
              Intent intent = wish.intent(id, account, record.get(), cause);
              return wish.dryRun()
                  ? rehearse(intent, record.get(), call)
                  : place(intent, record.get(), call);
            });
  }

  private static Optional<SecurityRecord> found(Securities securities, SecurityName name) {
    FieldViolations violations = new FieldViolations();
    Optional<SecurityRecord> record = securities.find(name, "symbol", violations);
    violations.refuseIfAny();
    return record;
  }

  /**
   * What is recorded has an outcome of its own, so the broker is asked for first: while it is away,
   * nothing new is recorded and the same wish may be repeated.
   */
  private CompletionStage<ExecuteTradeResponse> place(
      Intent intent, SecurityRecord record, CallContext call) {
    return brokerIsReady(call)
        .thenCompose(ready -> ready ? Stages.done(true) : isRecorded(intent.id(), call))
        .thenCompose(
            mayGoOn -> {
              if (!mayGoOn) {
                throw CallRefusedException.unavailable(
                    RefusalCode.BROKER_UNAVAILABLE
                        + ": the broker cannot be reached or our books are not compared with its"
                        + " own yet; nothing was recorded");
              }
              return recorded(intent, record, call);
            });
  }

  private CompletionStage<Boolean> brokerIsReady(CallContext call) {
    return rooms
        .<BrokerCommand, BrokerView>ask(
            BrokerCommand.KEY, call.budget(BROKER_PATIENCE), BrokerCommand.GetBroker::new)
        .handle((broker, failure) -> failure == null && broker.ready());
  }

  /** Whether a wish was placed before, so that placing it again only tells how it stands. */
  CompletionStage<Boolean> isRecorded(IntentId id, CallContext call) {
    return rooms
        .<OrderCommand, OrderReply>ask(
            OrderCommand.KEY, id.value(), call.budget(), OrderCommand.GetOrder::new)
        .thenApply(reply -> !(reply instanceof OrderReply.Unknown));
  }

  private CompletionStage<ExecuteTradeResponse> recorded(
      Intent intent, SecurityRecord record, CallContext call) {
    return rooms
        .<OrderCommand, OrderReply>ask(
            OrderCommand.KEY,
            intent.id().value(),
            call.budget(),
            replyTo -> new OrderCommand.Place(intent, replyTo))
        .thenApply(reply -> placed(reply, record))
        .exceptionallyCompose(
            failure ->
                isUnanswered(failure)
                    ? CompletableFuture.completedFuture(unanswered(intent, record))
                    : CompletableFuture.failedStage(failure));
  }

  private static ExecuteTradeResponse placed(OrderReply reply, SecurityRecord record) {
    return switch (reply) {
      case OrderReply.Known known ->
          response(
              known.view(),
              record,
              OrderStanding.isSuccess(known.view().phase()),
              OrderStanding.message(known.view()));
      case OrderReply.Refused refused -> {
        Refusals.throwIfNoAnswer(refused.refusal());
        yield response(refused.view(), record, false, Refusals.text(refused.refusal()));
      }
      case OrderReply.Unknown lost ->
          throw new IllegalStateException("order " + lost.intent() + " was placed and is unknown");
    };
  }

  private static ExecuteTradeResponse response(
      OrderView view, SecurityRecord record, boolean success, String message) {
    return ExecuteTradeResponse.newBuilder()
        .setSuccess(success)
        .setTradeId(view.intent().id().value())
        .setOrderId(view.brokerOrderId().map(BrokerOrderId::value).orElse(""))
        .setStatus(OrderStanding.status(view.phase()))
        .setMessage(message)
        .setExecution(ExecutionWire.of(view, record.currency()))
        .build();
  }

  /** The order may have left: nothing in the answer may invite the caller to send it again. */
  private static ExecuteTradeResponse unanswered(Intent intent, SecurityRecord record) {
    return ExecuteTradeResponse.newBuilder()
        .setSuccess(false)
        .setTradeId(intent.id().value())
        .setStatus(TradeStatus.PENDING)
        .setMessage(
            "the outcome is unknown: no answer came in time; ask for the state of this trade, do"
                + " not send it again")
        .setExecution(ExecutionWire.unfilled(intent, record.currency()))
        .build();
  }

  private CompletionStage<ExecuteTradeResponse> rehearse(
      Intent intent, SecurityRecord record, CallContext call) {
    return rooms
        .<TradingCommand, ValidationReply>ask(
            TradingCommand.KEY,
            intent.account().value(),
            call.budget(),
            replyTo -> new TradingCommand.Validate(intent, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case ValidationReply.Validated verdict -> rehearsed(verdict, intent, record);
                  case ValidationReply.Undecided undecided ->
                      throw CallRefusedException.unavailable(undecided.reason());
                });
  }

  private static ExecuteTradeResponse rehearsed(
      ValidationReply.Validated verdict, Intent intent, SecurityRecord record) {
    boolean passes = verdict.errors().isEmpty();
    String cost = verdict.estimatedCost().map(money -> ", estimated at " + money).orElse("");
    return ExecuteTradeResponse.newBuilder()
        .setSuccess(passes)
        .setStatus(passes ? TradeStatus.TRADE_STATUS_UNSPECIFIED : TradeStatus.FAILED)
        .setMessage(
            passes
                ? RefusalCode.DRY_RUN + ": every check passes" + cost + "; nothing was sent"
                : Refusals.text(verdict.errors().getFirst()))
        .setExecution(ExecutionWire.unfilled(intent, record.currency()).toBuilder().clearTradeId())
        .build();
  }

  private static ExecuteTradeResponse unknown(TradeWish wish) {
    return ExecuteTradeResponse.newBuilder()
        .setSuccess(false)
        .setStatus(TradeStatus.FAILED)
        .setMessage(
            RefusalCode.UNKNOWN_SECURITY + ": " + wish.security() + " is not in the universe")
        .setExecution(
            TradeExecution.newBuilder()
                .setIsin(wish.security().isin().map(Isin::value).orElse(""))
                .setSymbol(wish.security().symbol().map(Symbol::value).orElse(""))
                .setSide(SideWire.of(wish.side()))
                .setQuantityRequested(wish.quantity().value().doubleValue())
                .setAveragePrice(MoneyWire.zero(Currency.EUR)))
        .build();
  }

  /** Whether the wish may have been recorded without anybody having heard of it. */
  private static boolean isUnanswered(Throwable failure) {
    Throwable cause = failure.getCause();
    Throwable reason = failure instanceof CompletionException && cause != null ? cause : failure;
    return reason instanceof TimeoutException || reason instanceof WayLostException;
  }
}
