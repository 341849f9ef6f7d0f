package io.arduinotrader.protocol.vocab;

/** One wish to trade, chosen by whoever wishes; the same id always means the same order. */
public record IntentId(String value) implements Comparable<IntentId> {

  /**
   * Checks the identifier's characters.
   *
   * @throws IllegalArgumentException unless 1 to 128 letters, digits or one of {@code . _ : # -}
   */
  public IntentId {
    Identifier.require("intent id", value);
  }

  @Override
  public int compareTo(IntentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
