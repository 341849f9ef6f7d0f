package io.arduinotrader.scoring.domain.sell;

import static io.arduinotrader.scoring.domain.sell.SellSettings.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.scoring.domain.group.ScoringRules.Cliffs;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators.Instability;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators.PositionDrawdown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SellScoreTest {

  @Test
  void noReasonJumps() {
    continuous(a -> SellReasons.underperformance(true, a, 365, STANDARD), -0.5, 0.5);
    continuous(
        days -> SellReasons.timeHeld(OptionalLong.of((long) (1000 * days)), STANDARD), 0.2, 2);
    continuous(
        share -> SellReasons.balance(0.2, new double[] {0.1}, share, Cliffs.TAPERED), 0, 0.5);
    continuous(p -> instability(0.2, p), -0.2, 2);
    continuous(vol -> instability(vol, 0.1), 0.1, 0.6);
    continuous(SellScoreTest::drawdown, 0, 0.6);
  }

  @Test
  void reasonsGrowWithWhatTheyAreReasonsFor() {
    for (double x = 0; x < 0.6; x += 0.01) {
      assertThat(drawdown(x + 0.01)).isGreaterThanOrEqualTo(drawdown(x));
      assertThat(instability(x + 0.01, 0.1)).isGreaterThanOrEqualTo(instability(x, 0.1));
      assertThat(SellReasons.underperformance(true, x + 0.01, 365, STANDARD))
          .isLessThanOrEqualTo(SellReasons.underperformance(true, x, 365, STANDARD));
    }
  }

  @Test
  void scoresAndSalesStayWithinTheirBounds() {
    for (long seed = 0; seed < 500; seed++) {
      HeldPosition position = random(seed);
      SellScore score = SellScore.of(position, STANDARD);

      assertThat(score.total()).as("seed %d", seed).isBetween(0.0, 1.0);
      score.parts().forEach((part, value) -> assertThat(value).as("%s", part).isBetween(0.0, 1.0));
      assertThat(score.size().quantity())
          .as("seed %d", seed)
          .isBetween(0.0, Math.max(0, position.quantity() - position.lot()));
      assertThat(score.size().quantity() % position.lot()).as("seed %d", seed).isZero();
      assertThat(score.value() == 0 || score.value() >= 100).as("seed %d", seed).isTrue();
      assertThat(score.block().isEmpty()).isEqualTo(score.size().quantity() > 0);
    }
  }

  @Test
  void purchasesHoldAndSalesCoolDownApart() {
    assertThat(block(OptionalLong.of(100), OptionalLong.empty())).isEmpty();
    assertThat(block(OptionalLong.of(89), OptionalLong.empty())).contains(SellBlock.MIN_HOLD);
    assertThat(block(OptionalLong.of(100), OptionalLong.of(179))).contains(SellBlock.COOLDOWN);
    assertThat(block(OptionalLong.of(100), OptionalLong.of(180))).isEmpty();
  }

  @Test
  void weightsThatSumToNothingAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SellSettings(
                    90,
                    180,
                    -0.2,
                    100,
                    Map.of(
                        SellPart.UNDERPERFORMANCE, 0.0,
                        SellPart.TIME_HELD, 0.0,
                        SellPart.BALANCE, 0.0,
                        SellPart.INSTABILITY, 0.0,
                        SellPart.DRAWDOWN, 0.0),
                    Cliffs.TAPERED));
  }

  private static Optional<SellBlock> block(OptionalLong buy, OptionalLong sale) {
    return SellBlock.of(true, 0.1, buy, sale, STANDARD);
  }

  private static void continuous(DoubleUnaryOperator score, double from, double to) {
    double step = 0.001;
    for (double x = from; x < to; x += step) {
      assertThat(score.applyAsDouble(x + step))
          .as("at %.3f", x)
          .isEqualTo(score.applyAsDouble(x), within(0.03));
    }
  }

  private static double drawdown(double depth) {
    return SellReasons.drawdown(
        Optional.of(new PositionDrawdown(-depth, -depth, OptionalInt.of(100))), Cliffs.TAPERED);
  }

  private static double instability(double recent, double profit) {
    return SellReasons.instability(
        Optional.of(new Instability(recent, 0.2, OptionalDouble.of(0.1))),
        profit,
        400,
        Cliffs.TAPERED);
  }

  private static HeldPosition random(long seed) {
    Random random = new Random(seed);
    return new HeldPosition(
        random.nextInt(10) > 0,
        1 + random.nextInt(500),
        1 + random.nextInt(20),
        0.5 + 200 * random.nextDouble(),
        random.nextInt(10) == 0 ? 0 : 0.5 + 200 * random.nextDouble(),
        random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(2000)),
        OptionalLong.of(random.nextInt(400)),
        random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(400)),
        new HeldPosition.Surroundings(
            random.nextDouble(), List.of(random.nextDouble()), random.nextInt(100_000)),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(
                new Instability(
                    random.nextDouble(),
                    random.nextDouble(),
                    OptionalDouble.of(random.nextGaussian()))),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(
                new PositionDrawdown(
                    -random.nextDouble(),
                    -random.nextDouble(),
                    OptionalInt.of(random.nextInt(300)))));
  }
}
