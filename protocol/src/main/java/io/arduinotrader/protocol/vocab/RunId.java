package io.arduinotrader.protocol.vocab;

/** One run of a job. */
public record RunId(String value) implements Comparable<RunId> {

  /**
   * Checks the identifier's characters.
   *
   * @throws IllegalArgumentException unless 1 to 128 letters, digits or one of {@code . _ : # -}
   */
  public RunId {
    Identifier.require("run id", value);
  }

  @Override
  public int compareTo(RunId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
