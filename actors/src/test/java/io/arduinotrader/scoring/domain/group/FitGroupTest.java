package io.arduinotrader.scoring.domain.group;

import static io.arduinotrader.scoring.domain.group.ScoringRules.SECOND_EDITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.scoring.PortfolioFit;
import io.arduinotrader.protocol.vocab.rule.DipBand;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FitGroupTest {

  private static final OptionalDouble GOOD = OptionalDouble.of(0.8);
  private static final DipBand DIPS = new DipBand(0.15, 0.30);

  @Test
  void aDipIsRewardedUntilItIsTooDeepAndNeverJumps() {
    assertThat(dipBonus(0.20)).isEqualTo(0.4, within(1e-12));
    assertThat(dipBonus(0.25)).isEqualTo(0.2, within(1e-12));
    assertThat(dipBonus(0.30)).isZero();
    assertThat(dipBonus(-0.10)).isZero();
    assertThat(FitGroup.dipBonus(0.30, new DipBand(0.15, 0.40), ScoringRules.Cliffs.TAPERED))
        .as("where plans still buy more")
        .isPositive();
    for (double loss = 0; loss < 0.4; loss += 0.001) {
      assertThat(averaging(0.01, loss, 0.8))
          .as("loss %.3f", loss)
          .isEqualTo(averaging(0.01, loss + 0.001, 0.8), within(0.005));
    }
  }

  @Test
  void theMoreIsHeldTheLessSpeaksForMoreWithoutAJump() {
    for (double share = 0; share < 0.3; share += 0.001) {
      double less = averaging(share + 0.001, 0, 0.8);
      assertThat(averaging(share, 0, 0.8)).as("share %.3f", share).isBetween(less, less + 0.005);
    }
  }

  @Test
  void worthIsMonotoneInQuality() {
    for (double quality = 0; quality < 1; quality += 0.001) {
      double more = averaging(0.01, 0, quality + 0.001);
      assertThat(averaging(0.01, 0, quality))
          .as("quality %.3f", quality)
          .isBetween(more - 0.005, more);
    }
  }

  @Test
  void withoutAPortfolioNothingIsSaid() {
    GroupScore group = FitGroup.of(Optional.empty(), GOOD, GOOD, DIPS, SECOND_EDITION);

    assertThat(group.score()).isEmpty();
    assertThat(group.coverage()).isZero();
  }

  @Test
  void anUnknownIndustryIsLeftOut() {
    PortfolioFit fit = new PortfolioFit(OptionalDouble.of(1), List.of(), Optional.empty());

    GroupScore group = FitGroup.of(Optional.of(fit), GOOD, GOOD, DIPS, SECOND_EDITION);

    assertThat(group.coverage()).isEqualTo(0.7, within(1e-12));
    assertThat(group.score().orElseThrow()).isEqualTo((0.4 * 0.9 + 0.3 * 0.5) / 0.7, within(1e-12));
  }

  private static double dipBonus(double loss) {
    return FitGroup.dipBonus(loss, DIPS, ScoringRules.Cliffs.TAPERED);
  }

  private static double averaging(double share, double loss, double quality) {
    PortfolioFit fit =
        new PortfolioFit(
            OptionalDouble.empty(),
            List.of(),
            Optional.of(new PortfolioFit.Held(share, OptionalDouble.of(loss))));
    return FitGroup.of(
            Optional.of(fit),
            OptionalDouble.of(quality),
            OptionalDouble.of(0.5),
            DIPS,
            SECOND_EDITION)
        .score()
        .orElseThrow();
  }
}
