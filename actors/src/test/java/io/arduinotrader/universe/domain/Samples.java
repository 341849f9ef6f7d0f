package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.SecurityRecord.ProductType;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Securities and bars the tests use. */
public final class Samples {

  public static final Isin APPLE_ISIN = new Isin("US0378331005");
  public static final Isin SAP_ISIN = new Isin("DE0007164600");
  public static final SecurityRecord APPLE =
      security(APPLE_ISIN, "AAPL.US", "Apple", "NasdaqGS", Currency.USD);
  public static final SecurityRecord SAP =
      security(SAP_ISIN, "SAP.DE", "SAP", "XETRA", Currency.EUR);
  public static final Instant NOON = Instant.parse("2025-06-02T12:00:00Z");

  private Samples() {}

  public static SecurityRecord security(
      Isin isin, String symbol, String name, String exchange, Currency currency) {
    return new SecurityRecord(
        isin,
        new Symbol(symbol),
        name,
        exchange,
        currency,
        ProductType.EQUITY,
        "",
        "Technology",
        "Software",
        Quantity.of(1),
        true,
        true,
        true,
        Optional.empty(),
        Optional.empty());
  }

  /** A bar whose five prices are the same. */
  public static DailyBar bar(String day, double price) {
    return bar(LocalDate.parse(day), price, 1000);
  }

  public static DailyBar bar(LocalDate day, double price, long volume) {
    return new DailyBar(day, price, price, price, price, price, volume);
  }
}
