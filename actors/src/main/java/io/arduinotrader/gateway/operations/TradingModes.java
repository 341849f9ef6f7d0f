package io.arduinotrader.gateway.operations;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.operations.ArmTradingRequest;
import io.arduinotrader.protocol.grpc.operations.DisarmTradingRequest;
import io.arduinotrader.protocol.grpc.operations.ModeResponse;
import io.arduinotrader.protocol.trading.ModeReply;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.support.Rooms;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.japi.function.Function;

/** Between research and live trading. */
final class TradingModes {

  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_NAME = 100;

  private final Rooms rooms;

  TradingModes(Rooms rooms) {
    this.rooms = rooms;
  }

  CompletionStage<ModeResponse> show(CallContext call) {
    return ask(TradingCommand.GetMode::new, call);
  }

  /** The first step, or with a phrase the second. */
  CompletionStage<ModeResponse> arm(ArmTradingRequest in, CallContext call) {
    String phrase = in.getPhrase().strip();
    if (!phrase.isEmpty()) {
      return ask(replyTo -> new TradingCommand.ConfirmArming(phrase, replyTo), call);
    }
    FieldViolations violations = new FieldViolations();
    violations.require(!in.getReason().isBlank(), "reason", "is required");
    violations.require(!in.getArmedBy().isBlank(), "armed_by", "is required");
    bearable(in.getReason(), "reason", LONGEST_REASON, violations);
    bearable(in.getArmedBy(), "armed_by", LONGEST_NAME, violations);
    violations.refuseIfAny();
    return ask(
        replyTo -> new TradingCommand.Arm(in.getReason().strip(), in.getArmedBy().strip(), replyTo),
        call);
  }

  CompletionStage<ModeResponse> disarm(DisarmTradingRequest in, CallContext call) {
    FieldViolations violations = new FieldViolations();
    bearable(in.getReason(), "reason", LONGEST_REASON, violations);
    violations.refuseIfAny();
    return ask(replyTo -> new TradingCommand.Disarm(in.getReason().strip(), replyTo), call);
  }

  private static void bearable(String text, String field, int longest, FieldViolations violations) {
    violations.require(text.length() <= longest, field, "has more than " + longest + " characters");
  }

  private CompletionStage<ModeResponse> ask(
      Function<ActorRef<ModeReply>, TradingCommand> question, CallContext call) {
    return rooms
        .<TradingCommand, ModeReply>ask(
            TradingCommand.KEY, AccountId.DEFAULT.value(), call.budget(), question)
        .thenApply(
            reply ->
                switch (reply) {
                  case ModeReply.Known known -> response(known);
                  case ModeReply.Refused refused -> {
                    Refusals.throwIfUnknowable(refused.refusal());
                    throw CallRefusedException.failedPrecondition(Refusals.text(refused.refusal()));
                  }
                });
  }

  private static ModeResponse response(ModeReply.Known known) {
    ModeResponse.Builder response =
        ModeResponse.newBuilder()
            .setMode(known.mode().state().name().toLowerCase(Locale.ROOT))
            .setBrokerOutside(known.brokerOutside())
            .setReason(known.mode().reason());
    known.mode().since().ifPresent(since -> response.setSince(TimestampWire.of(since)));
    known
        .mode()
        .arming()
        .ifPresent(
            arming ->
                response
                    .setPhrase(arming.phrase())
                    .setPhraseValidUntil(TimestampWire.of(arming.validUntil())));
    return response.build();
  }
}
