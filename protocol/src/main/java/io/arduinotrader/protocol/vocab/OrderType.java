package io.arduinotrader.protocol.vocab;

/** How an order's price is bounded. */
public enum OrderType {
  MARKET,
  LIMIT,
  STOP,
  STOP_LIMIT
}
