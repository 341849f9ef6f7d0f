package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last prices this node has seen. Whoever asks for prices to judge an order posts them here, so
 * that the simulated broker trades at the very prices the rules have looked at, without waiting for
 * an answer of its own. Safe to share between threads.
 */
public final class QuoteBoard implements BrokerPrices {

  private final Map<Isin, Quotation> quotations = new ConcurrentHashMap<>();
  private final Map<Currency, FxRate> rates = new ConcurrentHashMap<>();

  /** Notes what a security costs now. */
  public void post(Isin isin, Quotation quotation) {
    quotations.put(isin, quotation);
  }

  /** Notes a rate of the base currency. */
  public void post(FxRate rate) {
    rates.put(rate.quote(), rate);
  }

  @Override
  public Optional<Quotation> quotation(Isin isin) {
    return Optional.ofNullable(quotations.get(isin));
  }

  @Override
  public Optional<FxRate> rate(Currency quote) {
    return Optional.ofNullable(rates.get(quote));
  }
}
