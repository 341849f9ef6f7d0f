package io.arduinotrader.gateway.trading;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.support.Rooms;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds an order by our identifier or by the broker's. */
final class TradeLookup {

  private final Rooms rooms;

  TradeLookup(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * The order a caller means; empty when there is none.
   *
   * @throws InvalidRequestException when no identifier is given; the stage fails as unavailable
   *     when it is none of ours and the broker cannot be asked
   */
  CompletionStage<Optional<OrderView>> find(String tradeId, CallContext call) {
    if (tradeId.isBlank()) {
      throw new InvalidRequestException("trade_id", "is required");
    }
    Optional<IntentId> intent = intent(tradeId.strip());
    if (intent.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return order(intent.get(), call)
        .thenCompose(
            known ->
                known.isPresent()
                    ? CompletableFuture.completedFuture(known)
                    : byBrokersName(intent.get().value(), call));
  }

  private CompletionStage<Optional<OrderView>> byBrokersName(String orderId, CallContext call) {
    return rooms
        .<BrokerCommand, BrokerCommand.FindReply>ask(
            BrokerCommand.KEY,
            call.budget(),
            replyTo -> new BrokerCommand.FindIntent(new BrokerOrderId(orderId), replyTo))
        .thenCompose(
            reply ->
                switch (reply) {
                  case BrokerCommand.Found found ->
                      found.intent().isPresent()
                          ? order(found.intent().get(), call)
                          : CompletableFuture.completedFuture(Optional.empty());
                  case BrokerCommand.NotAsked not ->
                      throw CallRefusedException.unavailable(not.reason());
                });
  }

  private CompletionStage<Optional<OrderView>> order(IntentId intent, CallContext call) {
    return rooms
        .<OrderCommand, OrderReply>ask(
            OrderCommand.KEY, intent.value(), call.budget(), OrderCommand.GetOrder::new)
        .thenApply(
            reply ->
                switch (reply) {
                  case OrderReply.Known known -> Optional.of(known.view());
                  case OrderReply.Refused refused -> Optional.of(refused.view());
                  case OrderReply.Unknown unknown -> Optional.empty();
                });
  }

  /** A text with other characters names nothing, neither here nor at a broker. */
  private static Optional<IntentId> intent(String text) {
    try {
      return Optional.of(new IntentId(text));
    } catch (IllegalArgumentException notAnIdentifier) {
      return Optional.empty();
    }
  }
}
