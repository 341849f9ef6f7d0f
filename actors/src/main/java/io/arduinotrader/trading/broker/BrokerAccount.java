package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a broker's books say, for comparison with ours.
 *
 * @param cash one amount per currency
 * @param positions shares held, without closed positions
 * @param averages what shares cost on average, where the broker says so
 */
public record BrokerAccount(
    List<Money> cash, Map<Isin, Quantity> positions, Map<Isin, Price> averages) {

  /** Keeps its own copies. */
  public BrokerAccount {
    cash = List.copyOf(cash);
    positions = Map.copyOf(positions);
    averages = Map.copyOf(averages);
  }

  /** The books of a broker that does not say what shares cost. */
  public BrokerAccount(List<Money> cash, Map<Isin, Quantity> positions) {
    this(cash, positions, Map.of());
  }

  /** What the shares of a security cost on average, empty when the broker does not say. */
  public Optional<Price> averagePrice(Isin isin) {
    return Optional.ofNullable(averages.get(isin));
  }
}
