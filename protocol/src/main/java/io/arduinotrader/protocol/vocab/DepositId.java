package io.arduinotrader.protocol.vocab;

/** One announced deposit; booking the same id again changes nothing. */
public record DepositId(String value) implements Comparable<DepositId> {

  /**
   * Checks the identifier's characters.
   *
   * @throws IllegalArgumentException unless 1 to 128 letters, digits or one of {@code . _ : # -}
   */
  public DepositId {
    Identifier.require("deposit id", value);
  }

  @Override
  public int compareTo(DepositId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
