package io.arduinotrader.gateway.operations;

import io.arduinotrader.protocol.grpc.operations.PlanAlternative;
import io.arduinotrader.protocol.grpc.operations.PlanFindings;
import io.arduinotrader.protocol.grpc.operations.PlanScenario;
import io.arduinotrader.protocol.grpc.operations.PlanScorePart;
import io.arduinotrader.protocol.grpc.operations.PlanSpread;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanFindings.Alternative;
import io.arduinotrader.protocol.planning.PlanFindings.Scenario;
import io.arduinotrader.protocol.planning.PlanFindings.ScorePart;
import io.arduinotrader.protocol.planning.PlanFindings.Spread;
import io.arduinotrader.protocol.planning.SearchCounters;

/** How a plan was found, as it travels. */
final class FindingsWire {

  private FindingsWire() {}

  static PlanFindings of(Plan plan) {
    io.arduinotrader.protocol.planning.PlanFindings findings = plan.findings();
    SearchCounters counters = findings.counters();
    return PlanFindings.newBuilder()
        .addAllSummary(findings.summary())
        .setProven(findings.proven())
        .setRemaining(findings.remaining())
        .setSequences(counters.generated())
        .setEvaluated(counters.evaluated())
        .setLeftOut(counters.pruned())
        .setCoverage(findings.coverage())
        .addAllParts(findings.parts().stream().map(FindingsWire::part).toList())
        .addAllBinding(findings.binding())
        .addAllAlternatives(
            findings.alternatives().stream().map(FindingsWire::alternative).toList())
        .addAllScenarios(findings.scenarios().stream().map(FindingsWire::scenario).toList())
        .addAllSettings(findings.settings().lines().toList())
        .setInputsHash(plan.inputsHash().hex())
        .build();
  }

  private static PlanScorePart part(ScorePart part) {
    return PlanScorePart.newBuilder()
        .setName(part.name())
        .setWeight(part.weight())
        .setBefore(part.before())
        .setAfter(part.after())
        .build();
  }

  private static PlanAlternative alternative(Alternative alternative) {
    return PlanAlternative.newBuilder()
        .addAllTrades(alternative.trades())
        .setScore(alternative.score())
        .setWorse(alternative.worse())
        .build();
  }

  private static PlanScenario scenario(Scenario scenario) {
    return PlanScenario.newBuilder()
        .setKind(scenario.kind())
        .setPortfolio(scenario.portfolio())
        .setScore(spread(scenario.score()))
        .setGain(spread(scenario.gain()))
        .build();
  }

  private static PlanSpread spread(Spread spread) {
    return PlanSpread.newBuilder()
        .setMean(spread.mean())
        .setTenth(spread.tenth())
        .setWorst(spread.worst())
        .build();
  }
}
