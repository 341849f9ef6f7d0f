package io.arduinotrader.optimization.domain.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.RandomMarkets;
import io.arduinotrader.optimization.domain.returns.CovarianceEstimates.Shrunk;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CovarianceEstimatesTest {

  @Test
  void sampleCovarianceByHand() {
    ReturnsMatrix returns =
        ReturnsMatrix.of(new double[][] {{0.01, 0.03, 0.02}, {0.02, 0.06, 0.01}});

    Covariance sample = CovarianceEstimates.sample(returns);

    assertThat(sample.variance(0)).isEqualTo(1e-4, within(1e-18));
    assertThat(sample.variance(1)).isEqualTo(7e-4, within(1e-17));
    assertThat(sample.get(0, 1)).isEqualTo(2e-4, within(1e-17));
    assertThat(sample.get(1, 0)).isEqualTo(sample.get(0, 1));
    assertThat(sample.correlations()[0][1]).isEqualTo(2 / Math.sqrt(7), within(1e-12));
    assertThat(returns.annualMeans()[0]).isEqualTo(0.02 * 252, within(1e-12));
  }

  @Test
  void shrinkingKeepsTheTraceAndMakesMoreAssetsThanDaysDefinite() {
    ReturnsMatrix returns = RandomMarkets.returns(1, 40, 20);

    Shrunk shrunk = CovarianceEstimates.ledoitWolf(returns);
    Covariance sample = CovarianceEstimates.sample(returns);
    double trace = 0;
    double sampleTrace = 0;
    for (int i = 0; i < 40; i++) {
      trace += shrunk.covariance().variance(i);
      sampleTrace += sample.variance(i) * 19 / 20;
    }

    assertThat(trace).isEqualTo(sampleTrace, within(1e-15));
    assertThat(shrunk.intensity()).isBetween(0.01, 1.0);
    SplittableRandom random = new SplittableRandom(2);
    double floor = shrunk.intensity() * trace / 40;
    for (int i = 0; i < 1000; i++) {
      double[] direction = new double[40];
      double length = 0;
      for (int j = 0; j < 40; j++) {
        direction[j] = random.nextGaussian();
        length += direction[j] * direction[j];
      }
      assertThat(shrunk.covariance().varianceOf(direction)).isGreaterThan(floor * length * 0.999);
    }
  }

  @Test
  void moreDaysNeedLessShrinking() {
    double few = CovarianceEstimates.ledoitWolf(RandomMarkets.returns(3, 10, 60)).intensity();
    double many = CovarianceEstimates.ledoitWolf(RandomMarkets.returns(3, 10, 6000)).intensity();

    assertThat(many).isLessThan(few / 5);
  }

  @Test
  void oneAssetAndEqualReturnsAreNotShrunk() {
    assertThat(CovarianceEstimates.ledoitWolf(RandomMarkets.returns(4, 1, 100)).intensity())
        .isZero();
    ReturnsMatrix flat = ReturnsMatrix.of(new double[3][50]);
    assertThat(CovarianceEstimates.ledoitWolf(flat).covariance().variance(2)).isZero();
  }

  @Test
  void aMatrixThatIsNoCovarianceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Covariance.of(new double[][] {{-1}}))
        .withMessage("negative variance of asset 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Covariance.of(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}));
    assertThatIllegalArgumentException().isThrownBy(() -> Covariance.of(new double[][] {{1, 0}}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReturnsMatrix.of(new double[][] {{1, 2}, {1, 2, 3}}));
  }
}
