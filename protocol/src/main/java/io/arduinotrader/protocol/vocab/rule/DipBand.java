package io.arduinotrader.protocol.vocab.rule;

/**
 * How far below its cost a position may have fallen so that the fall still is a reason to buy more
 * of it. Scores fade what speaks for buying out towards the end of the band, plans buy within it.
 *
 * @param shallowest the loss from which on more is bought, as a fraction of the cost
 * @param deepest the loss beyond which a fall is no dip any more, at least {@code shallowest}
 */
public record DipBand(double shallowest, double deepest) {

  /** The part of the deepest loss up to which a fall counts fully. */
  private static final double FULL_PART = 2.0 / 3;

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException when a loss is negative or the deepest is the smaller one
   */
  public DipBand {
    if (!(shallowest >= 0 && deepest >= shallowest)) {
      throw new IllegalArgumentException(
          "a dip of %s to %s is none".formatted(shallowest, deepest));
    }
  }

  /** Whether more is bought at a loss. */
  public boolean holds(double loss) {
    return loss >= shallowest && loss <= deepest;
  }

  /** How much a loss counts as a dip: fully up to two thirds of the deepest, then ever less. */
  public double part(double loss) {
    double full = FULL_PART * deepest;
    if (loss <= full) {
      return 1;
    }
    return Math.max(0, (deepest - loss) / (deepest - full));
  }
}
