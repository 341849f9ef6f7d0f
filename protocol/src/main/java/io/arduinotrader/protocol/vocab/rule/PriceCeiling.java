package io.arduinotrader.protocol.vocab.rule;

/** Keeps from buying at the top: a price near its 52-week high is too high. */
public final class PriceCeiling {

  /** The part of the 52-week high from which on a price is too high. */
  public static final double PART_OF_YEAR_HIGH = 0.95;

  private PriceCeiling() {}

  /** Whether a price is too high to buy; nothing is when there is no high to compare with. */
  public static boolean blocks(double price, double yearHigh) {
    return yearHigh > 0 && price >= PART_OF_YEAR_HIGH * yearHigh;
  }
}
