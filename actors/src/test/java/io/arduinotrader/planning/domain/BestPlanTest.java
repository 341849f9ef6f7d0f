package io.arduinotrader.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.planning.domain.NaiveSearch.Sequence;
import io.arduinotrader.planning.domain.search.SearchWatch;
import io.arduinotrader.protocol.planning.PartResult;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.SearchPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search finds what trying everything finds, however it is split up. */
class BestPlanTest {

  private static final int SEEDS = 1200;

  /** D5: no sample, and no end before the best is found. */
  @Test
  void findsTheSamePlansAsTryingEverything() {
    int steps = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      int depth = 1 + (int) (seed % 5);
      PlanInputs inputs = new RandomPlans(seed).next(4 + (int) (seed % 7), 3, depth);
      NaiveSearch naive = new NaiveSearch(inputs);
      PlanSearch search = Plans.search(inputs);
      PartResult found = all(search, search.parts());
      Plan plan = search.plan(found, Plans.ID, Stock.NOW);
      int kept = inputs.settings().search().kept();
      List<Sequence> best = naive.sequences().stream().limit(kept).toList();

      assertThat(found.complete()).as("seed %d", seed).isTrue();
      assertThat(found.best()).as("seed %d", seed).hasSameSizeAs(best);
      for (int place = 0; place < best.size(); place++) {
        assertThat(found.best().get(place).score())
            .as("seed %d place %d", seed, place)
            .isCloseTo(best.get(place).score(), within(1e-11));
      }
      assertThat(Plans.trades(plan)).as("seed %d", seed).isEqualTo(chosen(naive, best, inputs));
      assertThat(found.counters().evaluated() + found.counters().pruned())
          .as("seed %d", seed)
          .isEqualTo(found.counters().generated());
      steps += plan.steps().size();
    }
    assertThat(steps).as("steps of all plans").isGreaterThan(SEEDS);
  }

  @Test
  void equalSequencesAreOrderedByTheirHash() {
    Plans plans = Plans.with("10000").set("max_plan_depth", 1);
    for (int number = 0; number < 6; number++) {
      plans.and(Stock.number(number).target(0.15));
    }
    List<String> hashes =
        new NaiveSearch(plans.inputs()).sequences().stream().map(Sequence::hash).toList();
    PlanSearch search = plans.search();
    NaiveSearch naive = new NaiveSearch(plans.inputs());

    assertThat(hashes).hasSize(5).isSorted();
    assertThat(Plans.trades(search.plan(all(search, search.parts()), Plans.ID, Stock.NOW)))
        .containsExactly(Binding.trade(naive.sequences().getFirst().trades().getFirst()))
        .isNotEqualTo(List.of("BUY 15 S0"));
  }

  private static List<String> chosen(NaiveSearch naive, List<Sequence> best, PlanInputs inputs) {
    double least = naive.nothing() + inputs.settings().aims().minimumImprovement();
    return best.stream()
        .findFirst()
        .filter(sequence -> !naive.nothingIsAdmissible() || sequence.score() >= least)
        .map(sequence -> sequence.trades().stream().map(Binding::trade).toList())
        .orElse(List.of());
  }

  /** D5: the same inputs give the same plan, whoever searches. */
  @ParameterizedTest
  @ValueSource(longs = {5_000_000, 2000})
  void anySplitInAnyOrderGivesTheSameBytes(long evaluations) {
    for (long seed = 0; seed < 20; seed++) {
      PlanInputs inputs =
          new RandomPlans(seed).plans(25, 10, 4).set("max_evaluations", evaluations).inputs();
      PlanSearch search = Plans.search(inputs);
      String alone = search.planAlone(SearchWatch.PATIENT, Plans.ID, Stock.NOW).toString();
      Random random = new Random(seed);
      for (int round = 0; round < 5; round++) {
        List<SearchPart> parts = new ArrayList<>(search.parts());
        Collections.shuffle(parts, random);
        List<PartResult> results = new ArrayList<>();
        for (SearchPart part : parts) {
          // every part on a search of its own, as another node would do it
          results.add(Plans.search(inputs).search(part, SearchWatch.PATIENT));
        }
        while (results.size() > 1) {
          PartResult one = results.remove(random.nextInt(results.size()));
          PartResult other = results.remove(random.nextInt(results.size()));
          results.add(search.merge(one, other));
        }
        PartResult merged = results.stream().reduce(search.none(), search::merge);
        assertThat(search.plan(merged, Plans.ID, Stock.NOW)).as("seed %d", seed).hasToString(alone);
      }
    }
  }

  private static PartResult all(PlanSearch search, List<SearchPart> parts) {
    PartResult merged = search.none();
    for (SearchPart part : parts) {
      merged = search.merge(merged, search.search(part, SearchWatch.PATIENT));
    }
    return merged;
  }
}
