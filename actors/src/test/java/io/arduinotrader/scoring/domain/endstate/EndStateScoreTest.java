package io.arduinotrader.scoring.domain.endstate;

import static io.arduinotrader.scoring.domain.endstate.EndStateRules.SECOND_EDITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EndStateScoreTest {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void spendingCashOnWhatNothingIsKnownAboutChangesNothing() {
    HoldingOutlook unknown = HoldingOutlook.of(growing(NONE), SECOND_EDITION);
    List<EndStateScore.Weighed> little = List.of(new EndStateScore.Weighed(100, unknown));
    List<EndStateScore.Weighed> much = List.of(new EndStateScore.Weighed(900, unknown));

    assertThat(score(much, 1000).total()).isEqualTo(score(little, 1000).total(), within(1e-12));
    assertThat(unknown).isEqualTo(new HoldingOutlook(0.5, 0.5, 0.5));
  }

  @Test
  void weightsOfHoldingsAndCashSumToOne() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<EndStateScore.Weighed> holdings = new ArrayList<>();
      double invested = 0;
      for (int i = 0; i <= random.nextInt(10); i++) {
        double value = random.nextInt(1000);
        invested += value;
        holdings.add(new EndStateScore.Weighed(value, new HoldingOutlook(0.5, 0.5, 0.5)));
      }

      EndStateScore score = score(holdings, invested + random.nextInt(1000) + 1);

      assertThat(score.totalReturn()).as("seed %d", seed).isEqualTo(0.5, within(1e-12));
      assertThat(score.promise()).as("seed %d", seed).isEqualTo(0.5, within(1e-12));
      assertThat(score.stability()).as("seed %d", seed).isEqualTo(0.5, within(1e-12));
    }
  }

  @Test
  void theYieldIsInTheGrowthAlready() {
    HoldingOutlook payer =
        HoldingOutlook.of(
            new HoldingOutlook.Figures(
                OptionalDouble.of(0.11),
                OptionalDouble.of(0.05),
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE),
            SECOND_EDITION);

    assertThat(payer.totalReturn()).isEqualTo(1);
  }

  @Test
  void growthAroundZeroDoesNotJump() {
    double below =
        HoldingOutlook.of(growing(OptionalDouble.of(-1e-9)), SECOND_EDITION).totalReturn();
    double above =
        HoldingOutlook.of(growing(OptionalDouble.of(1e-9)), SECOND_EDITION).totalReturn();

    assertThat(above).isEqualTo(below, within(1e-6));
  }

  private static HoldingOutlook.Figures growing(OptionalDouble growth) {
    return new HoldingOutlook.Figures(growth, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
  }

  private static EndStateScore score(List<EndStateScore.Weighed> holdings, double total) {
    return EndStateScore.of(holdings, total, 0.5, 0.5, RiskProfile.BALANCED, SECOND_EDITION);
  }
}
