package io.arduinotrader.gateway.operations;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.gateway.wire.SecurityName;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.operations.HaltTradingRequest;
import io.arduinotrader.protocol.grpc.operations.HaltedSecurity;
import io.arduinotrader.protocol.grpc.operations.HaltsResponse;
import io.arduinotrader.protocol.grpc.operations.ResumeTradingRequest;
import io.arduinotrader.protocol.trading.HaltState;
import io.arduinotrader.protocol.trading.Halts;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Rooms;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.japi.function.Function;

/** Stopping trading and letting it go on. */
final class TradingHalts {

  private static final int LONGEST_REASON = 500;

  private final Rooms rooms;

  TradingHalts(Rooms rooms) {
    this.rooms = rooms;
  }

  /** What is halted now. */
  CompletionStage<HaltsResponse> show(CallContext call) {
    return Securities.ask(rooms, call)
        .thenCompose(securities -> ask(TradingCommand.GetTrading::new, securities, call));
  }

  /** Stops buying, or all trading. */
  CompletionStage<HaltsResponse> halt(HaltTradingRequest in, CallContext call) {
    FieldViolations violations = new FieldViolations();
    violations.require(!in.getReason().isBlank(), "reason", "is required");
    String reason = reason(in.getReason(), violations);
    violations.refuseIfAny();
    HaltState state = in.getBuysOnly() ? HaltState.REDUCE : HaltState.HALT;
    return Securities.ask(rooms, call)
        .thenCompose(
            securities ->
                ask(
                    replyTo -> new TradingCommand.ChangeHalt(state, reason, replyTo),
                    securities,
                    call));
  }

  /** Lets the account or one security be traded again. */
  CompletionStage<HaltsResponse> resume(ResumeTradingRequest in, CallContext call) {
    FieldViolations violations = new FieldViolations();
    String reason = reason(in.getReason(), violations);
    Optional<SecurityName> name =
        in.getSecurity().isBlank()
            ? Optional.empty()
            : IdentifierWire.isinOrSymbol(in.getSecurity(), "security", violations);
    violations.refuseIfAny();
    return Securities.ask(rooms, call)
        .thenCompose(
            securities ->
                ask(
                    name.map(known -> isin(known, securities))
                        .map(isin -> released(isin, reason))
                        .orElse(
                            replyTo ->
                                new TradingCommand.ChangeHalt(HaltState.ACTIVE, reason, replyTo)),
                    securities,
                    call));
  }

  private static Function<ActorRef<TradingView>, TradingCommand> released(
      Isin isin, String reason) {
    return replyTo -> new TradingCommand.ReleaseSecurity(isin, reason, replyTo);
  }

  /**
   * An ISIN needs no universe: a security that was removed from it can be released all the same.
   */
  private static Isin isin(SecurityName name, Securities securities) {
    return name.isin()
        .or(() -> name.symbol().flatMap(securities::find).map(SecurityRecord::isin))
        .orElseThrow(() -> CallRefusedException.notFound(name + " is not in the universe"));
  }

  private static String reason(String text, FieldViolations violations) {
    violations.require(
        text.length() <= LONGEST_REASON,
        "reason",
        "has more than " + LONGEST_REASON + " characters");
    return text.strip();
  }

  private CompletionStage<HaltsResponse> ask(
      Function<ActorRef<TradingView>, TradingCommand> question,
      Securities securities,
      CallContext call) {
    return rooms
        .<TradingCommand, TradingView>ask(
            TradingCommand.KEY, AccountId.DEFAULT.value(), call.budget(), question)
        .thenApply(view -> response(view.halts(), securities));
  }

  private static HaltsResponse response(Halts halts, Securities securities) {
    HaltsResponse.Builder response =
        HaltsResponse.newBuilder()
            .setState(halts.state().name().toLowerCase(Locale.ROOT))
            .setReason(halts.reason());
    halts.since().ifPresent(since -> response.setSince(TimestampWire.of(since)));
    for (Halts.SecurityHalt halt : halts.securities()) {
      response.addSecurities(
          HaltedSecurity.newBuilder()
              .setIsin(halt.isin().value())
              .setSymbol(
                  securities.find(halt.isin()).map(record -> record.symbol().value()).orElse(""))
              .setReason(halt.reason())
              .setSince(TimestampWire.of(halt.since())));
    }
    return response.build();
  }
}
