package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredValues.each;

import io.arduinotrader.persistence.journal.planning.PlanJournal;
import io.arduinotrader.protocol.planning.PlanFindings;
import io.arduinotrader.protocol.planning.SearchCounters;

/** The stored form of what speaks for a plan. */
final class StoredFindings {

  private StoredFindings() {}

  static PlanJournal.Findings stored(PlanFindings findings) {
    return PlanJournal.Findings.newBuilder()
        .setSettings(findings.settings())
        .setProven(findings.proven())
        .setRemaining(findings.remaining())
        .setCounters(stored(findings.counters()))
        .setCoverage(findings.coverage())
        .addAllSummary(findings.summary())
        .addAllParts(each(findings.parts(), StoredFindings::stored))
        .addAllBinding(findings.binding())
        .addAllAlternatives(each(findings.alternatives(), StoredFindings::stored))
        .addAllScenarios(each(findings.scenarios(), StoredFindings::stored))
        .build();
  }

  static PlanFindings findings(PlanJournal.Findings stored) {
    return new PlanFindings(
        stored.getSettings(),
        stored.getProven(),
        stored.getRemaining(),
        counters(stored.getCounters()),
        stored.getCoverage(),
        stored.getSummaryList().stream().toList(),
        each(stored.getPartsList(), StoredFindings::part),
        stored.getBindingList().stream().toList(),
        each(stored.getAlternativesList(), StoredFindings::alternative),
        each(stored.getScenariosList(), StoredFindings::scenario));
  }

  private static PlanJournal.Counters stored(SearchCounters counters) {
    return PlanJournal.Counters.newBuilder()
        .setGenerated(counters.generated())
        .setEvaluated(counters.evaluated())
        .setPruned(counters.pruned())
        .setBestScore(counters.bestScore())
        .build();
  }

  private static SearchCounters counters(PlanJournal.Counters stored) {
    return new SearchCounters(
        stored.getGenerated(), stored.getEvaluated(), stored.getPruned(), stored.getBestScore());
  }

  private static PlanJournal.ScorePart stored(PlanFindings.ScorePart part) {
    return PlanJournal.ScorePart.newBuilder()
        .setName(part.name())
        .setWeight(part.weight())
        .setBefore(part.before())
        .setAfter(part.after())
        .build();
  }

  private static PlanFindings.ScorePart part(PlanJournal.ScorePart stored) {
    return new PlanFindings.ScorePart(
        stored.getName(), stored.getWeight(), stored.getBefore(), stored.getAfter());
  }

  private static PlanJournal.Alternative stored(PlanFindings.Alternative alternative) {
    return PlanJournal.Alternative.newBuilder()
        .addAllTrades(alternative.trades())
        .setScore(alternative.score())
        .setWorse(alternative.worse())
        .build();
  }

  private static PlanFindings.Alternative alternative(PlanJournal.Alternative stored) {
    return new PlanFindings.Alternative(
        stored.getTradesList().stream().toList(), stored.getScore(), stored.getWorse());
  }

  private static PlanJournal.Scenario stored(PlanFindings.Scenario scenario) {
    return PlanJournal.Scenario.newBuilder()
        .setKind(scenario.kind())
        .setPortfolio(scenario.portfolio())
        .setScore(stored(scenario.score()))
        .setGain(stored(scenario.gain()))
        .build();
  }

  private static PlanFindings.Scenario scenario(PlanJournal.Scenario stored) {
    return new PlanFindings.Scenario(
        stored.getKind(),
        stored.getPortfolio(),
        spread(stored.getScore()),
        spread(stored.getGain()));
  }

  private static PlanJournal.Spread stored(PlanFindings.Spread spread) {
    return PlanJournal.Spread.newBuilder()
        .setMean(spread.mean())
        .setTenth(spread.tenth())
        .setWorst(spread.worst())
        .build();
  }

  private static PlanFindings.Spread spread(PlanJournal.Spread stored) {
    return new PlanFindings.Spread(stored.getMean(), stored.getTenth(), stored.getWorst());
  }
}
