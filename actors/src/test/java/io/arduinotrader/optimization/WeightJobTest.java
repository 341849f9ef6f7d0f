package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.MarketSamples.SAP;
import static io.arduinotrader.optimization.MarketSamples.TOTAL;
import static io.arduinotrader.optimization.MarketSamples.VODAFONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.OptimizationWork.Asset;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.optimization.OptimizationWork.Result;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.SecurityRecord;
import java.util.List;
import java.util.Optional;
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

    assertThat(result.conflicts()).isEmpty();
    assertThat(result.weights().stream().mapToDouble(Double::doubleValue).sum())
        .isEqualTo(0.97, within(1e-9));
    assertThat(result.weights().get(0)).isBetween(0.1, 0.5);
    assertThat(result.weights().get(2)).isBetween(0.0, 0.2);
    assertThat(result.method()).isEqualTo("hierarchical risk parity");
    assertThat(result.explanation())
        .singleElement()
        .asString()
        .startsWith("Covariance of 299 daily returns of 3 securities, shrunk by ");
    assertThat(result.figures().orElseThrow().volatility()).isPositive();
  }

  @Test
  void theSameJobHasTheSameResult() {
    Job job = job(0.97, asset(SAP, 300, 0, 1), asset(TOTAL, 280, 0, 1));

    assertThat(run(job)).isEqualTo(run(job));
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
    assertThat(result.weights().get(0) + result.weights().get(2)).isEqualTo(0.97, within(1e-9));
  }

  @Test
  void whatIsLeftOutButCannotBeSoldKeepsItsPlace() {
    Result result = run(job(0.97, asset(SAP, 300, 0, 1), asset(TOTAL, 20, 0.3, 0.3)));

    assertThat(result.weights().get(1)).isEqualTo(0.3, within(1e-9));
    assertThat(result.weights().get(0)).isEqualTo(0.67, within(1e-9));
  }

  @Test
  void minimaThatCannotBeKeptTogetherAreNamed() {
    Result result = run(job(0.97, asset(SAP, 300, 0.6, 1), asset(TOTAL, 300, 0.6, 1)));

    assertThat(result.weights()).isEmpty();
    assertThat(result.conflicts())
        .containsExactly(
            "minima of SAP.DE, TTE.FR add up to 120.00 %, only 97.00 % can be invested");
  }

  @Test
  void withoutReturnsThereIsNothingToLearnFrom() {
    Result result = run(job(0.97, asset(SAP, 20, 0, 1), asset(TOTAL, 60, 0, 1)));

    assertThat(result.weights()).isEmpty();
    assertThat(result.conflicts())
        .containsExactly("no security has 60 daily returns within 365 days");
  }

  @Test
  void statedWeightsAreKeptAsNearAsTheBoundsAllow() {
    Result result = run(wanted(wantedAsset(SAP, 300, 0.5, 0.3), wantedAsset(TOTAL, 300, 0.2, 1)));

    assertThat(result.method()).isEqualTo("given weights within bounds");
    assertThat(result.weights().get(0)).isEqualTo(0.3, within(1e-9));
    assertThat(result.weights().get(1)).isEqualTo(0.4, within(1e-9));
    assertThat(result.figures()).isPresent();
  }

  @Test
  void statedWeightsNeedNoHistoryButHaveNoFiguresWithoutOne() {
    Result result = run(wanted(wantedAsset(SAP, 5, 0.5, 1), wantedAsset(TOTAL, 5, 0.2, 1)));

    assertThat(result.weights()).containsExactly(0.5, 0.2);
    assertThat(result.figures()).isEmpty();
  }

  @Test
  void noMoreIsTradedThanTheTurnoverAllows() {
    Job free =
        wanted(held(wantedAsset(SAP, 300, 0.2, 1), 0.7), held(wantedAsset(TOTAL, 300, 0.5, 1), 0));
    Result result =
        run(
            new Job(
                free.assets(),
                free.budget(),
                free.windowDays(),
                true,
                0,
                Integer.MAX_VALUE,
                Optional.of(0.1)));

    assertThat(result.weights().get(0)).isEqualTo(0.65, within(1e-9));
    assertThat(result.weights().get(1)).isEqualTo(0.05, within(1e-9));
  }

  @Test
  void smallPositionsAreNotMade() {
    Job free = wanted(wantedAsset(SAP, 300, 0.5, 1), wantedAsset(TOTAL, 300, 0.02, 1));
    Result result =
        run(
            new Job(
                free.assets(),
                free.budget(),
                free.windowDays(),
                true,
                0.05,
                Integer.MAX_VALUE,
                Optional.empty()));

    assertThat(result.weights().get(0)).isEqualTo(0.52, within(1e-9));
    assertThat(result.weights().get(1)).isZero();
  }

  private static Result run(Job job) {
    return WeightJob.run(new OptimizationWork(7, job, CALLER.getRef()));
  }

  private static Job job(double budget, Asset... assets) {
    return new Job(List.of(assets), budget, 365, false, 0, Integer.MAX_VALUE, Optional.empty());
  }

  private static Job wanted(Asset... assets) {
    double sum = 0;
    for (Asset asset : assets) {
      sum += asset.wanted();
    }
    return new Job(List.of(assets), sum, 365, true, 0, Integer.MAX_VALUE, Optional.empty());
  }

  private static Asset asset(SecurityRecord security, int bars, double minimum, double maximum) {
    BarColumns columns = MarketSamples.bars(security, bars, security.isin().hashCode());
    return new Asset(
        security.isin(),
        security.symbol(),
        0,
        0,
        minimum,
        maximum,
        columns.days(),
        columns.adjustedClose());
  }

  private static Asset held(Asset asset, double current) {
    return new Asset(
        asset.isin(),
        asset.symbol(),
        current,
        asset.wanted(),
        asset.minimum(),
        asset.maximum(),
        asset.days(),
        asset.prices());
  }

  private static Asset wantedAsset(
      SecurityRecord security, int bars, double wanted, double maximum) {
    Asset asset = asset(security, bars, 0, maximum);
    return new Asset(
        asset.isin(), asset.symbol(), 0, wanted, 0, maximum, asset.days(), asset.prices());
  }
}
