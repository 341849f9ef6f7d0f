package io.arduinotrader.planning.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.planning.domain.RandomPlans;
import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.planning.domain.candidate.CandidateList;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.planning.domain.objective.Ending;
import io.arduinotrader.planning.domain.objective.Objective;
import io.arduinotrader.protocol.planning.PartResult;
import io.arduinotrader.protocol.planning.SearchPart;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SearchProblemTest {

  /** Random walks forth and back, each place judged in two ways and bounded. */
  @Test
  void aPlaceIsWorthWhatThePortfolioThereIsAndNothingBelowItExceedsItsBound() {
    SplittableRandom random = new SplittableRandom(11);
    int places = 0;
    for (long seed = 0; seed < 60; seed++) {
      Situation situation = Situation.of(new RandomPlans(seed).next(12, 6, 5));
      Objective objective = Objective.of(situation);
      SearchProblem problem =
          SearchProblem.of(situation, objective, CandidateList.of(situation).candidates());
      Walk walk = new Walk(problem);
      for (int round = 0; round < 50; round++) {
        List<Double> bounds = new ArrayList<>();
        List<Candidate> trades = new ArrayList<>();
        bounds.add(walk.bound(0));
        for (int action = random.nextInt(3);
            action < problem.candidates().size() && walk.length() < problem.depth;
            action += 1 + random.nextInt(3)) {
          if (walk.allows(action)) {
            double expected = walk.scoreWith(action);
            walk.take(action);
            trades.add(problem.candidates().get(action));
            assertThat(walk.score()).isEqualTo(expected);
            assertThat(walk.score())
                .isCloseTo(
                    Ending.of(situation, trades).score(situation, objective).total(),
                    within(1e-12));
            for (double bound : bounds) {
              assertThat(walk.score()).isLessThanOrEqualTo(bound + 1e-12);
            }
            if (walk.length() < problem.depth) {
              bounds.add(walk.bound(action + 1));
            }
            places++;
          }
        }
        while (walk.length() > 0) {
          walk.back();
        }
        assertThat(walk.score()).isEqualTo(problem.nothing());
      }
    }
    assertThat(places).isGreaterThan(3000);
  }

  @Test
  void thePartsHoldEverySequenceOnce() {
    SearchProblem problem = problem(3);

    assertThat(problem.parts().stream().mapToLong(SearchPart::sequences).sum())
        .isEqualTo(problem.sequences());
    assertThat(problem.parts()).allMatch(part -> part.budget() == part.sequences());
  }

  @Test
  void aPartCannotBeMergedTwice() {
    SearchProblem problem = problem(3);
    PartResults results = new PartResults(problem);
    PartResult one = PartSearch.run(problem, problem.parts().getFirst(), SearchWatch.PATIENT);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> results.merge(one, one))
        .withMessageStartingWith("a part was searched twice");
  }

  @Test
  void setsAreCountedUpToALimit() {
    SetCounts counts = new SetCounts(200, 10);

    assertThat(counts.of(25, 5)).isEqualTo(68406);
    assertThat(counts.of(4, 10)).isEqualTo(16);
    assertThat(new SetCounts(200, 100).of(200, 100)).isEqualTo(SetCounts.MANY);
  }

  private static SearchProblem problem(long seed) {
    Situation situation = Situation.of(new RandomPlans(seed).next(12, 6, 4));
    return SearchProblem.of(
        situation, Objective.of(situation), CandidateList.of(situation).candidates());
  }
}
