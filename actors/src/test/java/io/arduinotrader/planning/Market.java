package io.arduinotrader.planning;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.trading.Halts;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.MarketDataQuery.Quotes;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two securities worth 100 EUR each, one of them in dollars, and the settings of one board. */
final class Market {

  static final Instant NOW = Instant.parse("2026-05-04T15:00:00Z");
  static final TraderSettings SETTINGS =
      TraderSettings.from(ConfigFactory.load("single-device.conf"));
  static final FxRate DOLLARS =
      new FxRate(Currency.EUR, Currency.USD, new BigDecimal("1.08"), NOW, "test");
  static final SecurityRecord APPLE = security("US0378331005", "AAPL.US", Currency.USD);
  static final SecurityRecord SAP = security("DE0007164600", "SAP.DE", Currency.EUR);

  private Market() {}

  static Quotes quotes() {
    return new Quotes(List.of(quote(SAP), quote(APPLE)), List.of(), List.of(DOLLARS));
  }

  static Quote quote(SecurityRecord security) {
    String price = security.currency().equals(Currency.EUR) ? "100" : "108";
    return new Quote(security.isin(), Price.of(price, security.currency()), NOW, "test");
  }

  static SecurityView view(SecurityRecord security) {
    return new SecurityView(
        security.isin(),
        Optional.empty(),
        List.of(),
        Optional.of(
            new SecurityScore(
                security.isin(),
                security.symbol(),
                LocalDate.parse("2026-05-04"),
                0.731,
                "B",
                50,
                1,
                List.of(),
                Map.of(SecurityMetric.QUALITY, 0.731),
                Optional.empty(),
                Digest.EMPTY,
                NOW)));
  }

  static TradingView trading(
      List<TradingView.OpenIntent> open, List<TradingView.LastTrade> lastTraded) {
    return new TradingView(AccountId.DEFAULT, open, lastTraded, List.of(), Halts.NONE, List.of());
  }

  private static SecurityRecord security(String isin, String symbol, Currency currency) {
    return new SecurityRecord(
        new Isin(isin),
        new Symbol(symbol),
        symbol,
        "XETRA",
        currency,
        SecurityRecord.ProductType.EQUITY,
        "",
        "",
        "",
        Quantity.of(1),
        true,
        true,
        true,
        Optional.empty(),
        Optional.empty());
  }
}
