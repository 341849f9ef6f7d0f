package io.arduinotrader.optimization.domain.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.expectation.ExpectedReturn.Estimated;
import io.arduinotrader.optimization.domain.expectation.ExpectedReturn.Unknown;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedReturnTest {

  private static final double AIM = 0.11;
  private static final OptionalDouble NONE = OptionalDouble.empty();

  /** Growth, yield, score, regime, adjustment: worked by hand. */
  @ParameterizedTest
  @CsvSource({
    "0.12, 0.02, 0.75, SIDEWAYS,  0.0, 0.1475",
    "0.12, 0.02, 0.75, RISING,    0.0, 0.145",
    "0.12, 0.02, 0.75, FALLING,   0.0, 0.110625",
    "0.12, 0.02, 0.50, SIDEWAYS, -0.2, 0.1048",
    "0.10, 0.03, 0.00, SIDEWAYS,  0.0, 0.091",
  })
  void workedValues(
      double growth,
      double yield,
      double score,
      Regime regime,
      double adjustment,
      double expected) {
    ReturnInputs inputs = new ReturnInputs(some(growth + yield), NONE, some(score), 1, 1);

    Estimated estimated = estimated(inputs, rules(regime, adjustment));

    assertThat(estimated.value()).isEqualTo(expected, within(1e-12));
    assertThat(estimated.coverage()).isEqualTo(1, within(1e-12));
    assertThat(estimated.missing()).isEmpty();
  }

  @Test
  void pessimismLowersAndPreferenceRaisesAlsoWhatIsNegative() {
    ReturnInputs loser = inputs(-0.2, 0.3, 1);
    double neutral = estimated(loser, rules(Regime.SIDEWAYS, 0)).value();
    assertThat(neutral).isEqualTo(-0.10, within(1e-12)); // −0.1202 before the lower end

    double mild = estimated(inputs(-0.1, 0.3, 1), rules(Regime.SIDEWAYS, 0)).value();
    assertThat(mild).isEqualTo(-0.0502, within(1e-12));
    assertThat(estimated(inputs(-0.1, 0.3, 1), rules(Regime.FALLING, 0)).value())
        .isEqualTo(-0.0502 / 0.75, within(1e-12));
    assertThat(estimated(inputs(-0.1, 0.3, 1), rules(Regime.SIDEWAYS, -0.1)).value())
        .isLessThan(mild);
    assertThat(estimated(inputs(-0.1, 0.3, 2), rules(Regime.SIDEWAYS, 0)).value())
        .isGreaterThan(mild);
  }

  @Test
  void everyFactorIsMonotoneWhateverTheSign() {
    SplittableRandom random = new SplittableRandom(3);
    for (int run = 0; run < 2000; run++) {
      double growth = random.nextDouble(-0.3, 0.3);
      double score = random.nextDouble();
      double preference = random.nextDouble(0.1, 3);
      double adjustment = random.nextDouble(-0.2, 0.2);
      double value = value(growth, score, preference, adjustment);
      assertThat(value(growth + 0.01, score, preference, adjustment)).isGreaterThanOrEqualTo(value);
      assertThat(value(growth, Math.min(1, score + 0.1), preference, adjustment))
          .isGreaterThanOrEqualTo(value);
      assertThat(value(growth, score, preference * 1.1, adjustment)).isGreaterThanOrEqualTo(value);
      assertThat(value(growth, score, preference, adjustment + 0.05)).isGreaterThanOrEqualTo(value);
      assertThat(value).isBetween(-0.10, 0.30);
    }
  }

  @Test
  void zeroGrowthIsAFigureAndNoneIsNot() {
    ReturnInputs flat = new ReturnInputs(some(0), some(0.2), some(0.5), 1, 1);
    ReturnInputs longOnly = new ReturnInputs(NONE, some(0.2), some(0.5), 1, 1);
    ReturnInputs none = new ReturnInputs(NONE, some(Double.NaN), some(1), 1, 1);

    assertThat(estimated(flat, rules(Regime.SIDEWAYS, 0)).value()).isEqualTo(0.033, within(1e-12));
    assertThat(estimated(longOnly, rules(Regime.SIDEWAYS, 0)).value())
        .isEqualTo(0.173, within(1e-12));
    assertThat(ExpectedReturn.of(none, rules(Regime.SIDEWAYS, 0)))
        .isEqualTo(new Unknown("its growth over five or ten years is not known"));
  }

  @Test
  void whatIsMissingIsNamedAndLowersTheCoverage() {
    ReturnInputs bare = new ReturnInputs(some(0.1), NONE, NONE, 0, 1);

    Estimated estimated = estimated(bare, rules(Regime.SIDEWAYS, 0));

    assertThat(estimated.value()).isEqualTo(0.103, within(1e-12));
    assertThat(estimated.missing()).containsExactly("score");
    assertThat(estimated.coverage()).isEqualTo(0.7, within(1e-12));
  }

  @Test
  void scoresAndPreferencesOutOfRangeAreNoInputs() {
    assertThatIllegalArgumentException().isThrownBy(() -> inputs(0.1, 1.2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> inputs(0.1, 0.5, 0));
  }

  private static double value(double growth, double score, double preference, double adjustment) {
    return estimated(inputs(growth, score, preference), rules(Regime.SIDEWAYS, adjustment)).value();
  }

  private static Estimated estimated(ReturnInputs inputs, ReturnRules rules) {
    return (Estimated) ExpectedReturn.of(inputs, rules);
  }

  private static ReturnInputs inputs(double growth, double score, double preference) {
    return new ReturnInputs(some(growth), NONE, some(score), 1, preference);
  }

  private static ReturnRules rules(Regime regime, double adjustment) {
    return new ReturnRules(AIM, regime, adjustment, -0.10, 0.30);
  }

  private static OptionalDouble some(double value) {
    return OptionalDouble.of(value);
  }
}
