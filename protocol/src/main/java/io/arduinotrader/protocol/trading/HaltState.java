package io.arduinotrader.protocol.trading;

/** How much of an account may be traded, by the word of a person. */
public enum HaltState {
  /** Whatever the other rules allow. */
  ACTIVE,
  /** Nothing is bought any more; what is held may be sold. */
  REDUCE,
  /** Nothing is bought and nothing sold. */
  HALT
}
