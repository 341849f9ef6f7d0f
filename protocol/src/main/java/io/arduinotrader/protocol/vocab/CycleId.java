package io.arduinotrader.protocol.vocab;

/** One run of the trading cycle. */
public record CycleId(String value) implements Comparable<CycleId> {

  /**
   * Checks the identifier's characters.
   *
   * @throws IllegalArgumentException unless 1 to 128 letters, digits or one of {@code . _ : # -}
   */
  public CycleId {
    Identifier.require("cycle id", value);
  }

  @Override
  public int compareTo(CycleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
