package io.arduinotrader.scoring.domain.group;

import static io.arduinotrader.scoring.domain.group.ScoringRules.FIRST_EDITION;
import static io.arduinotrader.scoring.domain.group.ScoringRules.SECOND_EDITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Where the edition in use differs from the first one. */
class EditionTest {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void whatIsMissingIsLeftOutAndShowsAsLessCoverage() {
    GroupScore group =
        PriceGroups.longTerm(OptionalDouble.of(0.11), NONE, NONE, 0.11, SECOND_EDITION);

    assertThat(group.score()).hasValue(1);
    assertThat(group.coverage()).isEqualTo(0.40, within(1e-12));
    assertThat(group.weight()).isEqualTo(0.40, within(1e-12));
    assertThat(group.shareOf(group.parts().get(0))).isEqualTo(1);
    assertThat(group.parts().get(1).score()).isEmpty();
  }

  @Test
  void whatIsMissingWasNeutralOnce() {
    GroupScore group =
        PriceGroups.longTerm(OptionalDouble.of(0.11), NONE, NONE, 0.11, FIRST_EDITION);

    assertThat(group.score()).hasValue(0.7);
    assertThat(group.coverage()).isEqualTo(0.40, within(1e-12));
    assertThat(group.weight()).isEqualTo(1);
  }

  @Test
  void aGroupWithoutAnyFigureIsNotCovered() {
    GroupScore group = CompanyGroups.dividends(Optional.empty(), SECOND_EDITION);

    assertThat(group.score()).isEmpty();
    assertThat(group.coverage()).isZero();
    assertThat(group.weight()).isZero();
    assertThat(group.shareOf(group.parts().get(0))).isZero();
  }

  @Test
  void missingIsNeverZero() {
    GroupScore debtFree =
        CompanyGroups.fundamentals(
            Optional.of(strength(OptionalDouble.of(0))), NONE, NONE, SECOND_EDITION);
    GroupScore unknown =
        CompanyGroups.fundamentals(Optional.of(strength(NONE)), NONE, NONE, SECOND_EDITION);

    assertThat(debtFree.score().orElseThrow()).isEqualTo((0.4 * 0.75 + 0.3) / 0.7, within(1e-12));
    assertThat(debtFree.coverage()).isEqualTo(0.6 * 0.7, within(1e-12));
    assertThat(unknown.score().orElseThrow()).isEqualTo(0.75, within(1e-12));
    assertThat(unknown.coverage()).isEqualTo(0.6 * 0.4, within(1e-12));
  }

  @Test
  void theForwardRatioSpeaksAloneWhenThereIsNoTrailingOne() {
    FundamentalFigures figures = earnings(NONE, OptionalDouble.of(22));
    FundamentalFigures loss = earnings(OptionalDouble.of(-5), OptionalDouble.of(22));

    for (FundamentalFigures each : new FundamentalFigures[] {figures, loss}) {
      assertThat(priceEarnings(each, SECOND_EDITION).score()).hasValue(0.5);
      assertThat(priceEarnings(each, FIRST_EDITION).score()).hasValue(0.3);
    }
    assertThat(priceEarnings(earnings(NONE, NONE), SECOND_EDITION).score()).isEmpty();
  }

  @Test
  void growthAroundZeroNoLongerFlipsTheScore() {
    DoubleUnaryOperator second = rate -> PriceScorers.growth(rate, 0.11, SECOND_EDITION.lossTail());

    assertThat(second.applyAsDouble(1e-9) - second.applyAsDouble(-1e-9)).isBetween(0.0, 1e-6);
    assertThat(PriceScorers.growth(-1e-9, 0.11, FIRST_EDITION.lossTail())).isEqualTo(0.15);
    assertThat(second.applyAsDouble(-0.5)).isEqualTo(0.15, within(1e-9));
  }

  @Test
  void aFallBelowTenPercentRunsDownToTheLowestScore() {
    DoubleUnaryOperator second =
        change -> PriceScorers.momentum(change, SECOND_EDITION.steepFall());

    assertThat(second.applyAsDouble(-0.10 - 1e-9)).isEqualTo(0.5, within(1e-8));
    assertThat(second.applyAsDouble(-0.15)).isEqualTo(0.35, within(1e-12));
    assertThat(second.applyAsDouble(-0.20)).isEqualTo(0.2, within(1e-12));
    assertThat(second.applyAsDouble(-0.90)).isEqualTo(0.2);
  }

  @Test
  void scoresAreNotRoundedOnTheWay() {
    GroupScore second =
        PriceGroups.longTerm(
            OptionalDouble.of(0.0712345), NONE, OptionalDouble.of(0.7), 0.11, SECOND_EDITION);

    double score = second.score().orElseThrow();
    assertThat(Rounding.halfEven(score, 3)).isNotEqualTo(score);
  }

  @Test
  void steadinessNeedsBothSpans() {
    GroupScore one =
        CompanyGroups.fundamentals(Optional.empty(), OptionalDouble.of(0.1), NONE, SECOND_EDITION);
    GroupScore both =
        CompanyGroups.fundamentals(
            Optional.empty(), OptionalDouble.of(0.10), OptionalDouble.of(0.11), SECOND_EDITION);

    assertThat(one.score()).isEmpty();
    assertThat(both.score().orElseThrow()).isEqualTo(0.96, within(1e-12));
    assertThat(both.coverage()).isEqualTo(0.4, within(1e-12));
  }

  @Test
  void roundingIsHalfToEvenOnTheBinaryValue() {
    assertThat(Rounding.halfEven(0.0625, 3)).isEqualTo(0.062);
    assertThat(Rounding.halfEven(0.1875, 3)).isEqualTo(0.188);
    assertThat(Rounding.halfEven(2.675, 2)).isEqualTo(2.67);
  }

  private static PartScore priceEarnings(FundamentalFigures figures, ScoringRules rules) {
    return CompanyGroups.opportunity(100, NONE, Optional.of(figures), 22, rules).parts().get(1);
  }

  private static FundamentalFigures earnings(OptionalDouble trailing, OptionalDouble forward) {
    return new FundamentalFigures(trailing, forward, NONE, NONE, NONE, NONE, NONE, NONE);
  }

  private static FundamentalFigures strength(OptionalDouble debtToEquity) {
    return new FundamentalFigures(
        NONE, NONE, OptionalDouble.of(0.10), debtToEquity, NONE, NONE, NONE, NONE);
  }
}
