package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.operations.ExplainPlanRequest;
import io.arduinotrader.protocol.grpc.operations.ExplainPlanResponse;
import io.arduinotrader.protocol.grpc.operations.ExplainedStep;
import io.arduinotrader.protocol.grpc.operations.RejectedCandidate;
import io.arduinotrader.protocol.grpc.planning.CreatePlanRequest;
import io.arduinotrader.protocol.grpc.planning.GetPlanRequest;
import io.arduinotrader.protocol.grpc.planning.GetPlanResponse;
import io.arduinotrader.protocol.grpc.planning.ListPlansRequest;
import io.arduinotrader.protocol.grpc.planning.Plan;
import io.arduinotrader.protocol.grpc.planning.PlanUpdate;
import io.arduinotrader.protocol.grpc.planning.PlannedAction;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows or makes a plan. */
@Command(
    name = "plan",
    description = "Show a plan with its reasons, the newest when none is named.")
final class PlanCommand extends ConsoleCommand {

  @Parameters(index = "0", arity = "0..1", paramLabel = "PLAN", description = "a plan's id")
  private @Nullable String id;

  @Option(names = "--new", description = "make a new plan for the account as it is")
  private boolean make;

  @Option(
      names = "--explain",
      description = "show how it was found: proof, parts of the score, alternatives, scenarios")
  private boolean explain;

  @Override
  void run(Connection node, Words words) {
    Plan plan = make ? made(node, words) : kept(node);
    if (words.printedAsJson(plan)) {
      return;
    }
    words.line(
        "Plan %s (%s): score %.2f of 100, %d steps worth %s, needs %s.",
        plan.getId(),
        plan.getStatus().name().toLowerCase(java.util.Locale.ROOT),
        plan.getScore(),
        plan.getActionsCount(),
        Shown.money(plan.getExpectedValue()),
        Shown.money(plan.getExpectedCost()));
    ExplainPlanResponse why =
        node.answer(
            node.operations()
                .explainPlan(ExplainPlanRequest.newBuilder().setPlanId(plan.getId()).build()));
    for (int i = 0; i < plan.getActionsCount(); i++) {
      PlannedAction action = plan.getActions(i);
      words.line(
          "%3d. %-4s %6s %-9s at %s, %s",
          action.getPriority(),
          Shown.side(action.getSide()),
          Shown.quantity(action.getQuantity()),
          action.getSymbol(),
          Shown.price(action.getEstimatedPrice()),
          Shown.money(action.getEstimatedCost()));
      if (i < why.getStepsCount()) {
        ExplainedStep step = why.getSteps(i);
        step.getReasonsList().forEach(reason -> words.line("       %s", reason));
      }
    }
    if (explain && why.hasFindings()) {
      Findings.show(why.getFindings(), words);
    }
    if (why.getRejectedCount() > 0) {
      words.line("Considered and left out:");
      Table table = new Table().text("SYMBOL").text("SIDE").text("RULE").text("WHY");
      for (RejectedCandidate rejected : why.getRejectedList()) {
        table.row(
            rejected.getSymbol(),
            Shown.side(rejected.getSide()),
            rejected.getReasonCode(),
            rejected.getReason());
      }
      words.table(table);
    }
  }

  private static Plan made(Connection node, Words words) {
    AtomicReference<PlanUpdate> last = new AtomicReference<>(PlanUpdate.getDefaultInstance());
    node.each(
        node.planning().createPlan(CreatePlanRequest.getDefaultInstance()),
        update -> {
          words.progress(update.getProgressPct(), "planning", update.getCurrentStep());
          last.set(update);
        });
    PlanUpdate end = Objects.requireNonNull(last.get());
    if (!end.hasPlan()) {
      throw new CommandFailedException("no plan was made: " + end.getError());
    }
    return end.getPlan();
  }

  private Plan kept(Connection node) {
    if (id != null) {
      GetPlanResponse answer =
          node.answer(node.planning().getPlan(GetPlanRequest.newBuilder().setPlanId(id).build()));
      if (!answer.getFound()) {
        throw new CommandFailedException("there is no plan " + id);
      }
      return answer.getPlan();
    }
    List<Plan> plans =
        node.answer(node.planning().listPlans(ListPlansRequest.newBuilder().setLimit(1000).build()))
            .getPlansList();
    Optional<Plan> newest =
        plans.stream()
            .max(
                Comparator.comparingLong((Plan plan) -> plan.getCreatedAt().getSeconds())
                    .thenComparingInt(plan -> plan.getCreatedAt().getNanos()));
    return newest.orElseThrow(
        () -> new CommandFailedException("no plan was ever made; try 'trader plan --new'"));
  }
}
