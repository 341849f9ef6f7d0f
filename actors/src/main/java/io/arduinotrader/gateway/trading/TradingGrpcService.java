package io.arduinotrader.gateway.trading;

import io.arduinotrader.gateway.answers.RepeatableCommands;
import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.Page;
import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.protocol.grpc.common.Empty;
import io.arduinotrader.protocol.grpc.common.HealthCheckResponse;
import io.arduinotrader.protocol.grpc.common.TradeStatus;
import io.arduinotrader.protocol.grpc.trading.BatchExecuteTradesRequest;
import io.arduinotrader.protocol.grpc.trading.BatchExecuteTradesResponse;
import io.arduinotrader.protocol.grpc.trading.CancelTradeRequest;
import io.arduinotrader.protocol.grpc.trading.CancelTradeResponse;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeRequest;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeResponse;
import io.arduinotrader.protocol.grpc.trading.GetTradeHistoryRequest;
import io.arduinotrader.protocol.grpc.trading.GetTradeHistoryResponse;
import io.arduinotrader.protocol.grpc.trading.GetTradeStatusRequest;
import io.arduinotrader.protocol.grpc.trading.GetTradeStatusResponse;
import io.arduinotrader.protocol.grpc.trading.TradingServicePowerApi;
import io.arduinotrader.protocol.grpc.trading.ValidateTradeRequest;
import io.arduinotrader.protocol.grpc.trading.ValidateTradeResponse;
import io.arduinotrader.protocol.portfolio.LedgerQuery;
import io.arduinotrader.protocol.portfolio.LedgerQuery.TradesReply;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.support.Rooms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.grpc.javadsl.Metadata;

/** The trading service. */
public final class TradingGrpcService implements TradingServicePowerApi {

  private static final int LARGEST_BATCH = 100;

  private final Edge edge;
  private final Rooms rooms;
  private final Supplier<HealthCheckResponse> health;
  private final RepeatableCommands commands;
  private final ExecutionLimit limit;
  private final TradePlacement placement;
  private final TradeLookup lookup;
  private final TradeValidation validation;

  /**
   * A service that answers by what the rooms say.
   *
   * @param health the state of the service, known without asking anybody
   */
  public TradingGrpcService(Edge edge, Supplier<HealthCheckResponse> health) {
    this.edge = edge;
    this.rooms = edge.rooms();
    this.health = health;
    this.commands = new RepeatableCommands(rooms);
    this.limit = new ExecutionLimit(edge.calls().nanoTime());
    this.placement = new TradePlacement(rooms);
    this.lookup = new TradeLookup(rooms);
    this.validation = new TradeValidation(rooms);
  }

  @Override
  public CompletionStage<ExecuteTradeResponse> executeTrade(
      ExecuteTradeRequest in, Metadata metadata) {
    CallContext call = edge.calls().of(metadata);
    return commands.answer(
        call,
        "ExecuteTrade",
        in,
        ExecuteTradeResponse.parser(),
        TradingGrpcService::isOutcome,
        () -> execute(in, call));
  }

  private CompletionStage<ExecuteTradeResponse> execute(ExecuteTradeRequest in, CallContext call) {
    AccountId account = IdentifierWire.account(in.getAccountId());
    IntentId id = new IntentId(call.commandId(account.value()));
    TradeWish wish = TradeWish.read(in);
    if (!wish.dryRun()) {
      limit.use();
    }
    return placement.execute(wish, account, id, "single trade", call);
  }

  @Override
  public CompletionStage<BatchExecuteTradesResponse> batchExecuteTrades(
      BatchExecuteTradesRequest in, Metadata metadata) {
    CallContext call = edge.calls().of(metadata);
    return commands.answer(
        call,
        "BatchExecuteTrades",
        in,
        BatchExecuteTradesResponse.parser(),
        answer -> answer.getResultsList().stream().allMatch(TradingGrpcService::isOutcome),
        () -> execute(in, call));
  }

  private CompletionStage<BatchExecuteTradesResponse> execute(
      BatchExecuteTradesRequest in, CallContext call) {
    if (in.getTradesCount() > LARGEST_BATCH) {
      throw new InvalidRequestException("trades", "has more than " + LARGEST_BATCH + " entries");
    }
    AccountId account = IdentifierWire.account(in.getAccountId());
    String batchId = call.commandId(account.value());
    if (in.getTradesList().stream().anyMatch(trade -> !trade.getDryRun())) {
      limit.use();
    }
    return new BatchExecution(placement, in, batchId, call).run();
  }

  @Override
  public CompletionStage<GetTradeStatusResponse> getTradeStatus(
      GetTradeStatusRequest in, Metadata metadata) {
    return lookup
        .find(in.getTradeId(), edge.calls().of(metadata))
        .thenApply(
            found ->
                found
                    .map(
                        view ->
                            GetTradeStatusResponse.newBuilder()
                                .setFound(true)
                                .setStatus(OrderStanding.status(view.phase()))
                                .setExecution(ExecutionWire.of(view, currency(view)))
                                .build())
                    .orElse(GetTradeStatusResponse.getDefaultInstance()));
  }

  @Override
  public CompletionStage<GetTradeHistoryResponse> getTradeHistory(
      GetTradeHistoryRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    violations.require(in.getDays() >= 0, "days", "must not be negative");
    Optional<Isin> isin = IdentifierWire.optionalIsin(in.getIsin(), "isin", violations);
    Optional<Side> side = SideWire.optional(in.getSide(), "side", violations);
    Page page = Page.of(in.getLimit(), in.getOffset(), violations);
    violations.refuseIfAny();
    if (!IdentifierWire.isKnownAccount(in.getAccountId())) {
      return CompletableFuture.completedFuture(GetTradeHistoryResponse.getDefaultInstance());
    }
    Optional<Instant> since =
        Optional.of(in.getDays())
            .filter(days -> days > 0)
            .map(days -> edge.clock().instant().minus(Duration.ofDays(days)));
    return rooms
        .<LedgerQuery, TradesReply>ask(
            LedgerQuery.KEY,
            edge.calls().of(metadata).budget(),
            replyTo ->
                new LedgerQuery.GetTrades(
                    AccountId.DEFAULT, since, isin, side, page.limit(), page.offset(), replyTo))
        .thenApply(TradingGrpcService::history);
  }

  @Override
  public CompletionStage<CancelTradeResponse> cancelTrade(
      CancelTradeRequest in, Metadata metadata) {
    CallContext call = edge.calls().of(metadata);
    return commands.answer(
        call,
        "CancelTrade",
        in,
        CancelTradeResponse.parser(),
        answer -> answer.getNewStatus() != TradeStatus.PENDING,
        () ->
            lookup
                .find(in.getTradeId(), call)
                .thenCompose(
                    found ->
                        found.isEmpty()
                            ? CompletableFuture.completedFuture(notCancelled(in.getTradeId()))
                            : cancel(found.get().intent().id(), in.getReason(), call)));
  }

  @Override
  public CompletionStage<ValidateTradeResponse> validateTrade(
      ValidateTradeRequest in, Metadata metadata) {
    return validation.validate(
        in, new IntentId(edge.calls().ids().get()), edge.calls().of(metadata));
  }

  @Override
  public CompletionStage<HealthCheckResponse> healthCheck(Empty in, Metadata metadata) {
    return CompletableFuture.completedFuture(health.get());
  }

  /** A pending order that no broker is known to have may yet be anything. */
  private static boolean isOutcome(ExecuteTradeResponse answer) {
    return answer.getStatus() != TradeStatus.PENDING || !answer.getOrderId().isEmpty();
  }

  private CompletionStage<CancelTradeResponse> cancel(
      IntentId id, String reason, CallContext call) {
    return rooms
        .<OrderCommand, OrderReply>ask(
            OrderCommand.KEY,
            id.value(),
            call.budget(),
            replyTo -> new OrderCommand.Cancel(reason, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case OrderReply.Known known ->
                      cancelled(known.view(), OrderStanding.message(known.view()));
                  case OrderReply.Refused refused -> {
                    Refusals.throwIfNoAnswer(refused.refusal());
                    yield cancelled(refused.view(), Refusals.text(refused.refusal()));
                  }
                  case OrderReply.Unknown unknown -> notCancelled(id.value());
                });
  }

  private static CancelTradeResponse cancelled(OrderView view, String message) {
    return CancelTradeResponse.newBuilder()
        .setSuccess(
            view.phase() == OrderPhase.CANCELLED
                || view.phase() == OrderPhase.PARTIALLY_FILLED_CANCELLED)
        .setMessage(message)
        .setNewStatus(OrderStanding.status(view.phase()))
        .build();
  }

  private static CancelTradeResponse notCancelled(String tradeId) {
    return CancelTradeResponse.newBuilder()
        .setSuccess(false)
        .setMessage("there is no trade '" + tradeId.strip() + "'")
        .setNewStatus(TradeStatus.TRADE_STATUS_UNSPECIFIED)
        .build();
  }

  private static GetTradeHistoryResponse history(TradesReply reply) {
    return switch (reply) {
      case LedgerQuery.Trades trades ->
          GetTradeHistoryResponse.newBuilder()
              .addAllExecutions(trades.fills().stream().map(ExecutionWire::of).toList())
              .setTotal(Math.toIntExact(trades.total()))
              .build();
      case LedgerQuery.Unreadable unreadable ->
          throw CallRefusedException.unavailable(unreadable.reason());
    };
  }

  /** An order without execution has a price of zero; its own prices say in which currency. */
  private static Currency currency(OrderView view) {
    return view.intent()
        .limit()
        .or(view.intent()::stop)
        .map(price -> price.currency())
        .orElse(Currency.EUR);
  }
}
