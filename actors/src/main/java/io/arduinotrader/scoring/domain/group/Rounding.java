package io.arduinotrader.scoring.domain.group;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding of scores for display and for comparison with scores that were rounded. */
public final class Rounding {

  private Rounding() {}

  /**
   * Rounds half to even on the exact binary value, so that 2.675, which is a little less in binary,
   * becomes 2.67.
   */
  public static double halfEven(double value, int places) {
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
  }
}
