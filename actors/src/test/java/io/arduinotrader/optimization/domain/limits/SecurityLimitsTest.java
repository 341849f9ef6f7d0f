package io.arduinotrader.optimization.domain.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arduinotrader.optimization.domain.limits.SecurityLimits.Box;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SecurityLimitsTest {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void workedValues() {
    assertThat(box(0, true, true, NONE, NONE)).isEqualTo(new Box(0, 0.20));
    assertThat(box(0.20, false, true, NONE, NONE)).isEqualTo(new Box(0, 0.20));
    assertThat(box(0.15, true, false, NONE, NONE)).isEqualTo(new Box(0.15, 0.20));
    assertThat(box(0.25, false, false, NONE, NONE)).isEqualTo(new Box(0.25, 0.25));
    assertThat(box(0, true, true, some(0.05), some(0.15))).isEqualTo(new Box(0.05, 0.15));
    assertThat(box(0.10, false, true, NONE, some(0.15))).isEqualTo(new Box(0, 0.10));
    assertThat(box(0.05, true, false, some(0.15), NONE)).isEqualTo(new Box(0.15, 0.20));
  }

  @Test
  void theOwnersMaximumReplacesTheGeneralOne() {
    assertThat(box(0, true, true, NONE, some(0.30))).isEqualTo(new Box(0, 0.30));
  }

  @Test
  void whatCannotMoveIntoItsBoundsStays() {
    assertThat(box(0.02, false, true, some(0.05), NONE)).isEqualTo(new Box(0.02, 0.02));
    assertThat(box(0.40, true, false, NONE, NONE)).isEqualTo(new Box(0.40, 0.40));
    assertThat(box(0.40, true, false, NONE, NONE).isLocked()).isTrue();
  }

  /** A holding of a lot or two may be sold out: lots have no say in weights. */
  @Test
  void whatMayBeSoldMayAlwaysBeSoldOut() {
    SplittableRandom random = new SplittableRandom(5);
    for (int run = 0; run < 500; run++) {
      double current = random.nextDouble();
      assertThat(box(current, random.nextBoolean(), true, NONE, NONE).minimum()).isZero();
    }
  }

  @Test
  void aWeightBelowZeroIsNoWeight() {
    assertThatIllegalArgumentException().isThrownBy(() -> box(-0.1, true, true, NONE, NONE));
  }

  private static Box box(
      double current, boolean grow, boolean shrink, OptionalDouble least, OptionalDouble most) {
    return new SecurityLimits(current, grow, shrink, least, most).box(0.20);
  }

  private static OptionalDouble some(double value) {
    return OptionalDouble.of(value);
  }
}
