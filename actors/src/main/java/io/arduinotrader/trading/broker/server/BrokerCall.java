package io.arduinotrader.trading.broker.server;

/** What a broker's process can be asked. */
public enum BrokerCall {
  SUBMIT,
  CANCEL,
  LOOKUP,
  REPORTS,
  ACCOUNT,
  DEPOSIT
}
