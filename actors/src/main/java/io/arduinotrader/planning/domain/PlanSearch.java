package io.arduinotrader.planning.domain;

import io.arduinotrader.planning.domain.candidate.CandidateList;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.planning.domain.objective.Objective;
import io.arduinotrader.planning.domain.search.PartResults;
import io.arduinotrader.planning.domain.search.PartSearch;
import io.arduinotrader.planning.domain.search.SearchProblem;
import io.arduinotrader.planning.domain.search.SearchWatch;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.PartResult;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.SearchPart;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.PlanId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The making of one plan, from inputs to steps. Every node that works on it prepares it by itself
 * and comes to the same candidates in the same order; then each searches some {@link #parts}, the
 * results are {@link #merge merged} in any order, and {@link #plan} turns them into the plan.
 */
public final class PlanSearch {

  private final Situation situation;
  private final Objective objective;
  private final CandidateList candidates;
  private final SearchProblem problem;
  private final PartResults results;

  private PlanSearch(Situation situation) {
    this.situation = situation;
    objective = Objective.of(situation);
    candidates = CandidateList.of(situation);
    problem = SearchProblem.of(situation, objective, candidates.candidates());
    results = new PartResults(problem);
  }

  /** What came of preparing a search. */
  public sealed interface Prepared {}

  /** The search can start. */
  public record Ready(PlanSearch search) implements Prepared {}

  /** No plan can be made from the inputs. */
  public record Refused(Refusal refusal) implements Prepared {}

  /** Prepares the search for the best plan. */
  public static Prepared prepare(PlanInputs inputs) {
    Optional<Refusal> problem = InputsCheck.problem(inputs);
    if (problem.isPresent()) {
      return new Refused(problem.get());
    }
    Situation situation = Situation.of(inputs);
    if (!(situation.total() > 0)) {
      return new Refused(
          Refusal.of(
              RefusalCode.NOTHING_TO_WORK_WITH,
              String.format(
                  Locale.ROOT,
                  "positions and cash are worth %.2f EUR together",
                  situation.total())));
    }
    return new Ready(new PlanSearch(situation));
  }

  /** Names exactly what the plan depends on. */
  public static Digest inputsHash(PlanInputs inputs) {
    return InputsText.hash(inputs);
  }

  /** The parts that have to be searched, none when there is nothing to trade. */
  public List<SearchPart> parts() {
    return problem.parts();
  }

  /** How many sequences there are in all parts. */
  public long sequences() {
    return problem.sequences();
  }

  /** Searches a part. */
  public PartResult search(SearchPart part, SearchWatch watch) {
    return PartSearch.run(problem, part, watch);
  }

  /** What is known before any part is searched. */
  public PartResult none() {
    return results.none();
  }

  /**
   * The results of different parts together.
   *
   * @throws IllegalArgumentException when they have a part in common
   */
  public PartResult merge(PartResult one, PartResult other) {
    return results.merge(one, other);
  }

  /**
   * The plan.
   *
   * @param merged of all parts; with parts missing the plan is not proven
   */
  public Plan plan(PartResult merged, PlanId id, Instant createdAt) {
    return new PlanWriter(situation, objective, candidates, problem, merged).plan(id, createdAt);
  }

  /**
   * What the plan would be if the search ended here: a draft, because a better sequence may still
   * be found. It comes without scenarios.
   *
   * @param soFar of the parts that are searched or are being searched
   */
  public Plan draft(PartResult soFar, PlanId id, Instant createdAt) {
    return new PlanWriter(situation, objective, candidates, problem, soFar).draft(id, createdAt);
  }

  /** Searches all parts one after another and makes the plan. */
  public Plan planAlone(SearchWatch watch, PlanId id, Instant createdAt) {
    PartResult merged = none();
    for (SearchPart part : parts()) {
      merged = merge(merged, search(part, watch));
    }
    return plan(merged, id, createdAt);
  }
}
