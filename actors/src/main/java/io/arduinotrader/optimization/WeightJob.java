package io.arduinotrader.optimization;

import io.arduinotrader.optimization.domain.allocation.Certificate;
import io.arduinotrader.optimization.domain.allocation.PortfolioOptimizer;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;
import io.arduinotrader.optimization.domain.pipeline.AllocationPipeline;
import io.arduinotrader.optimization.domain.pipeline.Solved;
import io.arduinotrader.optimization.domain.pipeline.TargetAnswer;
import io.arduinotrader.optimization.domain.pipeline.Universe;
import io.arduinotrader.optimization.domain.returns.CommonWindow;
import io.arduinotrader.optimization.domain.returns.PriceHistory;
import io.arduinotrader.optimization.domain.weights.Weights;
import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.OptimizationWork.Aims;
import io.arduinotrader.protocol.optimization.OptimizationWork.Asset;
import io.arduinotrader.protocol.optimization.OptimizationWork.Figures;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.optimization.OptimizationWork.Result;
import io.arduinotrader.protocol.optimization.OptimizationWork.Status;
import io.arduinotrader.protocol.optimization.WeightEvidence;
import io.arduinotrader.protocol.optimization.WeightEvidence.BindingLimit;
import io.arduinotrader.protocol.optimization.WeightEvidence.Programme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** One job: from histories, beliefs and limits to weights that say how they were found. */
final class WeightJob {

  private static final int MINIMUM_RETURNS = 60;

  /** A difference of returns per year that is worth a sentence. */
  private static final double NOTEWORTHY = 0.0005;

  private static final double ROUNDING = 1e-9;

  private final long number;
  private final Job job;
  private final JobBeliefs expected;
  private final WeightConstraints constraints;
  private final CommonWindow window;
  private final List<String> explanation = new ArrayList<>();
  private final String[] notes;

  private WeightJob(OptimizationWork work) {
    this.number = work.number();
    this.job = work.job();
    List<PriceHistory> histories =
        job.assets().stream()
            .map(asset -> PriceHistory.unchecked(asset.days(), asset.prices()))
            .toList();
    this.expected = new JobBeliefs(job, histories);
    JobLimits limits = new JobLimits(job);
    this.constraints = limits.constraints();
    this.explanation.addAll(limits.notes());
    this.window =
        CommonWindow.of(histories, new CommonWindow.Rule(job.windowDays(), MINIMUM_RETURNS));
    this.notes = new String[job.assets().size()];
    for (int i = 0; i < notes.length; i++) {
      notes[i] = expected.note(i);
    }
    for (CommonWindow.Exclusion exclusion : excluded(window)) {
      String reason = exclusion.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      explanation.add(
          "%s %s: %s."
              .formatted(
                  symbol(exclusion.history()),
                  job.wanted() ? "has no part in the figures" : "is left out",
                  reason));
      notes[exclusion.history()] =
          (job.wanted() ? "not in the figures: " : "left out and kept as it is: ") + reason;
    }
  }

  private static List<CommonWindow.Exclusion> excluded(CommonWindow window) {
    return switch (window) {
      case CommonWindow.Found found -> found.excluded();
      case CommonWindow.NoneLongEnough none -> none.excluded();
    };
  }

  static Result run(OptimizationWork work) {
    return new WeightJob(work).run();
  }

  private Result run() {
    if (job.wanted()) {
      return answered(
          AllocationPipeline.nearest(
              Weights.of(job.assets().stream().mapToDouble(Asset::wanted).toArray()),
              constraints,
              PortfolioOptimizer::solve),
          Universe.of(constraints, every()),
          window instanceof CommonWindow.Found found
              ? Optional.of(new JobModel(job, found, expected))
              : Optional.empty());
    }
    return switch (window) {
      case CommonWindow.NoneLongEnough none ->
          infeasible(
              List.of(
                  "no security has %d daily returns that vary within %d days"
                      .formatted(MINIMUM_RETURNS, job.windowDays())));
      case CommonWindow.Found found -> derived(found);
    };
  }

  private Result derived(CommonWindow.Found found) {
    JobModel believed = new JobModel(job, found, expected);
    explanation.addAll(believed.notes());
    explanation.add(expected.market());
    for (int asset : found.included()) {
      if (expected.estimate(asset).isEmpty()) {
        explanation.add("%s: %s.".formatted(symbol(asset), expected.note(asset)));
      }
    }
    Universe universe = Universe.of(constraints, believed.included());
    TargetAnswer answer =
        AllocationPipeline.derived(
            believed.beliefs(),
            universe.constraints(),
            JobRules.of(job.aims(), believed.included()),
            PortfolioOptimizer::solve);
    return answered(answer, universe, Optional.of(believed));
  }

  private Result answered(TargetAnswer answer, Universe universe, Optional<JobModel> model) {
    return switch (answer) {
      case TargetAnswer.None none -> {
        List<String> conflicts = new ArrayList<>();
        none.conflicts()
            .forEach(conflict -> conflicts.add(conflict.describe(i -> name(universe, i))));
        none.remedies()
            .forEach(
                remedy -> conflicts.add("would do: " + remedy.describe(i -> name(universe, i))));
        yield infeasible(conflicts);
      }
      case TargetAnswer.Found found -> found(found, universe, model);
    };
  }

  private Result found(TargetAnswer.Found found, Universe universe, Optional<JobModel> model) {
    Weights weights = universe.whole(found.weights());
    List<String> terms = new ArrayList<>(deviations(weights));
    found
        .clip()
        .ifPresent(
            clip ->
                terms.add(
                    String.format(
                        Locale.ROOT,
                        "%s: %.2f %% asked, %.2f %% attainable",
                        clip.limit().describe(i -> name(universe, i)),
                        100 * clip.asked(),
                        100 * clip.used())));
    found
        .substitutions()
        .forEach(substitution -> terms.add(substitution.describe(i -> name(universe, i))));
    found
        .relaxations()
        .forEach(relaxation -> terms.add(relaxation.describe(i -> name(universe, i))));
    Status status =
        found.relaxations().isEmpty()
            ? terms.isEmpty() ? Status.OPTIMAL : Status.CLIPPED
            : Status.RELAXED;
    Optional<Figures> figures =
        model.map(believed -> believed.figures(weights, found.certificate()));
    List<String> why = new ArrayList<>(found.reasons());
    figures.map(Figures::expectedReturn).flatMap(this::shortfall).ifPresent(why::add);
    explanation.addAll(why);
    return new Result(
        number,
        IntStream.range(0, weights.size()).mapToObj(weights::get).toList(),
        List.of(notes),
        status,
        terms,
        figures,
        found.method(),
        List.copyOf(why),
        List.copyOf(explanation),
        model.map(JobModel::correlations).orElse(List.of()),
        evidence(found.programmes().stream().map(solved -> programme(solved, universe)).toList()),
        0);
  }

  private Programme programme(Solved solved, Universe universe) {
    Certificate proof = solved.certificate();
    return new Programme(
        solved.name(),
        proof.objective(),
        proof.violation(),
        proof.stationarity(),
        proof.gap(),
        proof.iterations(),
        proof.active().stream()
            .map(
                active ->
                    new BindingLimit(
                        active.limit().describe(i -> name(universe, i)), active.price()))
            .toList());
  }

  private WeightEvidence evidence(List<Programme> programmes) {
    return new WeightEvidence(JobInputs.digest(job), programmes);
  }

  /** Where the weights are not what was wanted in so many words, a sentence each. */
  private List<String> deviations(Weights weights) {
    if (!job.wanted()) {
      return List.of();
    }
    List<String> terms = new ArrayList<>();
    double asked = 0;
    double given = 0;
    for (int i = 0; i < weights.size(); i++) {
      double wanted = job.assets().get(i).wanted();
      clipped(symbol(i), wanted, weights.get(i)).ifPresent(terms::add);
      asked += wanted;
      given += weights.get(i);
    }
    clipped("sum of the wanted weights", asked, given).ifPresent(terms::add);
    return terms;
  }

  private static Optional<String> clipped(String what, double asked, double possible) {
    return Math.abs(asked - possible) > ROUNDING
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s: %.2f %% asked, %.2f %% possible",
                what,
                100 * asked,
                100 * possible))
        : Optional.empty();
  }

  /** Risk parity does not know the return aimed at; what it takes from it is said. */
  private Optional<String> shortfall(double expectedReturn) {
    Aims aims = job.aims();
    boolean shared = !job.wanted() && aims.blend() > 0;
    return shared && expectedReturn < aims.targetReturn() - NOTEWORTHY
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "With its share of risk parity the whole is expected to return %.1f %%.",
                100 * expectedReturn))
        : Optional.empty();
  }

  private Result infeasible(List<String> conflicts) {
    return new Result(
        number,
        List.of(),
        List.of(notes),
        Status.INFEASIBLE,
        conflicts,
        Optional.empty(),
        "none",
        List.of(),
        List.copyOf(explanation),
        List.of(),
        evidence(List.of()),
        0);
  }

  private List<Integer> every() {
    return IntStream.range(0, job.assets().size()).boxed().toList();
  }

  private String name(Universe universe, int index) {
    return symbol(universe.original(index));
  }

  private String symbol(int asset) {
    return job.assets().get(asset).symbol().value();
  }
}
