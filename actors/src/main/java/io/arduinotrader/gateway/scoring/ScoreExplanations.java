package io.arduinotrader.gateway.scoring;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.gateway.wire.SecurityName;
import io.arduinotrader.protocol.grpc.operations.ExplainScoreRequest;
import io.arduinotrader.protocol.grpc.operations.ExplainScoreResponse;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.support.Rooms;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Why securities have the scores they have. */
public final class ScoreExplanations {

  private static final double USUAL_PURCHASE = 1000;
  private static final double LARGEST_PURCHASE = 1e9;

  private final Rooms rooms;
  private final ScoringDesk desk;

  /** Explanations by what the rooms say. */
  public ScoreExplanations(Edge edge) {
    this.rooms = edge.rooms();
    this.desk = new ScoringDesk(rooms);
  }

  /** The explanation of one score; the default message for a security nobody knows. */
  public CompletionStage<ExplainScoreResponse> explain(ExplainScoreRequest in, CallContext call) {
    FieldViolations violations = new FieldViolations();
    Optional<SecurityName> name =
        IdentifierWire.security(in.getIsin(), in.getSymbol(), "", violations);
    double given = in.getPurchaseValue();
    violations.require(
        given >= 0 && given <= LARGEST_PURCHASE,
        "purchase_value",
        "is an amount above zero, at most " + LARGEST_PURCHASE);
    violations.refuseIfAny();
    double purchase = given == 0 ? USUAL_PURCHASE : given;
    return Securities.ask(rooms, call)
        .thenCompose(
            securities -> {
              Optional<SecurityRecord> record =
                  securities.find(name.orElseThrow(), "symbol", violations);
              violations.refuseIfAny();
              return record.isEmpty()
                  ? CompletableFuture.completedFuture(ExplainScoreResponse.getDefaultInstance())
                  : desk.explain(record.get().isin(), purchase, call)
                      .thenApply(explanation -> ExplanationWire.of(record.get(), explanation));
            });
  }
}
