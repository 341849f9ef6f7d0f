package io.arduinotrader.scoring.domain.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Scores stay in 0 to 1 and run in one direction where more is better or less is. */
class ScorerRangesTest {

  private static final double STEP = 0.001;
  private static final double ROUNDING = 1e-12;

  @Test
  void moreIsBetter() {
    Map<String, DoubleUnaryOperator> rising =
        Map.of(
            "sharpe", PriceScorers::sharpe,
            "sortino", PriceScorers::sortino,
            "below year high", PriceScorers::belowYearHigh,
            "drawdown", x -> PriceScorers.drawdown(Math.min(x, 0)),
            "margin", CompanyScorers::margin,
            "liquidity", CompanyScorers::liquidity,
            "dividend yield", CompanyScorers::dividendYield,
            "dividend growth", CompanyScorers::dividendGrowth,
            "target upside", CompanyScorers::targetUpside);
    rising.forEach(
        (name, scorer) -> {
          double before = scorer.applyAsDouble(-4);
          for (double x = -4; x <= 4; x += STEP) {
            double score = scorer.applyAsDouble(x);
            assertThat(score).as("%s at %s", name, x).isBetween(before - ROUNDING, 1.0);
            before = score;
          }
        });
  }

  @Test
  void lessIsBetter() {
    Map<String, DoubleUnaryOperator> falling =
        Map.of(
            "relative strength", x -> PriceScorers.relativeStrength(50 + 12.5 * x),
            "band position", PriceScorers::bandPosition,
            "average distance", PriceScorers::averageDistance,
            "steadiness", x -> PriceScorers.steadiness(Math.max(x, 0), ScoringRules.Cliffs.TAPERED),
            "leverage", x -> CompanyScorers.leverage(Math.max(x, 0)),
            "price earnings", x -> CompanyScorers.priceEarnings(22 + 5 * x, 22));
    falling.forEach(
        (name, scorer) -> {
          double before = scorer.applyAsDouble(-4);
          for (double x = -4; x <= 4; x += STEP) {
            double score = scorer.applyAsDouble(x);
            assertThat(score).as("%s at %s", name, x).isBetween(0.0, before + ROUNDING);
            before = score;
          }
        });
  }

  @Test
  void growthIsBestAtItsTarget() {
    for (ScoringRules rules :
        new ScoringRules[] {ScoringRules.FIRST_EDITION, ScoringRules.SECOND_EDITION}) {
      assertThat(PriceScorers.growth(0.11, 0.11, rules.lossTail())).isEqualTo(1);
      for (double rate = -1; rate <= 2; rate += STEP) {
        assertThat(PriceScorers.growth(rate, 0.11, rules.lossTail())).isBetween(0.15, 1.0);
        assertThat(PriceScorers.momentum(rate, rules.steepFall())).isBetween(0.2, 1.0);
      }
    }
  }

  @Test
  void anOddCompanyIsNotASafeOne() {
    assertThat(CompanyScorers.leverage(-0.5)).isZero();
    assertThat(CompanyScorers.liquidity(-1)).isZero();
    assertThat(CompanyScorers.payout(-0.4, ScoringRules.Cliffs.TAPERED)).isEqualTo(0.4);
    for (double payout = -2; payout <= 3; payout += STEP) {
      assertThat(CompanyScorers.payout(payout, ScoringRules.Cliffs.TAPERED)).isBetween(0.4, 1.0);
    }
  }
}
