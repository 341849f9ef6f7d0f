package io.arduinotrader.gateway.cycle.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A plan of two steps, sell SAP and buy Apple, and what orders answer. */
public final class CycleSamples {

  public static final Instant NOW = Instant.parse("2026-05-04T15:00:00Z");
  public static final CycleId CYCLE = new CycleId("c-1");
  public static final PlanId PLAN_ID = new PlanId(new PortfolioHash("3fa2b1c0"), 1);
  public static final Isin SAP = new Isin("DE0007164600");
  public static final Isin APPLE = new Isin("US0378331005");
  public static final List<TargetWeight> TARGETS =
      List.of(new TargetWeight(SAP, 0.1), new TargetWeight(APPLE, 0.4));
  public static final FxRate DOLLARS =
      new FxRate(Currency.EUR, Currency.USD, new BigDecimal("1.08"), NOW, "test");

  public static final Plan.Step SELL_SAP =
      step(1, Side.SELL, SAP, "SAP.DE", Price.of("100", Currency.EUR));
  public static final Plan.Step BUY_APPLE =
      step(2, Side.BUY, APPLE, "AAPL.US", Price.of("108", Currency.USD));
  public static final Plan PLAN = plan(SELL_SAP, BUY_APPLE);

  private CycleSamples() {}

  public static Plan plan(Plan.Step... steps) {
    Money zero = Money.zero(Currency.EUR);
    return new Plan(
        PLAN_ID,
        AccountId.DEFAULT,
        List.of(steps),
        List.of(),
        90,
        80,
        zero,
        zero,
        Plan.Status.READY,
        Digest.EMPTY,
        NOW);
  }

  /** An order in the given phase, executed as the fills say. */
  public static OrderView order(
      Intent intent, OrderPhase phase, Optional<Refusal> refusal, Fill... fills) {
    return new OrderView(
        intent,
        new ClientOrderId("AT-1"),
        phase,
        Optional.of(new BrokerOrderId("B-1")),
        refusal,
        List.of(fills),
        NOW,
        NOW);
  }

  /** An execution of ten shares less or more, in dollars when the price is. */
  public static Fill fill(Intent intent, String id, String shares, Price price, String commission) {
    FxRate rate =
        price.currency().equals(Currency.USD) ? DOLLARS : FxRate.identity(price.currency(), NOW);
    return new Fill(
        new FillId(id),
        intent.id(),
        new BrokerOrderId("B-1"),
        intent.account(),
        intent.isin(),
        intent.symbol(),
        intent.side(),
        Quantity.of(shares),
        price,
        Money.of(commission, price.currency()),
        rate,
        Optional.empty(),
        NOW);
  }

  private static Plan.Step step(int number, Side side, Isin isin, String symbol, Price price) {
    return new Plan.Step(
        number,
        side,
        isin,
        new Symbol(symbol),
        Quantity.of(10),
        price,
        Money.of("1000.00", Currency.EUR),
        Money.of("4.50", Currency.EUR),
        List.of("a reason"),
        List.of());
  }
}
