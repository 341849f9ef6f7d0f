package io.arduinotrader.gateway;

import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Valued;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.SecurityRecord.ProductType;
import io.arduinotrader.protocol.universe.UniverseCommand.UniverseView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.protocol.vocab.TimeInForce;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A small world: two securities, one of them held. */
public final class Samples {

  public static final Isin APPLE_ISIN = new Isin("US0378331005");
  public static final Isin SAP_ISIN = new Isin("DE0007164600");

  /** An ISIN the universe does not know. */
  public static final Isin NOBODY_ISIN = new Isin("US5949181045");

  public static final SecurityRecord APPLE =
      security(APPLE_ISIN, "AAPL.US", "Apple", "NasdaqGS", Currency.USD);
  public static final SecurityRecord SAP =
      security(SAP_ISIN, "SAP.EU", "SAP", "XETRA", Currency.EUR);

  public static final UniverseView UNIVERSE = new UniverseView(List.of(APPLE, SAP));

  public static final FxRate DOLLAR =
      new FxRate(Currency.EUR, Currency.USD, new BigDecimal("1.25"), GatewayFixture.NOW, "test");

  public static final PortfolioHash HASH = new PortfolioHash("0a1b2c3d");

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
        "Country",
        "Technology",
        "Software, Hardware",
        Quantity.of(1),
        true,
        true,
        true,
        Optional.empty(),
        Optional.empty());
  }

  /** Ten shares of SAP and 1000 euros. */
  public static PortfolioView portfolio() {
    return new PortfolioView(
        AccountId.DEFAULT,
        3,
        Digest.EMPTY,
        List.of(
            new Position(
                SAP_ISIN,
                SAP.symbol(),
                Currency.EUR,
                Quantity.of(10),
                new BigDecimal("900"),
                new BigDecimal("900"),
                BigDecimal.ZERO,
                new BigDecimal("2"),
                GatewayFixture.NOW,
                GatewayFixture.NOW),
            new Position(
                APPLE_ISIN,
                APPLE.symbol(),
                Currency.USD,
                Quantity.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                GatewayFixture.NOW,
                GatewayFixture.NOW)),
        List.of(Money.of("1000.00", Currency.EUR)),
        List.of(),
        Optional.of(GatewayFixture.NOW));
  }

  /** How things stand with a broker that is there, or away. */
  public static BrokerView broker(boolean ready) {
    return new BrokerView(ready, ready, Optional.empty(), Optional.empty(), List.of());
  }

  /** A wish for three shares of Apple. */
  public static Intent intent() {
    return new Intent(
        new IntentId("intent-1"),
        AccountId.DEFAULT,
        APPLE_ISIN,
        APPLE.symbol(),
        Side.BUY,
        Quantity.of(3),
        OrderType.MARKET,
        Optional.empty(),
        Optional.empty(),
        TimeInForce.DAY,
        Intent.Origin.CALLER,
        "single trade");
  }

  /** The account at a price of 100. */
  public static Valued valued() {
    AccountValue value =
        new AccountValue(
            List.of(
                new PositionValue(
                    SAP_ISIN,
                    SAP.symbol(),
                    "SAP",
                    Quantity.of(10),
                    Price.of("90", Currency.EUR),
                    Optional.of(
                        new Quote(
                            SAP_ISIN,
                            Price.of("100", Currency.EUR),
                            GatewayFixture.NOW.plusSeconds(1),
                            "test")),
                    Money.of("1000", Currency.EUR),
                    Money.of("900", Currency.EUR),
                    Money.of("100", Currency.EUR),
                    new BigDecimal("11.11"),
                    false)),
            Money.of("1000", Currency.EUR),
            Money.of("1000", Currency.EUR),
            Money.of("800", Currency.EUR),
            Money.of("900", Currency.EUR),
            Money.of("100", Currency.EUR),
            new BigDecimal("11.11"),
            List.of(new AccountValue.Share("Technology", BigDecimal.ONE)),
            List.of(new AccountValue.Share("EU", BigDecimal.ONE)),
            BigDecimal.ZERO);
    return new Valued(portfolio(), value, HASH, Optional.empty(), GatewayFixture.NOW);
  }

  /** An order as it stands in a phase. */
  public static OrderView order(Intent intent, OrderPhase phase, Fill... fills) {
    return new OrderView(
        intent,
        new ClientOrderId("client-1"),
        phase,
        Optional.of(new BrokerOrderId("SIM-7")),
        Optional.empty(),
        List.of(fills),
        GatewayFixture.NOW,
        GatewayFixture.NOW);
  }

  /** An execution of an order at 100 for a commission of 2.20. */
  public static Fill fill(Intent intent, String id, long shares) {
    Currency currency = intent.isin().equals(SAP_ISIN) ? Currency.EUR : Currency.USD;
    return new Fill(
        new FillId(id),
        intent.id(),
        new BrokerOrderId("SIM-7"),
        intent.account(),
        intent.isin(),
        intent.symbol(),
        intent.side(),
        Quantity.of(shares),
        Price.of("100", currency),
        Money.of("2.20", currency),
        currency.equals(Currency.EUR) ? FxRate.identity(currency, GatewayFixture.NOW) : DOLLAR,
        Optional.empty(),
        GatewayFixture.NOW);
  }
}
