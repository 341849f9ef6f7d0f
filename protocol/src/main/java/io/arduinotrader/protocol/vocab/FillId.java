package io.arduinotrader.protocol.vocab;

/** A broker's own name for one execution; each is booked exactly once. */
public record FillId(String value) implements Comparable<FillId> {

  /**
   * Checks the identifier's characters.
   *
   * @throws IllegalArgumentException unless 1 to 128 letters, digits or one of {@code . _ : # -}
   */
  public FillId {
    Identifier.require("fill id", value);
  }

  @Override
  public int compareTo(FillId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
