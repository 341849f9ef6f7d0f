package io.arduinotrader.protocol.vocab;

/**
 * How long an order stays open: for the session, until cancelled, at once in part, at once in full.
 */
public enum TimeInForce {
  DAY,
  GTC,
  IOC,
  FOK
}
