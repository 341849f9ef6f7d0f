package io.arduinotrader.scoring.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BarSeriesTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);
  private static final int D = (int) TODAY.toEpochDay();
  private static final double[] TWO = {10, 11};

  @Test
  void refusesDaysThatDoNotAscend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> series(new int[] {D, D - 1}, TWO))
        .withMessage("bars must ascend strictly, but 2025-06-29 follows 2025-06-30");
    assertThatIllegalArgumentException().isThrownBy(() -> series(new int[] {D, D}, TWO));
  }

  @Test
  void refusesABarFromTheFuture() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> series(new int[] {D, D + 1}, TWO))
        .withMessage("the bar of 2025-07-01 cannot be known on 2025-06-30");
  }

  @Test
  void refusesAPriceThatIsNone() {
    for (double price : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> series(new int[] {D - 1, D}, new double[] {10, price}))
          .withMessageStartingWith("close of 2025-06-30 must be above zero");
    }
  }

  @Test
  void refusesColumnsOfUnequalLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> series(new int[] {D}, TWO))
        .withMessage("2 closes for 1 days");
  }

  @Test
  void aMissingHighIsTheClose() {
    BarSeries series = Bars.of(TWO, TWO, new double[] {Double.NaN, 0});

    assertThat(series.adjustedHigh(1)).hasValue(11);
    assertThat(Bars.of(TWO, TWO, new double[] {Double.NaN, 10.5}).adjustedHigh(2)).hasValue(10.5);
  }

  @Test
  void highsFromBeforeASplitAreOnTodaysBasis() {
    double[] closes = {100, 102, 51};
    double[] adjusted = {50, 51, 51};
    double[] highs = {110, 104, 52};

    assertThat(Bars.of(closes, adjusted, highs).adjustedHigh(3)).hasValue(55);
    assertThat(Bars.of(closes, adjusted, highs).adjustedHigh(2)).hasValue(52);
  }

  @Test
  void windowsAreTheNewestBars() {
    PriceRun closes = Bars.of(1, 2, 3, 4).adjustedCloses();

    assertThat(closes.newest(2).at(0)).isEqualTo(3);
    assertThat(closes.newest(2).last()).isEqualTo(4);
    assertThat(closes.newest(9)).isEqualTo(closes);
  }

  private static BarSeries series(int[] days, double[] closes) {
    return BarSeries.of(TODAY, days, closes, closes, closes);
  }
}
