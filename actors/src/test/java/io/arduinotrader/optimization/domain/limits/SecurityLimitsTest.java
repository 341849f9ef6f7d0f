package io.arduinotrader.optimization.domain.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arduinotrader.optimization.domain.constraints.AssetLimits;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SecurityLimitsTest {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void workedValues() {
    assertBox(box(0, true, true, NONE, NONE), 0, 0.20);
    assertBox(box(0.20, false, true, NONE, NONE), 0, 0.20);
    assertBox(box(0.15, true, false, NONE, NONE), 0.15, 0.20);
    assertBox(box(0.25, false, false, NONE, NONE), 0.25, 0.25);
    assertBox(box(0, true, true, some(0.05), some(0.15)), 0.05, 0.15);
    assertBox(box(0.10, false, true, NONE, some(0.15)), 0, 0.10);
    assertBox(box(0.05, true, false, some(0.15), NONE), 0.15, 0.20);
  }

  @Test
  void theOwnersMaximumReplacesTheGeneralOne() {
    assertBox(box(0, true, true, NONE, some(0.30)), 0, 0.30);
  }

  @Test
  void whatCannotMoveIntoItsBoundsStays() {
    assertBox(box(0.02, false, true, some(0.05), NONE), 0.02, 0.02);
    assertBox(box(0.40, true, false, NONE, NONE), 0.40, 0.40);
  }

  /** A holding of a lot or two may be sold out: lots have no say in weights. */
  @Test
  void whatMayBeSoldMayAlwaysBeSoldOut() {
    SplittableRandom random = new SplittableRandom(5);
    for (int run = 0; run < 500; run++) {
      double current = random.nextDouble();
      assertThat(box(current, random.nextBoolean(), true, NONE, NONE).lower()).isZero();
    }
  }

  @Test
  void aWeightBelowZeroIsNoWeight() {
    assertThatIllegalArgumentException().isThrownBy(() -> box(-0.1, true, true, NONE, NONE));
  }

  private static void assertBox(AssetLimits limits, double lower, double upper) {
    assertThat(limits.lower()).isEqualTo(lower);
    assertThat(limits.upper()).isEqualTo(upper);
  }

  private static AssetLimits box(
      double current, boolean grow, boolean shrink, OptionalDouble least, OptionalDouble most) {
    return new SecurityLimits(current, grow, shrink, least, most).within(0.20);
  }

  private static OptionalDouble some(double value) {
    return OptionalDouble.of(value);
  }
}
