package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.JobSamples.SEARCH;
import static io.arduinotrader.optimization.JobSamples.asset;
import static io.arduinotrader.optimization.JobSamples.expecting;
import static io.arduinotrader.optimization.JobSamples.indexed;
import static io.arduinotrader.optimization.JobSamples.job;
import static io.arduinotrader.optimization.JobSamples.preferring;
import static io.arduinotrader.optimization.JobSamples.priced;
import static io.arduinotrader.optimization.JobSamples.seeking;
import static io.arduinotrader.optimization.JobSamples.sharing;
import static io.arduinotrader.optimization.MarketSamples.APPLE;
import static io.arduinotrader.optimization.MarketSamples.SAP;
import static io.arduinotrader.optimization.MarketSamples.TOTAL;
import static io.arduinotrader.optimization.MarketSamples.VODAFONE;
import static io.arduinotrader.optimization.MarketSamples.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.OptimizationWork.Asset;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.optimization.OptimizationWork.Linkage;
import io.arduinotrader.protocol.optimization.OptimizationWork.Pursuit;
import io.arduinotrader.protocol.optimization.OptimizationWork.Result;
import io.arduinotrader.protocol.optimization.OptimizationWork.Search;
import io.arduinotrader.protocol.optimization.OptimizationWork.Status;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way to seek weights that an owner can state changes what is found. */
class SoughtWeightsTest {

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final TestProbe<Result> CALLER = KIT.createTestProbe();
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private static final Job JOB =
      job(
          1,
          expecting(asset(SAP, 300, 0, 1), figures(0.12, 0.8)),
          expecting(asset(TOTAL, 300, 0, 1), figures(0.08, 0.5)),
          expecting(asset(VODAFONE, 300, 0, 1), figures(0.02, 0.3)),
          expecting(asset(APPLE, 300, 0, 1), figures(0.05, 0.6)));

  /** Enough securities for trees that differ. */
  private static final Job MANY =
      job(
          1,
          IntStream.range(0, 12)
              .mapToObj(
                  seed ->
                      priced(
                          asset(SAP, 300, 0, 1),
                          MarketSamples.bars(SAP, 300, seed).adjustedClose()))
              .toArray(Asset[]::new));

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @ParameterizedTest
  @EnumSource(
      value = Linkage.class,
      names = {"COMPLETE", "AVERAGE", "WARD"})
  void theLinkageDecidesWhatIsNear(Linkage linkage) {
    Search other = new Search(linkage, 0, NONE, 0.95, NONE, NONE);

    assertThat(run(seeking(MANY, 1, Pursuit.RETURN, other)).weights())
        .isNotEqualTo(run(seeking(MANY, 1, Pursuit.RETURN, SEARCH)).weights());
  }

  @ParameterizedTest
  @EnumSource(
      value = Pursuit.class,
      names = {"LEAST_VARIANCE", "UTILITY", "TAIL_LOSS"})
  void aRidgeSpreadsWider(Pursuit pursuit) {
    Search ridged = new Search(Linkage.SINGLE, 5, NONE, 0.95, NONE, NONE);

    assertThat(squares(run(seeking(JOB, 0, pursuit, ridged))))
        .isLessThan(squares(run(seeking(JOB, 0, pursuit, SEARCH))));
  }

  @Test
  void whoShunsRiskMoreHasLess() {
    Search bold = new Search(Linkage.SINGLE, 0, OptionalDouble.of(0.5), 0.95, NONE, NONE);
    Search shy = new Search(Linkage.SINGLE, 0, OptionalDouble.of(50), 0.95, NONE, NONE);

    Result brave = run(seeking(JOB, 0, Pursuit.UTILITY, bold));
    Result careful = run(seeking(JOB, 0, Pursuit.UTILITY, shy));

    assertThat(brave.method()).isEqualTo("largest mean-variance utility");
    assertThat(careful.figures().orElseThrow().volatility())
        .isLessThan(brave.figures().orElseThrow().volatility());
  }

  @Test
  void theConfidenceSaysWhichDaysAreTheWorst() {
    Search wide = new Search(Linkage.SINGLE, 0, NONE, 0.7, NONE, NONE);

    assertThat(run(seeking(JOB, 0, Pursuit.TAIL_LOSS, wide)).weights())
        .isNotEqualTo(run(seeking(JOB, 0, Pursuit.TAIL_LOSS, SEARCH)).weights());
  }

  @ParameterizedTest
  @EnumSource(
      value = Pursuit.class,
      names = {"TAIL_LOSS", "DRAWDOWN", "SEMIVARIANCE"})
  void aTailCanHaveAReturnToLeaveOrARiskToKeep(Pursuit pursuit) {
    Result least = run(seeking(JOB, 0, pursuit, SEARCH));
    double between = least.figures().orElseThrow().expectedReturn() + 0.01;
    Search rich = new Search(Linkage.SINGLE, 0, NONE, 0.95, OptionalDouble.of(between), NONE);
    Search greedy = new Search(Linkage.SINGLE, 0, NONE, 0.95, NONE, OptionalDouble.of(2));
    Search hopeless = new Search(Linkage.SINGLE, 0, NONE, 0.95, OptionalDouble.of(0.9), NONE);

    Result richer = run(seeking(JOB, 0, pursuit, rich));
    assertThat(richer.status()).isEqualTo(Status.OPTIMAL);
    assertThat(richer.figures().orElseThrow().expectedReturn()).isEqualTo(between, within(1e-7));
    assertThat(run(seeking(JOB, 0, pursuit, greedy)).weights().get(0)).isEqualTo(1, within(1e-6));
    assertThat(run(seeking(JOB, 0, pursuit, hopeless)).status()).isEqualTo(Status.CLIPPED);
  }

  @Test
  void sharesOfTheRiskNeedNotBeEqual() {
    Result equal = run(sharing(JOB));
    Result unequal = run(sharing(JOB, 3.0, 1.0, 1.0, 1.0));

    assertThat(unequal.weights().get(0)).isGreaterThan(1.2 * equal.weights().get(0));
    assertThat(unequal.status()).isEqualTo(Status.OPTIMAL);
  }

  @Test
  void whatTheOwnerPrefersIsExpectedToReturnMore() {
    Result liked = run(preferring(JOB, 1.0, 2.0, 1.0, 1.0));

    assertThat(liked.notes().get(0)).isEqualTo(run(preferring(JOB)).notes().get(0));
    assertThat(run(preferring(JOB)).notes().get(1)).startsWith("expected 8.9 % a year");
    assertThat(liked.notes().get(1)).startsWith("expected 17.8 % a year");
  }

  @Test
  void anIndexSaysWhereTheMarketStands() {
    assertThat(run(indexed(JOB, OptionalDouble.of(-0.2))).explanation())
        .anyMatch(
            each ->
                each.startsWith(
                    "The market is falling, as the index securities are -20.0 % from their long"
                        + " average;"));
    assertThat(run(indexed(JOB, NONE)).explanation())
        .anyMatch(
            each ->
                each.startsWith(
                    "The market is sideways, as the index securities have too few prices to say"
                        + " otherwise;"));
  }

  private static double squares(Result result) {
    return result.weights().stream().mapToDouble(weight -> weight * weight).sum();
  }

  private static Result run(Job job) {
    return WeightJob.run(new OptimizationWork(7, job, CALLER.getRef()));
  }
}
