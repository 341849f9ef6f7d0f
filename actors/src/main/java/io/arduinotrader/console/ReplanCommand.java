package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.replay.ReplanRequest;
import io.arduinotrader.protocol.grpc.replay.ReplanResponse;
import io.arduinotrader.protocol.grpc.replay.ReplayedPlan;
import io.arduinotrader.protocol.grpc.replay.ReplayedStep;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a stored plan again with other settings. */
@Command(
    name = "replan",
    description = "Make a stored plan again with other settings of the planner and compare.")
final class ReplanCommand extends ConsoleCommand {

  @Parameters(paramLabel = "PLAN", description = "the plan's id, for example 3fa2b1c0-7")
  private String plan;

  @Option(
      names = "--set",
      paramLabel = "SETTING=VALUE",
      description = "a setting of the planner, may be repeated; preset=aggressive replaces all")
  private @Nullable Map<String, String> settings;

  @Override
  void run(Connection node, Words words) {
    ReplanRequest.Builder request = ReplanRequest.newBuilder().setPlanId(plan);
    if (settings != null) {
      request.putAllSettings(settings);
    }
    ReplanResponse answer = node.answer(node.replay().replan(request.build()));
    if (!answer.getFound()) {
      throw new CommandFailedException("there is no plan " + plan);
    }
    if (words.printedAsJson(answer)) {
      return;
    }
    words.line("As it was:");
    words.table(steps(answer.getRecorded()));
    words.line("With the other settings:");
    words.table(steps(answer.getChanged()));
    answer.getTextList().forEach(words::line);
    if (answer.getReproduced()) {
      words.line("With its own settings the plan comes out again, step by step.");
    }
  }

  private static Table steps(ReplayedPlan plan) {
    Table table =
        new Table().text("SIDE").text("SYMBOL").figure("SHARES").figure("VALUE").figure("COST");
    for (ReplayedStep step : plan.getStepsList()) {
      table.row(
          Shown.side(step.getSide()),
          step.getSymbol(),
          step.getQuantity(),
          Shown.money(step.getValue()),
          Shown.money(step.getCost()));
    }
    return table;
  }
}
