package io.arduinotrader.planning.domain;

import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.planning.domain.candidate.CandidateList;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.planning.domain.objective.Ending;
import io.arduinotrader.planning.domain.objective.Objective;
import io.arduinotrader.planning.domain.scenario.Scenarios;
import io.arduinotrader.planning.domain.search.SearchProblem;
import io.arduinotrader.planning.domain.settings.SettingsText;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.PartResult;
import io.arduinotrader.protocol.planning.PartResult.Found;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanFindings;
import io.arduinotrader.protocol.planning.PlanFindings.Alternative;
import io.arduinotrader.protocol.planning.PlanFindings.Scenario;
import io.arduinotrader.protocol.planning.PlanFindings.ScorePart;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns what a search found into a plan with its explanation. */
final class PlanWriter {

  private static final double SCALE = 100;

  private final Situation situation;
  private final Objective objective;
  private final CandidateList considered;
  private final SearchProblem problem;
  private final PartResult merged;
  private final Optional<Found> chosen;
  private final List<Candidate> trades;
  private final double before;
  private final double after;

  PlanWriter(
      Situation situation,
      Objective objective,
      CandidateList considered,
      SearchProblem problem,
      PartResult merged) {
    this.situation = situation;
    this.objective = objective;
    this.considered = considered;
    this.problem = problem;
    this.merged = merged;
    chosen = merged.best().stream().findFirst().filter(this::beatsDoingNothing);
    trades = chosen.map(this::trades).orElse(List.of());
    before = score(List.of()).total();
    after = score(trades).total();
  }

  private boolean beatsDoingNothing(Found found) {
    double margin = situation.settings().aims().minimumImprovement();
    return !problem.nothingIsAdmissible() || found.score() >= problem.nothing() + margin;
  }

  Plan plan(PlanId id, Instant createdAt) {
    Digest inputs = PlanSearch.inputsHash(situation.inputs());
    return plan(
        id,
        createdAt,
        wishesMet() ? Plan.Status.READY : Plan.Status.DRAFT,
        inputs,
        findings(
            wishesMet()
                ? List.of(ended())
                : List.of(
                    "No sequence of trades can meet the wishes for the time after the plan.",
                    ended()),
            scenarios(inputs)));
  }

  /** The plan as far as it is known while the search goes on. */
  Plan draft(PlanId id, Instant createdAt) {
    return plan(
        id,
        createdAt,
        Plan.Status.DRAFT,
        PlanSearch.inputsHash(situation.inputs()),
        findings(
            List.of(
                unfinished("%d of %d sequences are evaluated and the search goes on; another one")),
            List.of()));
  }

  private Plan plan(
      PlanId id, Instant createdAt, Plan.Status status, Digest inputs, PlanFindings findings) {
    StepWriter writer = new StepWriter(situation, objective);
    List<Plan.Step> steps = writer.steps(trades);
    return new Plan(
        id,
        situation.inputs().account(),
        steps,
        rejected(),
        published(after),
        published(before),
        StepWriter.base(cashNeeded(writer)),
        steps.stream().map(Plan.Step::value).reduce(Money.zero(Currency.EUR), Money::plus),
        status,
        inputs,
        createdAt,
        findings);
  }

  private boolean wishesMet() {
    return chosen.isPresent() || problem.nothingIsAdmissible();
  }

  private BigDecimal cashNeeded(StepWriter writer) {
    BigDecimal needed = BigDecimal.ZERO;
    for (Candidate trade : trades) {
      BigDecimal value = StepWriter.value(trade);
      needed =
          needed.add(trade.side() == Side.BUY ? value : value.negate()).add(writer.cost(trade));
    }
    return needed.max(BigDecimal.ZERO);
  }

  private PlanFindings findings(List<String> howSure, List<Scenario> scenarios) {
    return new PlanFindings(
        SettingsText.of(situation.settings()),
        isProven(),
        remaining(),
        merged.counters(),
        objective.coverage(),
        summary(howSure),
        parts(),
        new Binding(situation, objective, trades).sentences(problem.candidates()),
        alternatives(),
        scenarios);
  }

  private boolean isProven() {
    return remaining() == 0;
  }

  /** How much better than the plan an unseen sequence could be; anything, if parts are missing. */
  private double remaining() {
    double bound =
        merged.parts().size() == problem.parts().size() ? merged.bound() : problem.bound();
    return SCALE * Math.max(0, bound - chosen.map(Found::score).orElseGet(problem::nothing));
  }

  private List<String> summary(List<String> howSure) {
    List<String> summary =
        new ArrayList<>(Narrative.summary(trades, published(before), published(after)));
    summary.addAll(howSure);
    if (!situation.inputs().targetsMissing().isEmpty()) {
      summary.add("There are no target weights: " + situation.inputs().targetsMissing() + ".");
    }
    return List.copyOf(summary);
  }

  private String ended() {
    return isProven()
        ? String.format(
            Locale.ROOT,
            "It is the best of %d sequences of up to %d of %d trades: %d were evaluated, and"
                + " the others cannot be carried out or cannot be better.",
            merged.counters().generated(),
            situation.settings().search().depth(),
            problem.candidates().size(),
            merged.counters().evaluated())
        : unfinished("%d of %d sequences were evaluated before the search ended; another one");
  }

  private String unfinished(String beginning) {
    return String.format(
        Locale.ROOT,
        beginning + " could be %.2f points better at most.",
        merged.counters().evaluated(),
        problem.sequences(),
        remaining());
  }

  private List<ScorePart> parts() {
    List<Objective.Part> then = score(trades).parts();
    List<Objective.Part> now = score(List.of()).parts();
    List<ScorePart> parts = new ArrayList<>();
    for (int at = 0; at < now.size(); at++) {
      parts.add(
          new ScorePart(
              now.get(at).name(), now.get(at).weight(), now.get(at).score(), then.get(at).score()));
    }
    return List.copyOf(parts);
  }

  private List<Alternative> alternatives() {
    return merged.best().stream()
        .filter(found -> !chosen.equals(Optional.of(found)))
        .map(
            found -> {
              double score = SCALE * score(trades(found)).total();
              return new Alternative(
                  trades(found).stream().map(Binding::trade).toList(),
                  score,
                  SCALE * after - score);
            })
        .toList();
  }

  private List<Scenario> scenarios(Digest inputs) {
    List<Scenarios.Named> portfolios = new ArrayList<>();
    portfolios.add(new Scenarios.Named("nothing", Ending.of(situation, List.of())));
    if (chosen.isPresent()) {
      portfolios.add(new Scenarios.Named("plan", Ending.of(situation, trades)));
    }
    merged.best().stream()
        .filter(found -> !chosen.equals(Optional.of(found)))
        .limit(situation.settings().scenarios().plans() - 1L)
        .forEachOrdered(
            found ->
                portfolios.add(
                    new Scenarios.Named(
                        "alternative " + (portfolios.size() - (chosen.isPresent() ? 1 : 0)),
                        Ending.of(situation, trades(found)))));
    return new Scenarios(situation, objective)
        .of(portfolios, ByteBuffer.wrap(inputs.bytes()).getLong());
  }

  /** What was left out before the search, and what the search left out. */
  private List<Plan.Rejected> rejected() {
    Set<String> planned = new HashSet<>();
    trades.forEach(trade -> planned.add(key(trade)));
    List<Plan.Rejected> rejected = new ArrayList<>();
    for (Candidate candidate : problem.candidates()) {
      if (planned.add(key(candidate))) {
        rejected.add(
            new Plan.Rejected(
                candidate.side(),
                candidate.asset().security().isin(),
                candidate.asset().security().symbol(),
                RefusalCode.NOT_IN_BEST,
                notInBest(candidate)));
      }
    }
    rejected.addAll(considered.rejected());
    return List.copyOf(rejected);
  }

  private String notInBest(Candidate candidate) {
    return merged.best().stream()
        .filter(found -> trades(found).stream().anyMatch(each -> key(each).equals(key(candidate))))
        .findFirst()
        .map(
            found ->
                String.format(
                    Locale.ROOT,
                    "the best sequence with it scores %.2f, %.2f less",
                    SCALE * score(trades(found)).total(),
                    SCALE * (after - score(trades(found)).total())))
        .orElse("none of the " + merged.best().size() + " best sequences has it");
  }

  private static String key(Candidate candidate) {
    return candidate.side() + " " + candidate.asset().number();
  }

  private List<Candidate> trades(Found found) {
    return found.actions().stream().map(problem.candidates()::get).toList();
  }

  private Objective.Score score(List<Candidate> sequence) {
    return Ending.of(situation, sequence).score(situation, objective);
  }

  /** Debts can put more than the whole portfolio out of place; that is no worse than all of it. */
  private static double published(double score) {
    return Math.clamp(SCALE * score, 0.0, SCALE);
  }
}
