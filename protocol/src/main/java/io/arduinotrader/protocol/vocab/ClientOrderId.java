package io.arduinotrader.protocol.vocab;

/** The name under which an intent is known to a broker; a pure function of the intent id. */
public record ClientOrderId(String value) implements Comparable<ClientOrderId> {

  /**
   * Checks the identifier's characters.
   *
   * @throws IllegalArgumentException unless 1 to 128 letters, digits or one of {@code . _ : # -}
   */
  public ClientOrderId {
    Identifier.require("client order id", value);
  }

  @Override
  public int compareTo(ClientOrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
