package io.arduinotrader.gateway.planning;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.wire.Page;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.planning.PlanCommand.PlansView;
import io.arduinotrader.protocol.planning.PlanIndexQuery;
import io.arduinotrader.protocol.planning.PlanIndexQuery.ListPlans;
import io.arduinotrader.protocol.planning.PlanIndexQuery.PlanIds;
import io.arduinotrader.protocol.planning.PlanIndexQuery.Unreadable;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.support.Rooms;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** Finds plans that were made before. */
public final class StoredPlans {

  /** Keepers of plans asked at once for one page. */
  private static final int AT_ONCE = 8;

  private static final Comparator<Plan> NEWEST_FIRST =
      Comparator.comparing(Plan::createdAt)
          .reversed()
          .thenComparing(Comparator.comparingInt((Plan plan) -> plan.id().number()).reversed());

  private static final Comparator<Plan> BEST_FIRST =
      Comparator.comparingDouble(Plan::score)
          .reversed()
          .thenComparing(StoredPlans::cost)
          .thenComparingInt(plan -> plan.steps().size())
          .thenComparing(NEWEST_FIRST);

  /** A draft cannot be executed as it is, so any other plan is better. */
  private static final Comparator<Plan> FEASIBLE_FIRST =
      Comparator.comparing((Plan plan) -> plan.status() == Plan.Status.DRAFT)
          .thenComparing(BEST_FIRST);

  private final Edge edge;
  private final Rooms rooms;

  /** Finds plans by asking their keepers. */
  public StoredPlans(Edge edge) {
    this.edge = edge;
    this.rooms = edge.rooms();
  }

  /**
   * A page of plans.
   *
   * @param total how many there are in all
   */
  record Plans(List<Plan> plans, long total) {}

  /** The plan with this id or, when the text is a portfolio hash, the newest of that state. */
  public CompletionStage<Optional<Plan>> find(String text, CallContext call) {
    Optional<PlanId> id = PlanId.parse(text);
    if (id.isPresent()) {
      return ofState(id.get().portfolioHash(), call)
          .thenApply(
              plans -> plans.stream().filter(plan -> plan.id().equals(id.get())).findFirst());
    }
    Optional<PortfolioHash> hash = PortfolioHash.parse(text);
    return hash.isPresent()
        ? ofState(hash.get(), call).thenApply(plans -> plans.stream().min(NEWEST_FIRST))
        : CompletableFuture.completedFuture(Optional.empty());
  }

  /**
   * The best plan of a state that can be executed, the best draft when there is none. Only plans
   * made from the newest inputs count: what was best at the prices of another day is no advice. A
   * plan that is still being made counts with the best so far, which is a draft, and never takes
   * the place of a finished one of older inputs.
   */
  CompletionStage<Optional<Plan>> best(PortfolioHash hash, CallContext call) {
    return view(hash, call)
        .thenApply(
            view ->
                best(
                    view.plans().isEmpty() ? view.underway() : view.plans(),
                    Stream.concat(view.plans().stream(), view.underway().stream()).toList()));
  }

  private static Optional<Plan> best(List<Plan> timely, List<Plan> all) {
    return timely.stream()
        .min(NEWEST_FIRST)
        .flatMap(
            newest ->
                all.stream()
                    .filter(plan -> plan.inputsHash().equals(newest.inputsHash()))
                    .min(FEASIBLE_FIRST));
  }

  private static BigDecimal cost(Plan plan) {
    return plan.steps().stream()
        .map(step -> step.cost().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A page of a state's plans, the best first. */
  CompletionStage<Plans> ofState(PortfolioHash hash, Page page, CallContext call) {
    return ofState(hash, call)
        .thenApply(
            plans -> new Plans(page.of(plans.stream().sorted(BEST_FIRST).toList()), plans.size()));
  }

  /** A page of all plans, the best first. */
  CompletionStage<Plans> all(Page page, CallContext call) {
    return rooms
        .<PlanIndexQuery, PlanIndexQuery.Reply>ask(
            PlanIndexQuery.KEY,
            call.budget(),
            replyTo -> new ListPlans(page.limit(), page.offset(), replyTo))
        .thenCompose(
            reply ->
                switch (reply) {
                  case PlanIds ids ->
                      load(ids.ids(), call).thenApply(plans -> new Plans(plans, ids.total()));
                  case Unreadable unreadable ->
                      throw CallRefusedException.unavailable(unreadable.reason());
                });
  }

  private CompletionStage<List<Plan>> load(List<PlanId> ids, CallContext call) {
    return Source.from(ids.stream().map(PlanId::portfolioHash).distinct().toList())
        .mapAsync(AT_ONCE, hash -> ofState(hash, call))
        .mapConcat(plans -> plans)
        .filter(plan -> ids.contains(plan.id()))
        .runWith(Sink.seq(), edge.system())
        .thenApply(
            plans ->
                plans.stream()
                    .sorted(Comparator.comparingInt(plan -> ids.indexOf(plan.id())))
                    .toList());
  }

  private CompletionStage<List<Plan>> ofState(PortfolioHash hash, CallContext call) {
    return view(hash, call).thenApply(PlansView::plans);
  }

  private CompletionStage<PlansView> view(PortfolioHash hash, CallContext call) {
    return rooms.ask(PlanCommand.KEY, hash.value(), call.budget(), PlanCommand.GetPlans::new);
  }
}
