package io.arduinotrader.gateway.universe;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.protocol.grpc.universe.RemoveSecurityRequest;
import io.arduinotrader.protocol.grpc.universe.RemoveSecurityResponse;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Rooms;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes a security out of the universe unless it is held or an order for it is open. */
final class SecurityRemoval {

  private final Rooms rooms;

  SecurityRemoval(Rooms rooms) {
    this.rooms = rooms;
  }

  CompletionStage<RemoveSecurityResponse> remove(RemoveSecurityRequest in, CallContext call) {
    FieldViolations violations = new FieldViolations();
    Optional<Isin> isin = IdentifierWire.isin(in.getIsin(), "isin", violations);
    violations.refuseIfAny();
    return inTheWay(isin.orElseThrow(), call)
        .thenCompose(
            obstacle ->
                obstacle.isPresent()
                    ? CompletableFuture.completedFuture(response(false, obstacle.get()))
                    : deactivate(isin.orElseThrow(), in.getReason(), call));
  }

  private CompletionStage<Optional<String>> inTheWay(Isin isin, CallContext call) {
    return rooms
        .<PortfolioCommand, PortfolioView>ask(
            PortfolioCommand.KEY,
            AccountId.DEFAULT.value(),
            call.budget(),
            PortfolioCommand.GetPortfolio::new)
        .thenCombine(
            rooms.<TradingCommand, TradingView>ask(
                TradingCommand.KEY,
                AccountId.DEFAULT.value(),
                call.budget(),
                TradingCommand.GetTrading::new),
            (portfolio, trading) -> {
              boolean held =
                  portfolio
                      .position(isin)
                      .filter(position -> !position.quantity().isZero())
                      .isPresent();
              boolean open = trading.open().stream().anyMatch(intent -> intent.isin().equals(isin));
              return held || open
                  ? Optional.of(
                      Refusals.text(
                          Refusal.of(
                              RefusalCode.STILL_HELD,
                              held ? isin + " is held" : "an order for " + isin + " is open")))
                  : Optional.empty();
            });
  }

  private CompletionStage<RemoveSecurityResponse> deactivate(
      Isin isin, String reason, CallContext call) {
    return rooms
        .<UniverseCommand, UniverseCommand.Reply>ask(
            UniverseCommand.KEY,
            UniverseCommand.DEFAULT_ID,
            call.budget(),
            replyTo -> new UniverseCommand.RemoveSecurity(isin, reason, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case UniverseCommand.Accepted accepted ->
                      response(true, accepted.security().symbol() + " is inactive");
                  case UniverseCommand.Refused refused -> {
                    Refusals.throwIfUnknowable(refused.refusal());
                    yield response(false, Refusals.text(refused.refusal()));
                  }
                });
  }

  private static RemoveSecurityResponse response(boolean success, String message) {
    return RemoveSecurityResponse.newBuilder().setSuccess(success).setMessage(message).build();
  }
}
