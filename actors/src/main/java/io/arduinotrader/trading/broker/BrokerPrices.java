package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import java.util.Optional;
import java.util.OptionalLong;

/** Where a simulated broker sees the market. What it does not see, it does not trade. */
public interface BrokerPrices {

  /** What is known of a security now, empty when nothing is. */
  Optional<Quotation> quotation(Isin isin);

  /** Base currency to the given one now, empty when no rate is known. */
  Optional<FxRate> rate(Currency quote);

  /**
   * A security in the market.
   *
   * @param exchange the exchange's name as data providers spell it
   * @param last the last price
   * @param dayVolume shares traded today, empty when nobody knows
   */
  record Quotation(String exchange, Price last, OptionalLong dayVolume) {}
}
