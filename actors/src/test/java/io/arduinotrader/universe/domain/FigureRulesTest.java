package io.arduinotrader.universe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.PriceAnomaly;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FigureRulesTest {

  private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

  @Test
  void percentPointsAreNoFractions() {
    FigureRules.Checked checked = FigureRules.check(figures(2.6, 150));

    assertThat(checked.usable()).isEqualTo(figures(OptionalDouble.empty(), OptionalDouble.empty()));
    assertThat(checked.anomalies())
        .containsExactly(
            new PriceAnomaly(
                DAY,
                "UNIT",
                "dividend_yield is a fraction of the price between 0.0 and 0.5, not 2.6"),
            new PriceAnomaly(
                DAY, "UNIT", "debt_to_equity is a ratio between -30.0 and 30.0, not 150.0"));
  }

  @Test
  void aFigureThatIsNoNumberIsMissing() {
    assertThat(FigureRules.check(figures(Double.NaN, 1)).usable())
        .isEqualTo(figures(OptionalDouble.empty(), OptionalDouble.of(1)));
  }

  @Test
  void zeroAndNegativeEquityAreFigures() {
    FigureRules.Checked checked = FigureRules.check(figures(0, -1.5));

    assertThat(checked.usable()).isEqualTo(figures(0, -1.5));
    assertThat(checked.anomalies()).isEmpty();
  }

  private static Fundamentals figures(double yield, double debt) {
    return figures(OptionalDouble.of(yield), OptionalDouble.of(debt));
  }

  private static Fundamentals figures(OptionalDouble yield, OptionalDouble debt) {
    return new Fundamentals(
        DAY,
        OptionalDouble.empty(),
        OptionalDouble.of(17),
        yield,
        OptionalDouble.of(0.12),
        OptionalDouble.empty(),
        debt,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        "test");
  }
}
