package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import java.util.List;
import java.util.Map;

/**
 * What a broker's books say, for comparison with ours.
 *
 * @param cash one amount per currency
 * @param positions shares held, without closed positions
 */
public record BrokerAccount(List<Money> cash, Map<Isin, Quantity> positions) {

  /** Keeps its own copies. */
  public BrokerAccount {
    cash = List.copyOf(cash);
    positions = Map.copyOf(positions);
  }
}
