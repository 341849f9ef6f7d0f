package io.arduinotrader.optimization.domain.constraints;

/** Which limits may be relaxed, as little as possible, when all together cannot be kept. */
public enum Flexibility {
  /** None: the answer is which limits conflict. */
  STRICT,
  /**
   * Minima of groups first, then maxima of groups, then minima of assets, then maxima of assets,
   * then the limit on trading. The budget, and what must not be bought or sold, is never relaxed.
   */
  RELAXABLE
}
