package io.arduinotrader.gateway.replay;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.protocol.grpc.replay.ExplainOrderRequest;
import io.arduinotrader.protocol.grpc.replay.ExplainOrderResponse;
import io.arduinotrader.protocol.grpc.replay.ReplanRequest;
import io.arduinotrader.protocol.grpc.replay.ReplanResponse;
import io.arduinotrader.protocol.grpc.replay.ReplayServicePowerApi;
import io.arduinotrader.protocol.grpc.replay.StateAtRequest;
import io.arduinotrader.protocol.grpc.replay.StateAtResponse;
import io.arduinotrader.protocol.grpc.replay.StreamDefect;
import io.arduinotrader.protocol.grpc.replay.StreamTradeEventsRequest;
import io.arduinotrader.protocol.grpc.replay.TradeEvent;
import io.arduinotrader.protocol.grpc.replay.VerifyAccountRequest;
import io.arduinotrader.protocol.grpc.replay.VerifyAccountResponse;
import io.arduinotrader.protocol.grpc.replay.WhatIfRequest;
import io.arduinotrader.protocol.grpc.replay.WhatIfResponse;
import io.arduinotrader.protocol.planning.HindsightQuery;
import io.arduinotrader.protocol.replay.AccountVerdict;
import io.arduinotrader.protocol.replay.Moment;
import io.arduinotrader.protocol.replay.OrderExplanation;
import io.arduinotrader.protocol.replay.ReplayQuery;
import io.arduinotrader.protocol.replay.ReplayQuery.NotReplayed;
import io.arduinotrader.protocol.replay.WhatIfChanges;
import io.arduinotrader.protocol.replay.WhatIfOutcome;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.PlanId;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.grpc.javadsl.Metadata;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.stream.javadsl.Source;

/** The replay service. */
public final class ReplayGrpcService implements ReplayServicePowerApi {

  private static final double FASTEST = 1e12;

  private final Edge edge;

  /** A service that answers by what the journal says. */
  public ReplayGrpcService(Edge edge) {
    this.edge = edge;
  }

  @Override
  public Source<TradeEvent, NotUsed> streamTradeEvents(
      StreamTradeEventsRequest in, Metadata metadata) {
    CallContext call = edge.calls().of(metadata);
    AccountId account = IdentifierWire.account(in.getAccountId());
    FieldViolations violations = new FieldViolations();
    Moment from = MomentWire.read(in.getFrom(), "from", violations);
    Moment to = MomentWire.read(in.getTo(), "to", violations);
    violations.require(
        in.getSpeed() >= 0 && in.getSpeed() <= FASTEST,
        "speed",
        "must be a number from 0 to " + FASTEST);
    long resumed = EventWire.position(in.getResumeToken(), violations);
    violations.refuseIfAny();
    return new EventStream(edge, account, call)
        .between(from, to, resumed, in.getSpeed())
        .map(EventWire::of);
  }

  @Override
  public CompletionStage<StateAtResponse> stateAt(StateAtRequest in, Metadata metadata) {
    AccountId account = IdentifierWire.account(in.getAccountId());
    FieldViolations violations = new FieldViolations();
    Moment moment = MomentWire.read(in.getMoment(), "moment", violations);
    violations.refuseIfAny();
    return this.<ReplayQuery.StateReply>ask(
            metadata, replyTo -> new ReplayQuery.GetState(account, moment, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case ReplayQuery.State found ->
                      StateAtResponse.newBuilder().setState(StateWire.of(found.state())).build();
                  case NotReplayed no -> throw Obstacles.status(no);
                });
  }

  @Override
  public CompletionStage<VerifyAccountResponse> verifyAccount(
      VerifyAccountRequest in, Metadata metadata) {
    AccountId account = IdentifierWire.account(in.getAccountId());
    return this.<ReplayQuery.VerifyReply>ask(
            metadata, replyTo -> new ReplayQuery.VerifyAccount(account, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case AccountVerdict verdict -> wire(verdict);
                  case NotReplayed no -> throw Obstacles.status(no);
                });
  }

  @Override
  public CompletionStage<WhatIfResponse> whatIf(WhatIfRequest in, Metadata metadata) {
    AccountId account = IdentifierWire.account(in.getAccountId());
    FieldViolations violations = new FieldViolations();
    Moment from = MomentWire.read(in.getFrom(), "from", violations);
    Moment to = MomentWire.read(in.getTo(), "to", violations);
    WhatIfChanges changes = WhatIfWire.changes(in.getChanges(), violations);
    violations.refuseIfAny();
    return this.<ReplayQuery.WhatIfReply>ask(
            metadata, replyTo -> new ReplayQuery.WhatIf(account, from, to, changes, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case WhatIfOutcome outcome -> WhatIfWire.of(outcome);
                  case NotReplayed no -> throw Obstacles.status(no);
                });
  }

  @Override
  public CompletionStage<ReplanResponse> replan(ReplanRequest in, Metadata metadata) {
    PlanId id =
        PlanId.parse(in.getPlanId())
            .orElseThrow(() -> new InvalidRequestException("plan_id", "is no id of a plan"));
    return edge.rooms()
        .ask(
            HindsightQuery.KEY,
            edge.calls().of(metadata).budget(),
            (ActorRef<HindsightQuery.ReplanReply> replyTo) ->
                new HindsightQuery.Replan(id, Map.copyOf(in.getSettingsMap()), replyTo))
        .thenApply(ReplanWire::of);
  }

  @Override
  public CompletionStage<ExplainOrderResponse> explainOrder(
      ExplainOrderRequest in, Metadata metadata) {
    if (in.getOrderId().isBlank()) {
      throw new InvalidRequestException("order_id", "is required");
    }
    AccountId account = IdentifierWire.account(in.getAccountId());
    return this.<ReplayQuery.ExplainReply>ask(
            metadata,
            replyTo -> new ReplayQuery.ExplainOrder(account, in.getOrderId().strip(), replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case OrderExplanation found -> ExplanationWire.of(found);
                  case ReplayQuery.UnknownOrder unknown ->
                      ExplainOrderResponse.getDefaultInstance();
                  case NotReplayed no -> throw Obstacles.status(no);
                });
  }

  private <R> CompletionStage<R> ask(
      Metadata metadata, Function<ActorRef<R>, ReplayQuery> question) {
    return edge.rooms().ask(ReplayQuery.KEY, edge.calls().of(metadata).budget(), question);
  }

  private static VerifyAccountResponse wire(AccountVerdict verdict) {
    return VerifyAccountResponse.newBuilder()
        .setIntact(verdict.isIntact())
        .setStreams(verdict.streams())
        .setEvents(verdict.events())
        .addAllDefects(
            verdict.defects().stream()
                .map(
                    defect ->
                        StreamDefect.newBuilder()
                            .setStream(defect.stream())
                            .setSequenceNumber(defect.sequenceNumber())
                            .setReason(defect.reason())
                            .build())
                .toList())
        .setReplayedHash(verdict.replayed().hex())
        .setLiveHash(verdict.live().hex())
        .setSequenceNumber(verdict.compared())
        .addAllDifferences(verdict.differences())
        .build();
  }
}
