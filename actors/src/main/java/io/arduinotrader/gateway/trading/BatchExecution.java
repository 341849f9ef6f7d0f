package io.arduinotrader.gateway.trading;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.GrpcErrors;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.protocol.grpc.common.TradeSide;
import io.arduinotrader.protocol.grpc.common.TradeStatus;
import io.arduinotrader.protocol.grpc.trading.BatchExecuteTradesRequest;
import io.arduinotrader.protocol.grpc.trading.BatchExecuteTradesResponse;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeRequest;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeResponse;
import io.arduinotrader.protocol.grpc.trading.TradeExecution;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.IntentId;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/**
 * Works off a batch of trades, one after another: sells first, because they bring the cash the buys
 * may need, each kind in the given order. Every entry has an outcome of its own.
 */
final class BatchExecution {

  private final TradePlacement placement;
  private final BatchExecuteTradesRequest batch;
  private final String batchId;
  private final String cause;
  private final CallContext call;
  private final Map<Integer, ExecuteTradeResponse> results = new TreeMap<>();

  /**
   * A batch that was not begun yet.
   *
   * @param batchId names the batch; its entries are named by it and their place
   */
  BatchExecution(
      TradePlacement placement, BatchExecuteTradesRequest batch, String batchId, CallContext call) {
    this.placement = placement;
    this.batch = batch;
    this.batchId = batchId;
    this.cause = "batch " + Digest.of(batch.toByteArray()).hex().substring(0, 16);
    this.call = call;
  }

  /**
   * Works off the batch.
   *
   * @return fails with ALREADY_EXISTS when the batch's key belongs to another batch; then nothing
   *     was executed
   */
  CompletionStage<BatchExecuteTradesResponse> run() {
    List<Integer> order =
        IntStream.range(0, batch.getTradesCount())
            .boxed()
            .sorted(
                Comparator.<Integer, Boolean>comparing(
                    index -> batch.getTrades(index).getSide() != TradeSide.SELL))
            .toList();
    CompletionStage<Boolean> going = CompletableFuture.completedFuture(true);
    for (int index : order) {
      going = going.thenCompose(goOn -> goOn ? attempt(index) : skip(index));
    }
    return going.thenApply(ended -> response());
  }

  /** Whether the next entry should be tried. */
  private CompletionStage<Boolean> attempt(int index) {
    if (call.clientDeadlineIsOver()) {
      return skip(index);
    }
    return execute(index)
        .exceptionallyCompose(failure -> failed(index, failure))
        .thenApply(
            result -> {
              results.put(index, result);
              return result.getSuccess() || !batch.getStopOnError();
            });
  }

  private CompletionStage<ExecuteTradeResponse> execute(int index) {
    ExecuteTradeRequest trade = batch.getTrades(index);
    String account = trade.getAccountId().isBlank() ? batch.getAccountId() : trade.getAccountId();
    try {
      return placement.execute(
          TradeWish.read(trade), IdentifierWire.account(account), id(index), cause, call);
    } catch (InvalidRequestException | CallRefusedException refused) {
      return CompletableFuture.failedStage(refused);
    }
  }

  /** An entry that failed says so; earlier entries may be executed, so the batch never fails. */
  private CompletionStage<ExecuteTradeResponse> failed(int index, Throwable failure) {
    Status status = GrpcErrors.trailers(failure, call).status();
    if (results.isEmpty() && status.getCode() == Status.Code.ALREADY_EXISTS) {
      return CompletableFuture.failedStage(failure);
    }
    String reason = status.getCode() + ": " + status.getDescription();
    return CompletableFuture.completedFuture(
        mayBeRecorded(status) ? pending(index, reason) : entry(index, TradeStatus.FAILED, reason));
  }

  /** An entry that could not be looked at may be an order since the batch was said before. */
  private boolean mayBeRecorded(Status status) {
    return call.idempotencyKey().isPresent()
        && (status.getCode() == Status.Code.UNAVAILABLE
            || status.getCode() == Status.Code.DEADLINE_EXCEEDED);
  }

  private CompletionStage<Boolean> skip(int index) {
    return skipped(index)
        .thenApply(
            result -> {
              results.put(index, result);
              return false;
            });
  }

  /** An entry under a key may be an order since the batch was said before; that one is told of. */
  private CompletionStage<ExecuteTradeResponse> skipped(int index) {
    boolean late = call.clientDeadlineIsOver();
    String why = late ? "the time of the call is over" : "an earlier entry failed";
    ExecuteTradeResponse untried =
        entry(index, TradeStatus.CANCELLED, RefusalCode.NOT_ATTEMPTED + ": " + why);
    if (call.idempotencyKey().isEmpty()) {
      return CompletableFuture.completedFuture(untried);
    }
    if (late) {
      return CompletableFuture.completedFuture(pending(index, why));
    }
    return placement
        .isRecorded(id(index), call)
        .thenCompose(
            recorded -> recorded ? execute(index) : CompletableFuture.completedFuture(untried))
        .exceptionallyCompose(failure -> failed(index, failure));
  }

  private IntentId id(int index) {
    return new IntentId(batchId + "#" + (index + 1));
  }

  private ExecuteTradeResponse pending(int index, String reason) {
    return entry(
        index,
        TradeStatus.PENDING,
        reason + "; say the batch again under its key to hear what has become of it");
  }

  private ExecuteTradeResponse entry(int index, TradeStatus status, String message) {
    return ExecuteTradeResponse.newBuilder()
        .setSuccess(false)
        .setStatus(status)
        .setMessage(message)
        .setExecution(nothing(batch.getTrades(index)))
        .build();
  }

  private BatchExecuteTradesResponse response() {
    List<ExecuteTradeResponse> inOrder = new ArrayList<>(results.values());
    int successful = (int) inOrder.stream().filter(ExecuteTradeResponse::getSuccess).count();
    return BatchExecuteTradesResponse.newBuilder()
        .addAllResults(inOrder)
        .setAllSuccess(successful == inOrder.size())
        .setSuccessful(successful)
        .setFailed(inOrder.size() - successful)
        .build();
  }

  /** The figures of a trade that never became an order. */
  private static TradeExecution nothing(ExecuteTradeRequest in) {
    TradeExecution.Builder execution =
        TradeExecution.newBuilder()
            .setIsin(in.getIsin())
            .setSymbol(in.getSymbol())
            .setQuantityRequested(Double.isFinite(in.getQuantity()) ? in.getQuantity() : 0)
            .setAveragePrice(MoneyWire.zero(Currency.EUR));
    return in.getSide() == TradeSide.UNRECOGNIZED
        ? execution.build()
        : execution.setSide(in.getSide()).build();
  }
}
