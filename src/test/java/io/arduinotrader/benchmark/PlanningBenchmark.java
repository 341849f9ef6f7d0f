package io.arduinotrader.benchmark;

import io.arduinotrader.planning.domain.PlanSearch;
import io.arduinotrader.planning.domain.candidate.Asset;
import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.planning.domain.objective.Objective;
import io.arduinotrader.planning.domain.search.PartResults;
import io.arduinotrader.planning.domain.search.PartSearch;
import io.arduinotrader.planning.domain.search.SearchProblem;
import io.arduinotrader.planning.domain.search.SearchWatch;
import io.arduinotrader.protocol.planning.PartResult;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.SearchPart;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The search for the best plan of 20 positions and 50 securities, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlanningBenchmark {

  private static final PlanId ID = new PlanId(new PortfolioHash("3fa2b1c0"), 1);
  private static final int DEPTH = 5;

  private final PlanInputs inputs = PlanningMarket.inputs(DEPTH, Optional.empty());

  /** A wish nothing meets, so that nothing is known to beat and every sequence is evaluated. */
  private final SearchProblem unbounded =
      problem(PlanningMarket.inputs(DEPTH, Optional.of(0.0)), 10, 15);

  private final SearchProblem usual = problem(inputs, 10, 15);
  private final SearchProblem large = problem(inputs, 20, 30);
  private final SearchProblem deep =
      problem(PlanningMarket.inputs(DEPTH + 2, Optional.empty()), 20, 30);

  /** Sequences evaluated in the time of all invocations. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Evaluated {
    public long sequences;
  }

  /** All 65,000 sequences of 10 sales and 15 purchases, none left out. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  public PartResult evaluate(Evaluated evaluated) {
    PartResult result = search(unbounded);
    evaluated.sequences += result.counters().evaluated();
    return result;
  }

  /** 10 sales and 15 purchases, up to 5 of them, proven best. */
  @Benchmark
  public PartResult usual() {
    return proven(usual);
  }

  /** 20 sales and 30 purchases, up to 5 of them, proven best. */
  @Benchmark
  public PartResult large() {
    return proven(large);
  }

  /** The same up to 7 of them, within the budget. */
  @Benchmark
  public PartResult deep() {
    return search(deep);
  }

  /** From inputs to the explained plan. */
  @Benchmark
  public Plan plan() {
    return switch (PlanSearch.prepare(inputs)) {
      case PlanSearch.Ready ready ->
          ready.search().planAlone(SearchWatch.PATIENT, ID, inputs.asOf());
      case PlanSearch.Refused refused -> throw new IllegalStateException(refused.toString());
    };
  }

  private static PartResult proven(SearchProblem problem) {
    PartResult result = search(problem);
    if (!result.complete()) {
      throw new IllegalStateException("not proven: " + result);
    }
    return result;
  }

  private static PartResult search(SearchProblem problem) {
    PartResults results = new PartResults(problem);
    PartResult merged = results.none();
    for (SearchPart part : problem.parts()) {
      merged = results.merge(merged, PartSearch.run(problem, part, SearchWatch.PATIENT));
    }
    return merged;
  }

  private static SearchProblem problem(PlanInputs inputs, int sells, int buys) {
    Situation situation = Situation.of(inputs);
    List<Candidate> candidates = new ArrayList<>();
    for (Asset asset : situation.assets()) {
      boolean held = asset.held() > 0;
      if (held && candidates.size() < sells) {
        candidates.add(candidate(situation, asset, Side.SELL, Math.rint(asset.held() / 3)));
      } else if (!held && candidates.size() < sells + buys) {
        candidates.add(
            candidate(
                situation, asset, Side.BUY, Math.ceil(0.02 * situation.total() / asset.unit())));
      }
    }
    return SearchProblem.of(situation, Objective.of(situation), candidates);
  }

  private static Candidate candidate(Situation situation, Asset asset, Side side, double shares) {
    double value = shares * asset.unit();
    return new Candidate(
        asset, side, shares, value, situation.costs().of(value), 1, List.of(), List.of());
  }
}
