package io.arduinotrader.protocol.vocab;

/** A broker's own name for an order it works on. */
public record BrokerOrderId(String value) implements Comparable<BrokerOrderId> {

  /**
   * Checks the identifier's characters.
   *
   * @throws IllegalArgumentException unless 1 to 128 letters, digits or one of {@code . _ : # -}
   */
  public BrokerOrderId {
    Identifier.require("broker order id", value);
  }

  @Override
  public int compareTo(BrokerOrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
