package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.JobSamples.asset;
import static io.arduinotrader.optimization.JobSamples.grouped;
import static io.arduinotrader.optimization.JobSamples.held;
import static io.arduinotrader.optimization.JobSamples.job;
import static io.arduinotrader.optimization.JobSamples.limited;
import static io.arduinotrader.optimization.JobSamples.priced;
import static io.arduinotrader.optimization.JobSamples.wanted;
import static io.arduinotrader.optimization.JobSamples.wantedAsset;
import static io.arduinotrader.optimization.MarketSamples.APPLE;
import static io.arduinotrader.optimization.MarketSamples.SAP;
import static io.arduinotrader.optimization.MarketSamples.TOTAL;
import static io.arduinotrader.optimization.MarketSamples.VODAFONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.OptimizationWork.Family;
import io.arduinotrader.protocol.optimization.OptimizationWork.Group;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.optimization.OptimizationWork.Result;
import io.arduinotrader.protocol.optimization.OptimizationWork.Status;
import java.util.Arrays;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What bounds the weights of a job, and what gives way. */
class WeightLimitsTest {

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final TestProbe<Result> CALLER = KIT.createTestProbe();
  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void whatTheMaximaDoNotAllowStaysInCashAndThatIsSaidOnce() {
    Result result =
        run(
            job(
                0.97,
                asset(SAP, 300, 0, 0.15),
                asset(TOTAL, 300, 0, 0.15),
                asset(VODAFONE, 300, 0, 0.15)));

    assertThat(result.weights())
        .allSatisfy(weight -> assertThat(weight).isEqualTo(0.15, within(1e-9)));
    assertThat(result.explanation())
        .containsOnlyOnce("Only 45.0 % is invested: the maximum weights allow no more.");
  }

  @Test
  void aHistoryThatIsTooShortIsLeftOutAndNamed() {
    Result result =
        run(job(0.97, asset(SAP, 300, 0, 1), asset(TOTAL, 20, 0, 1), asset(VODAFONE, 300, 0, 1)));

    assertThat(result.weights().get(1)).isZero();
    assertThat(result.explanation()).contains("TTE.FR is left out: too few prices.");
    assertThat(result.notes().get(1)).isEqualTo("left out and kept as it is: too few prices");
    assertThat(result.weights().get(0) + result.weights().get(2)).isEqualTo(0.97, within(1e-9));
  }

  @Test
  void missingDataAreNoReasonToSell() {
    Result result =
        run(
            job(
                0.97,
                asset(SAP, 300, 0, 1),
                held(asset(TOTAL, 20, 0, 1), 0.3),
                held(priced(asset(VODAFONE, 300, 0, 0.1), constant()), 0.2)));

    assertThat(result.weights().get(1)).isEqualTo(0.3, within(1e-9));
    assertThat(result.weights().get(2)).isEqualTo(0.1, within(1e-9)); // its maximum holds
    assertThat(result.weights().get(0)).isEqualTo(0.57, within(1e-9));
  }

  @Test
  void minimaThatCannotBeKeptTogetherAreRelaxedAndNamed() {
    Result result = run(job(0.97, asset(SAP, 300, 0.6, 1), asset(TOTAL, 300, 0.6, 1)));

    assertThat(result.status()).isEqualTo(Status.RELAXED);
    assertThat(result.terms())
        .contains(
            "minimum of SAP.DE by 11.5000 percent points",
            "minimum of TTE.FR by 11.5000 percent points");
    assertThat(sum(result)).isEqualTo(0.97, within(1e-9));
  }

  @Test
  void groupsAreKeptInTheFinalWeights() {
    Job job =
        grouped(
            job(
                0.95,
                asset(SAP, 300, 0, 0.5),
                asset(TOTAL, 300, 0, 0.5),
                asset(VODAFONE, 300, 0, 0.5),
                asset(APPLE, 300, 0, 0.5)),
            new Group(Family.COUNTRY, "Europe", 0.3, List.of(0, 1, 2)),
            new Group(Family.COUNTRY, "America", 0.5, List.of(3)));

    Result result = run(job);

    double europe = result.weights().get(0) + result.weights().get(1) + result.weights().get(2);
    assertThat(sum(result)).isEqualTo(0.95, within(1e-9));
    assertThat(europe).isBetween(0.2 - 1e-9, 0.5);
    assertThat(result.weights().get(3)).isGreaterThan(0.4 - 1e-9);
  }

  @Test
  void noMoreIsTradedThanTheTurnoverAllows() {
    Job free =
        wanted(held(wantedAsset(SAP, 300, 0.2, 1), 0.7), held(wantedAsset(TOTAL, 300, 0.5, 1), 0));

    Result result = run(limited(free, 0, Integer.MAX_VALUE, 0.1));

    assertThat(result.weights().get(0)).isEqualTo(0.65, within(1e-8));
    assertThat(result.weights().get(1)).isEqualTo(0.05, within(1e-8));
    assertThat(result.status()).isEqualTo(Status.CLIPPED);
    assertThat(result.terms())
        .containsExactly(
            "SAP.DE: 20.00 % asked, 65.00 % possible", "TTE.FR: 50.00 % asked, 5.00 % possible");
  }

  @Test
  void aWeightFarAboveItsMaximumComesDownStepByStep() {
    Job job =
        limited(
            job(0.97, held(asset(SAP, 300, 0, 0.4), 0.9), asset(TOTAL, 300, 0, 0.6)),
            0,
            Integer.MAX_VALUE,
            0.1);

    Result result = run(job);

    assertThat(result.weights().get(0)).isBetween(0.8, 0.9);
    assertThat(result.status()).isEqualTo(Status.RELAXED);
    assertThat(result.terms()).anyMatch(term -> term.startsWith("maximum of SAP.DE by 4"));
  }

  @Test
  void smallPositionsAreNotMade() {
    Job free = wanted(wantedAsset(SAP, 300, 0.5, 1), wantedAsset(TOTAL, 300, 0.02, 1));

    Result result = run(limited(free, 0.05, Integer.MAX_VALUE, NO_LIMIT));

    assertThat(result.weights().get(0)).isEqualTo(0.5, within(1e-9));
    assertThat(result.weights().get(1)).isZero();
    assertThat(result.status()).isEqualTo(Status.CLIPPED);
    assertThat(result.terms())
        .containsExactly(
            "TTE.FR: 2.00 % asked, 0.00 % possible",
            "sum of the wanted weights: 52.00 % asked, 50.00 % possible");
  }

  @Test
  void aWantedPositionTooManyIsNotGivenToTheOthers() {
    Job free = wanted(wantedAsset(SAP, 300, 0.5, 1), wantedAsset(TOTAL, 300, 0.2, 1));

    Result result = run(limited(free, 0, 1, NO_LIMIT));

    assertThat(result.weights().get(0)).isEqualTo(0.5, within(1e-9));
    assertThat(result.weights().get(1)).isZero();
    assertThat(result.status()).isEqualTo(Status.CLIPPED);
    assertThat(result.terms())
        .containsExactly(
            "TTE.FR: 20.00 % asked, 0.00 % possible",
            "sum of the wanted weights: 70.00 % asked, 50.00 % possible");
  }

  @Test
  void noMorePositionsThanAllowed() {
    Job job =
        limited(
            job(
                0.9,
                asset(SAP, 300, 0, 0.4),
                asset(TOTAL, 300, 0, 0.4),
                asset(VODAFONE, 300, 0, 0.4),
                asset(APPLE, 300, 0, 0.4)),
            0,
            2,
            NO_LIMIT);

    Result result = run(job);

    assertThat(result.weights().stream().filter(weight -> weight > 0)).hasSize(2);
    assertThat(sum(result)).isEqualTo(0.8, within(1e-9));
    assertThat(result.explanation())
        .contains("Only 80.0 % is invested: the maximum weights allow no more.");
  }

  @Test
  void aMinimumAboveItsMaximumLeavesTheSecurityAsItIs() {
    Result result = run(job(0.97, asset(SAP, 300, 0.2, 0.1), asset(TOTAL, 300, 0, 1)));

    assertThat(result.weights().get(0)).isZero();
    assertThat(result.explanation())
        .contains("SAP.DE stays as it is: its minimum of 20.0 % is above its maximum of 10.0 %.");
  }

  @Test
  void oneSecurityTakesWhatItMay() {
    Result result = run(job(0.97, asset(SAP, 300, 0, 0.2)));

    assertThat(result.weights().getFirst()).isEqualTo(0.2, within(1e-9));
  }

  private static double[] constant() {
    double[] prices = new double[300];
    Arrays.fill(prices, 50);
    return prices;
  }

  private static double sum(Result result) {
    return result.weights().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static Result run(Job job) {
    return WeightJob.run(new OptimizationWork(7, job, CALLER.getRef()));
  }
}
