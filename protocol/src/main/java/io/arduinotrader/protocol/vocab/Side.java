package io.arduinotrader.protocol.vocab;

/** Which way shares move: into the account or out of it. */
public enum Side {
  BUY,
  SELL
}
