package io.arduinotrader.gateway.planning;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.gateway.edge.Progress;
import io.arduinotrader.gateway.planning.StoredPlans.Plans;
import io.arduinotrader.gateway.portfolio.Valuation;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.Page;
import io.arduinotrader.protocol.grpc.common.Empty;
import io.arduinotrader.protocol.grpc.common.HealthCheckResponse;
import io.arduinotrader.protocol.grpc.planning.CreatePlanRequest;
import io.arduinotrader.protocol.grpc.planning.GetBestResultRequest;
import io.arduinotrader.protocol.grpc.planning.GetBestResultResponse;
import io.arduinotrader.protocol.grpc.planning.GetPlanRequest;
import io.arduinotrader.protocol.grpc.planning.GetPlanResponse;
import io.arduinotrader.protocol.grpc.planning.ListPlansRequest;
import io.arduinotrader.protocol.grpc.planning.ListPlansResponse;
import io.arduinotrader.protocol.grpc.planning.PlanUpdate;
import io.arduinotrader.protocol.grpc.planning.PlanningServicePowerApi;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Valued;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.support.Rooms;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.grpc.javadsl.Metadata;
import org.apache.pekko.stream.javadsl.Source;

/** The planning service. */
public final class PlanningGrpcService implements PlanningServicePowerApi {

  private final Edge edge;
  private final Rooms rooms;
  private final StoredPlans stored;
  private final Supplier<HealthCheckResponse> health;

  /**
   * A service that answers by what the rooms say.
   *
   * @param health the state of the service, known without asking anybody
   */
  public PlanningGrpcService(Edge edge, Supplier<HealthCheckResponse> health) {
    this.edge = edge;
    this.rooms = edge.rooms();
    this.stored = new StoredPlans(edge);
    this.health = health;
  }

  @Override
  public Source<PlanUpdate, NotUsed> createPlan(CreatePlanRequest in, Metadata metadata) {
    PlanOrder order = PlanOrder.read(in);
    CallContext call = edge.calls().of(metadata);
    CompletionStage<Source<PlanUpdate, NotUsed>> planning =
        requireState(order.requiredState(), call)
            .thenCompose(ok -> order.work(rooms, call))
            .thenApply(
                work ->
                    PlanStream.of(
                        Progress.<PlanningCommand, PlanProgress>of(
                            edge, PlanningCommand.KEY, work::command),
                        call));
    return Source.completionStageSource(planning)
        .mapMaterializedValue(started -> NotUsed.getInstance());
  }

  @Override
  public CompletionStage<GetPlanResponse> getPlan(GetPlanRequest in, Metadata metadata) {
    if (in.getPlanId().isBlank()) {
      throw new InvalidRequestException("plan_id", "is required");
    }
    return stored
        .find(in.getPlanId(), edge.calls().of(metadata))
        .thenApply(
            found ->
                found
                    .map(
                        plan ->
                            GetPlanResponse.newBuilder()
                                .setFound(true)
                                .setPlan(PlanWire.of(plan))
                                .build())
                    .orElse(GetPlanResponse.getDefaultInstance()));
  }

  @Override
  public CompletionStage<ListPlansResponse> listPlans(ListPlansRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    Optional<PortfolioHash> hash =
        IdentifierWire.portfolioHash(in.getPortfolioHash(), "portfolio_hash", violations);
    Page page = Page.of(in.getLimit(), in.getOffset(), violations);
    violations.refuseIfAny();
    CallContext call = edge.calls().of(metadata);
    CompletionStage<Plans> found =
        hash.isPresent() ? stored.ofState(hash.get(), page, call) : stored.all(page, call);
    return found.thenApply(
        plans ->
            ListPlansResponse.newBuilder()
                .addAllPlans(plans.plans().stream().map(PlanWire::of).toList())
                .setTotal(Math.toIntExact(plans.total()))
                .build());
  }

  @Override
  public CompletionStage<GetBestResultResponse> getBestResult(
      GetBestResultRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    Optional<PortfolioHash> hash =
        IdentifierWire.portfolioHash(in.getPortfolioHash(), "portfolio_hash", violations);
    violations.refuseIfAny();
    CallContext call = edge.calls().of(metadata);
    CompletionStage<PortfolioHash> state =
        hash.isPresent()
            ? CompletableFuture.completedFuture(hash.get())
            : Valuation.ask(rooms, AccountId.DEFAULT, call).thenApply(Valued::hash);
    return state
        .thenCompose(wanted -> stored.best(wanted, call))
        .thenApply(
            best ->
                best.map(
                        plan ->
                            GetBestResultResponse.newBuilder()
                                .setFound(true)
                                .setPlan(PlanWire.of(plan))
                                .build())
                    .orElse(GetBestResultResponse.getDefaultInstance()));
  }

  @Override
  public CompletionStage<HealthCheckResponse> healthCheck(Empty in, Metadata metadata) {
    return CompletableFuture.completedFuture(health.get());
  }

  private CompletionStage<Done> requireState(Optional<PortfolioHash> hash, CallContext call) {
    return hash.isEmpty()
        ? CompletableFuture.completedFuture(Done.getInstance())
        : Valuation.inState(rooms, AccountId.DEFAULT, hash, call)
            .thenApply(valued -> Done.getInstance());
  }
}
