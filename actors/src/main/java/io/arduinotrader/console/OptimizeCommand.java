package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.operations.BindingLimit;
import io.arduinotrader.protocol.grpc.operations.CorrelatedPair;
import io.arduinotrader.protocol.grpc.operations.ExplainAllocationRequest;
import io.arduinotrader.protocol.grpc.operations.ExplainAllocationResponse;
import io.arduinotrader.protocol.grpc.operations.ExplainedWeight;
import io.arduinotrader.protocol.grpc.operations.SolvedProgramme;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Shows target weights and why. */
@Command(
    name = "optimize",
    description = "Show the weights the account should have, and why. Nothing is traded.")
final class OptimizeCommand extends ConsoleCommand {

  @Override
  void run(Connection node, Words words) {
    ExplainAllocationResponse answer =
        node.answer(
            node.operations().explainAllocation(ExplainAllocationRequest.getDefaultInstance()));
    if (words.printedAsJson(answer)) {
      return;
    }
    if (!answer.getSuccess()) {
      throw new CommandFailedException(
          "no weights, %s: %s"
              .formatted(answer.getStatus(), String.join("; ", answer.getTermsList())));
    }
    words.line(
        "Weights by %s (%s), in %d iterations and %.1f ms.",
        answer.getMethod(), answer.getStatus(), answer.getIterations(), answer.getSolveTimeMs());
    words.line(
        "Expected per year: return %.1f %%, volatility %.1f %%, Sharpe ratio %.2f.",
        100 * answer.getExpectedReturn(),
        100 * answer.getExpectedVolatility(),
        answer.getSharpeRatio());
    answer.getTermsList().forEach(term -> words.line("  not as asked: %s", term));
    Table table =
        new Table().text("SYMBOL").figure("NOW %").figure("WANTED %").figure("SHARES").text("WHY");
    for (ExplainedWeight weight : answer.getWeightsList()) {
      table.row(
          weight.getSymbol(),
          "%.2f".formatted(100 * weight.getCurrentWeight()),
          "%.2f".formatted(100 * weight.getTargetWeight()),
          Shown.quantity(weight.getQuantityChange()),
          weight.getNote());
    }
    words.table(table);
    answer.getReasonsList().forEach(reason -> words.line("%s", reason));
    for (SolvedProgramme programme : answer.getProgrammesList()) {
      words.line(
          "Solved for %s: %d iterations, stationarity %.1e, violation %.1e, gap %.1e%s.",
          programme.getName(),
          programme.getIterations(),
          programme.getStationarity(),
          programme.getViolation(),
          programme.getGap(),
          programme.getBindingList().isEmpty()
              ? ""
              : "; binding: "
                  + programme.getBindingList().stream()
                      .map(BindingLimit::getLimit)
                      .collect(Collectors.joining(", ")));
    }
    words.line("Inputs %s.", answer.getInputs());
    for (CorrelatedPair pair : answer.getCorrelationsList()) {
      words.line(
          "%s and %s move alike: correlation %.3f.",
          pair.getFirst(), pair.getSecond(), pair.getCoefficient());
    }
  }
}
