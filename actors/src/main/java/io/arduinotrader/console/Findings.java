package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.operations.PlanAlternative;
import io.arduinotrader.protocol.grpc.operations.PlanFindings;
import io.arduinotrader.protocol.grpc.operations.PlanScenario;
import io.arduinotrader.protocol.grpc.operations.PlanScorePart;
import io.arduinotrader.protocol.grpc.operations.PlanSpread;
import java.util.Locale;

/** How a plan was found, for a person. */
final class Findings {

  private static final double PERCENT = 100;

  private Findings() {}

  static void show(PlanFindings findings, Words words) {
    findings.getSummaryList().forEach(sentence -> words.line("%s", sentence));
    words.line(
        findings.getProven()
            ? "No better sequence exists: of %,d, %,d were evaluated and %,d cannot be better."
            : "Not proven: of %,d sequences %,d were evaluated and %,d cannot be better.",
        findings.getSequences(),
        findings.getEvaluated(),
        findings.getLeftOut());
    if (!findings.getProven()) {
      words.line("An unseen one could be better by %.2f points.", findings.getRemaining());
    }
    findings.getBindingList().forEach(sentence -> words.line("%s", sentence));
    words.line("%.0f %% of the figures are known.", PERCENT * findings.getCoverage());
    parts(findings, words);
    alternatives(findings, words);
    scenarios(findings, words);
  }

  private static void parts(PlanFindings findings, Words words) {
    Table table =
        new Table().text("PART OF THE SCORE").figure("WEIGHT").figure("BEFORE").figure("AFTER");
    for (PlanScorePart part : findings.getPartsList()) {
      table.row(
          part.getName(),
          percent(part.getWeight()),
          points(PERCENT * part.getBefore()),
          points(PERCENT * part.getAfter()));
    }
    words.table(table);
  }

  private static void alternatives(PlanFindings findings, Words words) {
    if (findings.getAlternativesCount() == 0) {
      return;
    }
    words.line("The next best:");
    Table table = new Table().figure("SCORE").figure("WORSE BY").text("TRADES");
    for (PlanAlternative alternative : findings.getAlternativesList()) {
      table.row(
          points(alternative.getScore()),
          String.format(Locale.ROOT, "%.3f", alternative.getWorse()),
          String.join(", ", alternative.getTradesList()));
    }
    words.table(table);
  }

  private static void scenarios(PlanFindings findings, Words words) {
    if (findings.getScenariosCount() == 0) {
      return;
    }
    words.line("What could happen:");
    Table table =
        new Table()
            .text("SCENARIO")
            .text("PORTFOLIO")
            .figure("SCORE")
            .figure("ONE IN TEN")
            .figure("WORST")
            .figure("GAIN")
            .figure("ONE IN TEN")
            .figure("WORST");
    for (PlanScenario scenario : findings.getScenariosList()) {
      PlanSpread score = scenario.getScore();
      PlanSpread gain = scenario.getGain();
      table.row(
          scenario.getKind(),
          scenario.getPortfolio(),
          points(score.getMean()),
          points(score.getTenth()),
          points(score.getWorst()),
          percent(gain.getMean()),
          percent(gain.getTenth()),
          percent(gain.getWorst()));
    }
    words.table(table);
  }

  private static String points(double points) {
    return String.format(Locale.ROOT, "%.2f", points);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", PERCENT * share);
  }
}
