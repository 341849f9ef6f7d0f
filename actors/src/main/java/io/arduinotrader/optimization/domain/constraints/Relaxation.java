package io.arduinotrader.optimization.domain.constraints;

import java.util.Locale;
import java.util.function.IntFunction;

/**
 * A limit that is, or would have to be, missed by an amount.
 *
 * @param amount how much less than a minimum, or more than a maximum, above zero
 */
public record Relaxation(Limit limit, double amount) {

  /**
   * The relaxation in words.
   *
   * @param name the name of the asset with an index
   */
  public String describe(IntFunction<String> name) {
    return String.format(
        Locale.ROOT, "%s by %.4f percent points", limit.describe(name), 100 * amount);
  }
}
