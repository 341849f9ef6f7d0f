package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Side;
import java.nio.file.Path;

/** A process that trades until it is killed, saying after each order that the broker has it. */
public final class KilledBroker {

  private KilledBroker() {}

  /** Trades one share after the other with a book in the folder that the argument names. */
  public static void main(String[] arguments) {
    SimulatedBroker broker = new SimulatedMarket().broker(Path.of(arguments[0]));
    broker.noteDeposit(new DepositId("d-1"), SimulatedMarket.eur("1000000"));
    for (int i = 1; ; i++) {
      broker.submit(
          SimulatedMarket.market(
              "intent-" + i, SimulatedMarket.SAP, Side.BUY, 1, SimulatedMarket.eur("110")));
      System.out.println(i);
    }
  }
}
