package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.JobSamples.aiming;
import static io.arduinotrader.optimization.JobSamples.asset;
import static io.arduinotrader.optimization.JobSamples.expecting;
import static io.arduinotrader.optimization.JobSamples.grouped;
import static io.arduinotrader.optimization.JobSamples.held;
import static io.arduinotrader.optimization.JobSamples.job;
import static io.arduinotrader.optimization.JobSamples.limited;
import static io.arduinotrader.optimization.JobSamples.priced;
import static io.arduinotrader.optimization.JobSamples.pursuing;
import static io.arduinotrader.optimization.JobSamples.wanted;
import static io.arduinotrader.optimization.JobSamples.wantedAsset;
import static io.arduinotrader.optimization.MarketSamples.SAP;
import static io.arduinotrader.optimization.MarketSamples.TOTAL;
import static io.arduinotrader.optimization.MarketSamples.VODAFONE;
import static io.arduinotrader.optimization.MarketSamples.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.OptimizationWork.Asset;
import io.arduinotrader.protocol.optimization.OptimizationWork.Family;
import io.arduinotrader.protocol.optimization.OptimizationWork.Group;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.optimization.OptimizationWork.Pursuit;
import io.arduinotrader.protocol.optimization.OptimizationWork.Result;
import io.arduinotrader.protocol.optimization.OptimizationWork.ReturnFigures;
import io.arduinotrader.protocol.optimization.OptimizationWork.RiskModel;
import io.arduinotrader.protocol.optimization.OptimizationWork.Status;
import io.arduinotrader.protocol.optimization.WeightEvidence.BindingLimit;
import io.arduinotrader.protocol.optimization.WeightEvidence.Programme;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WeightJobTest {

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final TestProbe<Result> CALLER = KIT.createTestProbe();

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void weightsSpendTheBudgetWithinTheBounds() {
    Result result =
        run(
            job(
                0.97,
                asset(SAP, 300, 0.1, 0.5),
                asset(TOTAL, 300, 0, 0.5),
                asset(VODAFONE, 300, 0, 0.2)));

    assertThat(sum(result)).isEqualTo(0.97, within(1e-9));
    assertThat(result.weights().get(0)).isBetween(0.1 - 1e-9, 0.5 + 1e-9);
    assertThat(result.weights().get(2)).isBetween(-1e-9, 0.2 + 1e-9);
    assertThat(result.explanation())
        .anyMatch(
            each -> each.startsWith("Covariance of 299 daily returns of 3 securities, shrunk by "));
    assertThat(result.figures().orElseThrow().volatility()).isPositive();
    assertThat(result.figures().orElseThrow().iterations()).isPositive();
  }

  @Test
  void theSameJobHasTheSameResult() {
    Job job = job(0.97, asset(SAP, 300, 0, 1), asset(TOTAL, 280, 0, 1));

    assertThat(run(job)).isEqualTo(run(job));
  }

  @Test
  void everyProgrammeHasItsProof() {
    Result result =
        run(aiming(job(0.97, asset(SAP, 300, 0, 0.6), asset(TOTAL, 300, 0, 0.6)), 0.05, 0.15, 0.5));

    assertThat(result.evidence().programmes())
        .extracting(Programme::name)
        .containsExactly(
            "target return", "hierarchical risk parity", "nearest weights that keep every limit");
    assertThat(result.evidence().programmes())
        .allSatisfy(
            programme -> {
              assertThat(programme.stationarity()).isBetween(0.0, 1e-8);
              assertThat(programme.violation()).isBetween(0.0, 1e-9);
              assertThat(programme.gap()).isBetween(-1e-12, 1e-8);
            });
  }

  @Test
  void whatBindsIsNamed() {
    Result result =
        run(
            pursuing(
                job(0.97, asset(SAP, 300, 0, 0.3), asset(TOTAL, 300, 0, 1)),
                Pursuit.LEAST_VARIANCE,
                RiskModel.SAMPLE));

    assertThat(result.evidence().programmes().getFirst().binding())
        .allMatch(limit -> limit.price() > 0)
        .extracting(BindingLimit::limit)
        .containsExactly("budget", "maximum of SAP.DE");
  }

  /** Whatever changes the question changes its digest, also a single price. */
  @Test
  void theDigestStandsForAllInputs() {
    Asset sap = asset(SAP, 300, 0, 1);
    double[] prices = sap.prices().clone();
    prices[7] = Math.nextUp(prices[7]);
    Job job = job(0.97, sap);
    List<Job> others =
        List.of(
            job(0.96, sap),
            job(0.97, priced(sap, prices)),
            job(0.97, held(sap, 0.1)),
            job(0.97, expecting(sap, figures(0.09, 0.5))),
            job(0.97, sap, asset(TOTAL, 300, 0, 1)),
            aiming(job, 0.12, 0.15, 0.5),
            grouped(job, new Group(Family.COUNTRY, "Europe", 0.4, List.of(0))),
            limited(job, 0, 5, 1));

    assertThat(JobInputs.digest(job)).isEqualTo(JobInputs.digest(job(0.97, asset(SAP, 300, 0, 1))));
    assertThat(others).extracting(JobInputs::digest).doesNotContain(JobInputs.digest(job));
    assertThat(others).extracting(JobInputs::digest).doesNotHaveDuplicates();
    assertThat(run(job).evidence().inputs()).isEqualTo(JobInputs.digest(job));
  }

  @Test
  void aReturnWithinReachIsReachedWithTheLeastRisk() {
    Result result =
        run(
            aiming(
                job(
                    1,
                    expecting(asset(SAP, 300, 0, 1), figures(0.12, 0.8)),
                    expecting(asset(TOTAL, 300, 0, 1), figures(0.04, 0.4))),
                0.10,
                0.15,
                0));

    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(result.method()).isEqualTo("target return");
    assertThat(result.terms()).isEmpty();
    assertThat(result.figures().orElseThrow().expectedReturn()).isGreaterThan(0.10 - 1e-9);
  }

  @Test
  void whatRiskParityTakesFromTheReturnIsSaid() {
    Job job =
        job(
            1,
            expecting(asset(SAP, 300, 0, 1), figures(0.12, 0.8)),
            expecting(asset(TOTAL, 300, 0, 1), figures(0.02, 0.1)));

    assertThat(run(aiming(job, 0.11, 0.15, 0.5)).why())
        .anyMatch(each -> each.startsWith("With its share of risk parity the whole is expected"));
    assertThat(run(aiming(job, 0.11, 0.15, 0)).why())
        .noneMatch(each -> each.startsWith("With its share of risk parity"));
  }

  @Test
  void aReturnOutOfReachIsClippedAndSaidSo() {
    Job job = job(1, asset(SAP, 300, 0, 1), asset(TOTAL, 300, 0, 1));

    Result risky = run(aiming(job, 0.5, 5, 0));
    Result calm = run(aiming(job, 0.5, 0.01, 0));

    assertThat(risky.status()).isEqualTo(Status.CLIPPED);
    assertThat(risky.method()).isEqualTo("largest attainable return");
    assertThat(risky.terms())
        .singleElement()
        .asString()
        .startsWith("expected return: 50.00 % asked, ");
    assertThat(calm.method()).isEqualTo("minimum variance");
    assertThat(calm.explanation()).anyMatch(each -> each.startsWith("Even the least risk has"));
  }

  @Test
  void betweenBothTheVolatilityDecides() {
    Job job =
        job(
            1,
            expecting(asset(SAP, 300, 0, 1), figures(0.20, 0.9)),
            expecting(asset(TOTAL, 300, 0, 1), figures(0.02, 0.3)));
    double least = run(aiming(job, -0.2, 1, 0)).figures().orElseThrow().volatility();
    double most = run(aiming(job, 0.5, 5, 0)).figures().orElseThrow().volatility();
    double between = (least + most) / 2;

    Result result = run(aiming(job, 0.5, between, 0));

    assertThat(result.method()).isEqualTo("target risk");
    assertThat(result.figures().orElseThrow().volatility()).isEqualTo(between, within(1e-7));
  }

  @Test
  void withoutExpectedReturnsOnlyRiskDecides() {
    Result result =
        run(
            job(
                1,
                expecting(asset(SAP, 300, 0, 1), ReturnFigures.UNKNOWN),
                expecting(asset(TOTAL, 300, 0, 1), ReturnFigures.UNKNOWN)));

    assertThat(result.status()).isEqualTo(Status.CLIPPED);
    assertThat(result.terms())
        .containsExactly(
            "target return asked, minimum variance possible: expected returns are not known");
    assertThat(result.method())
        .isEqualTo("50 % minimum variance and 50 % hierarchical risk parity");
    assertThat(result.explanation())
        .contains(
            "No expected returns are known, so only risk decides.",
            "SAP.DE: nothing is expected: its growth over five or ten years is not known.");
    assertThat(sum(result)).isEqualTo(1, within(1e-9));
  }

  @Test
  void whatNothingIsExpectedOfIsNotBoughtForItsReturn() {
    Result result =
        run(
            aiming(
                job(
                    0.9,
                    asset(SAP, 300, 0, 1),
                    held(expecting(asset(TOTAL, 300, 0, 1), ReturnFigures.UNKNOWN), 0.1)),
                0.11,
                0.15,
                0));

    assertThat(result.weights().get(1)).isBetween(0.0, 0.1 + 1e-9);
  }

  @Test
  void viewsReachAlsoWhatNothingIsExpectedOf() {
    Job direct =
        job(
            0.97,
            expecting(asset(SAP, 300, 0, 1), figures(0.12, 0.8)),
            expecting(asset(TOTAL, 300, 0, 1), ReturnFigures.UNKNOWN));

    Result result = run(JobSamples.viewing(direct));

    assertThat(result.explanation())
        .contains("Expected returns are views on what equal weights of all securities imply.");
    assertThat(result.weights().get(1)).isPositive();
    assertThat(sum(result)).isEqualTo(0.97, within(1e-9));
  }

  @Test
  void withoutReturnsThereIsNothingToLearnFrom() {
    Result result = run(job(0.97, asset(SAP, 20, 0, 1), asset(TOTAL, 60, 0, 1)));

    assertThat(result.weights()).isEmpty();
    assertThat(result.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(result.terms())
        .containsExactly("no security has 60 daily returns that vary within 365 days");
  }

  /** A price that is no number says neither how the security nor how the market stands. */
  @Test
  void oneBadPriceLeavesOutItsSecurityOnly() {
    Asset total = asset(TOTAL, 300, 0, 1);
    double[] prices = total.prices().clone();
    prices[299] = Double.NaN;
    Asset sap = asset(SAP, 300, 0, 0.5);
    Asset vodafone = asset(VODAFONE, 300, 0, 0.5);

    Result result = run(job(0.97, sap, vodafone, priced(total, prices)));
    Result without = run(job(0.97, sap, vodafone));

    assertThat(result.status()).isEqualTo(without.status());
    assertThat(result.weights().subList(0, 2)).isEqualTo(without.weights());
    assertThat(sum(result)).isEqualTo(0.97, within(1e-9));
    assertThat(result.weights().get(2)).isZero();
    assertThat(result.notes().get(2)).isEqualTo("left out and kept as it is: unusable prices");
    assertThat(result.explanation())
        .contains("TTE.FR is left out: unusable prices.")
        .contains(marketOf(without));
  }

  @Test
  void aBadPriceIsNoReasonNotToReachStatedWeights() {
    Asset total = wantedAsset(TOTAL, 300, 0.2, 1);
    Result result = run(wanted(wantedAsset(SAP, 300, 0.5, 1), priced(total, 1, -1)));

    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(result.weights().get(1)).isEqualTo(0.2, within(1e-9));
    assertThat(result.notes().get(1)).isEqualTo("not in the figures: unusable prices");
  }

  private static String marketOf(Result result) {
    return result.explanation().stream()
        .filter(each -> each.startsWith("The market is"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void statedWeightsAreKeptAsNearAsTheBoundsAllow() {
    Result result = run(wanted(wantedAsset(SAP, 300, 0.5, 0.3), wantedAsset(TOTAL, 300, 0.2, 1)));

    assertThat(result.method()).isEqualTo("nearest to the given weights");
    assertThat(result.status()).isEqualTo(Status.CLIPPED);
    assertThat(result.terms())
        .containsExactly(
            "SAP.DE: 50.00 % asked, 30.00 % possible",
            "sum of the wanted weights: 70.00 % asked, 50.00 % possible");
    assertThat(result.weights().get(0)).isEqualTo(0.3, within(1e-9));
    assertThat(result.weights().get(1)).isEqualTo(0.2, within(1e-9));
    assertThat(result.figures()).isPresent();
  }

  /** Nothing is scaled without a word. */
  @Test
  void weightsOfMoreThanEverythingAreNotWhatWasAsked() {
    Result result = run(wanted(wantedAsset(SAP, 300, 0.8, 1), wantedAsset(TOTAL, 300, 0.7, 1)));

    assertThat(result.status()).isEqualTo(Status.CLIPPED);
    assertThat(result.terms())
        .containsExactly(
            "SAP.DE: 80.00 % asked, 53.33 % possible",
            "TTE.FR: 70.00 % asked, 46.67 % possible",
            "sum of the wanted weights: 150.00 % asked, 100.00 % possible");
    assertThat(sum(result)).isEqualTo(1, within(1e-9));
  }

  @Test
  void weightsThatMaximaDoNotAllowAreNotWhatWasAsked() {
    Result result = run(wanted(wantedAsset(SAP, 300, 0.9, 0.1), wantedAsset(TOTAL, 300, 0.1, 0.1)));

    assertThat(result.status()).isEqualTo(Status.CLIPPED);
    assertThat(result.terms())
        .containsExactly(
            "SAP.DE: 90.00 % asked, 10.00 % possible",
            "sum of the wanted weights: 100.00 % asked, 20.00 % possible");
  }

  @Test
  void weightsThatCanBeHadAreAsAsked() {
    Result result = run(wanted(wantedAsset(SAP, 300, 0.5, 0.5), wantedAsset(TOTAL, 300, 0.2, 1)));

    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(result.terms()).isEmpty();
  }

  @Test
  void statedWeightsNeedNoHistoryButHaveNoFiguresWithoutOne() {
    Result result = run(wanted(wantedAsset(SAP, 5, 0.5, 1), wantedAsset(TOTAL, 5, 0.2, 1)));

    assertThat(result.weights().get(0)).isEqualTo(0.5, within(1e-9));
    assertThat(result.weights().get(1)).isEqualTo(0.2, within(1e-9));
    assertThat(result.figures()).isEmpty();
  }

  @Test
  void twoSecuritiesThatMoveAlikeAreReported() {
    Asset sap = asset(SAP, 300, 0, 1);
    Result result = run(job(1, sap, priced(asset(TOTAL, 300, 0, 1), sap.prices())));

    assertThat(result.correlations())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.first()).isEqualTo(SAP.symbol());
              assertThat(pair.second()).isEqualTo(TOTAL.symbol());
              assertThat(pair.coefficient()).isEqualTo(1, within(1e-9));
            });
    assertThat(sum(result)).isEqualTo(1, within(1e-9));
  }

  private static double sum(Result result) {
    return result.weights().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static Result run(Job job) {
    return WeightJob.run(new OptimizationWork(7, job, CALLER.getRef()));
  }
}
