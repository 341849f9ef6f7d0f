package io.arduinotrader.trading.broker.server;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.trading.broker.BrokerPrices;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Prices in which single securities can be set to a price or a volume on demand. */
public final class StagedPrices implements BrokerPrices {

  private final BrokerPrices market;
  private final Map<Isin, Stage> stages = new ConcurrentHashMap<>();

  /**
   * What is said of a security instead of the truth.
   *
   * @param price empty leaves the price as it is
   * @param dayVolume empty leaves the volume as it is
   */
  public record Stage(Isin isin, Optional<BigDecimal> price, Optional<Long> dayVolume) {}

  /** The prices of a market until something else is said. */
  public StagedPrices(BrokerPrices market) {
    this.market = market;
  }

  /** Has a security cost or be traded as is said from now on. */
  public void set(Stage stage) {
    stages.put(stage.isin(), stage);
  }

  @Override
  public Optional<Quotation> quotation(Isin isin) {
    Optional<Quotation> truth = market.quotation(isin);
    return Optional.ofNullable(stages.get(isin))
        .map(stage -> truth.map(quotation -> staged(stage, quotation)))
        .orElse(truth);
  }

  @Override
  public Optional<FxRate> rate(Currency quote) {
    return market.rate(quote);
  }

  private static Quotation staged(Stage stage, Quotation truth) {
    return new Quotation(
        truth.exchange(),
        stage.price().map(price -> new Price(price, truth.last().currency())).orElse(truth.last()),
        stage.dayVolume().map(OptionalLong::of).orElse(truth.dayVolume()));
  }
}
