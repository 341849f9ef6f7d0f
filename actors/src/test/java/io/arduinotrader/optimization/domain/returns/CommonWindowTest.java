package io.arduinotrader.optimization.domain.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.returns.CommonWindow.Exclusion;
import io.arduinotrader.optimization.domain.returns.CommonWindow.Reason;
import io.arduinotrader.optimization.domain.returns.CommonWindow.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommonWindowTest {

  private static final Rule THREE = new Rule(1000, 3);

  @Test
  void onlyDaysThatAllHaveCount() {
    PriceHistory one = history(new int[] {1, 2, 3, 4, 6, 7}, 10, 11, 12, 13, 15, 16);
    PriceHistory two = history(new int[] {2, 4, 5, 6, 7}, 100, 110, 120, 121, 242);

    CommonWindow.Found found = found(List.of(one, two), THREE);

    assertThat(found.returns().days()).isEqualTo(3);
    assertThat(found.firstDay()).isEqualTo(2);
    assertThat(found.lastDay()).isEqualTo(7);
    assertThat(found.returns().get(0, 0)).isEqualTo(13.0 / 11 - 1, within(1e-15));
    assertThat(found.returns().get(1, 1)).isEqualTo(0.1, within(1e-15));
    assertThat(found.returns().get(1, 2)).isEqualTo(1);
    assertThat(found.excluded()).isEmpty();
  }

  @Test
  void aYoungHistoryIsLeftOutInsteadOfFilledUp() {
    PriceHistory young = history(new int[] {9, 10}, 5, 6);

    CommonWindow.Found found = found(List.of(young, steady(10, 1), steady(10, 2)), THREE);

    assertThat(found.included()).containsExactly(1, 2);
    assertThat(found.excluded()).containsExactly(new Exclusion(0, Reason.TOO_FEW_PRICES));
    assertThat(found.returns().days()).isEqualTo(9);
  }

  @Test
  void theShortestIsLeftOutUntilEnoughDaysAreCommon() {
    PriceHistory ended = history(new int[] {1, 2, 3, 4, 5}, 1, 2, 3, 4, 5);
    PriceHistory begun = history(new int[] {4, 5, 6, 7, 8, 9}, 1, 2, 1, 2, 1, 2);

    CommonWindow.Found found = found(List.of(ended, begun, steady(9, 3)), THREE);

    assertThat(found.included()).containsExactly(1, 2);
    assertThat(found.excluded()).containsExactly(new Exclusion(0, Reason.TOO_FEW_COMMON_DAYS));
    assertThat(found.returns().days()).isEqualTo(5);
  }

  @Test
  void ofEquallyShortOnesTheLastIsLeftOut() {
    PriceHistory early = history(new int[] {1, 2, 3, 4, 5}, 1, 2, 1, 2, 1);
    PriceHistory late = history(new int[] {5, 6, 7, 8, 9}, 1, 2, 1, 2, 1);

    assertThat(found(List.of(early, late), THREE).included()).containsExactly(0);
    assertThat(found(List.of(late, early), THREE).included()).containsExactly(0);
  }

  @Test
  void aPriceThatNeverMovesHasNoRisk() {
    PriceHistory flat = history(new int[] {1, 2, 3, 4, 5}, 7, 7, 7, 7, 7);

    CommonWindow.Found found = found(List.of(flat, steady(5, 4)), THREE);

    assertThat(found.included()).containsExactly(1);
    assertThat(found.excluded()).containsExactly(new Exclusion(0, Reason.NO_VARIATION));
  }

  @Test
  void theWindowEndsWithTheNewestPriceOfAll() {
    CommonWindow.Found found = found(List.of(steady(500, 5)), new Rule(100, 3));

    assertThat(found.firstDay()).isEqualTo(401);
    assertThat(found.returns().days()).isEqualTo(99);
  }

  @Test
  void withoutAnyHistoryThereIsNone() {
    assertThat(CommonWindow.of(List.of(), Rule.STANDARD))
        .isEqualTo(new CommonWindow.NoneLongEnough(List.of()));
    assertThat(CommonWindow.of(List.of(history(new int[0])), Rule.STANDARD))
        .isEqualTo(
            new CommonWindow.NoneLongEnough(List.of(new Exclusion(0, Reason.TOO_FEW_PRICES))));
  }

  @Test
  void whatCannotBeReadIsLeftOutAndTheOthersStay() {
    double[] prices = {100, 101, 103, 102};
    List<PriceHistory> histories =
        List.of(
            PriceHistory.unchecked(new int[] {1, 2, 3, 4}, new double[] {1, Double.NaN, 1, 1}),
            PriceHistory.unchecked(new int[] {1, 2, 3, 4}, prices),
            PriceHistory.unchecked(new int[] {1, 3, 2, 4}, prices),
            PriceHistory.unchecked(new int[] {1, 2, 2, 4}, prices),
            PriceHistory.unchecked(new int[] {1, 2, 3, 4}, new double[] {1, 0, 1, 1}));

    CommonWindow.Found found = found(histories, new Rule(10, 2));

    assertThat(found.included()).containsExactly(1);
    assertThat(found.excluded())
        .containsExactly(
            new Exclusion(0, Reason.UNUSABLE_PRICES),
            new Exclusion(2, Reason.UNUSABLE_PRICES),
            new Exclusion(3, Reason.UNUSABLE_PRICES),
            new Exclusion(4, Reason.UNUSABLE_PRICES));
  }

  @Test
  void aHistoryIsInOrder() {
    assertThatIllegalArgumentException().isThrownBy(() -> history(new int[] {2, 1}, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> history(new int[] {1, 2}, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> history(new int[] {1}, 1, 2));
  }

  private static CommonWindow.Found found(List<PriceHistory> histories, Rule rule) {
    return (CommonWindow.Found) CommonWindow.of(histories, rule);
  }

  private static PriceHistory history(int[] days, double... prices) {
    return PriceHistory.of(days, prices);
  }

  private static PriceHistory steady(int count, int step) {
    int[] days = new int[count];
    double[] prices = new double[count];
    for (int i = 0; i < count; i++) {
      days[i] = i + 1;
      prices[i] = 100 + i * step;
    }
    return PriceHistory.of(days, prices);
  }
}
