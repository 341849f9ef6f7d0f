package io.arduinotrader.persistence.codec;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.PriceAnomaly;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.protocol.vocab.TimeInForce;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Values the samples of events and snapshots are made of. */
public final class ValueSamples {

  public static final Instant AT = Instant.parse("2026-03-02T14:30:00.123456789Z");
  public static final Instant LATER = Instant.parse("2026-03-02T14:31:00Z");
  public static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  public static final AccountId ACCOUNT = AccountId.DEFAULT;
  public static final Isin APPLE = new Isin("US0378331005");
  public static final Symbol APPLE_SYMBOL = new Symbol("AAPL.US");
  public static final Isin TENCENT = new Isin("KYG875721634");
  public static final Symbol TENCENT_SYMBOL = new Symbol("700.HK");
  public static final IntentId INTENT = new IntentId("cycle-7#step-1");
  public static final PlanId PLAN_ID = new PlanId(new PortfolioHash("3fa2b1c0"), 7);
  public static final Digest INPUTS = Digest.of("inputs".getBytes(StandardCharsets.UTF_8));

  public static final FxRate DOLLARS =
      new FxRate(Currency.EUR, Currency.USD, new BigDecimal("1.0834"), AT, "ECB");
  public static final FxRate HONG_KONG_DOLLARS =
      new FxRate(Currency.EUR, Currency.HKD, new BigDecimal("8.4712345678"), AT, "broker");

  /** A purchase that needed an exchange. */
  public static final Fill PURCHASE =
      new Fill(
          new FillId("SIM-F-12"),
          INTENT,
          new BrokerOrderId("SIM-O-5"),
          ACCOUNT,
          APPLE,
          APPLE_SYMBOL,
          Side.BUY,
          Quantity.of("3.5"),
          Price.of("190.123456", Currency.USD),
          Money.of("2.33", Currency.USD),
          DOLLARS,
          Optional.of(
              new Conversion(
                  Money.of("616.35", Currency.EUR), Money.of("667.76", Currency.USD), DOLLARS)),
          AT);

  /** A sale without exchange. */
  public static final Fill SALE =
      new Fill(
          new FillId("SIM-F-13"),
          new IntentId("caller:sale-1"),
          new BrokerOrderId("SIM-O-6"),
          ACCOUNT,
          TENCENT,
          TENCENT_SYMBOL,
          Side.SELL,
          Quantity.of(100),
          Price.of("512.5", Currency.HKD),
          Money.of("61.50", Currency.HKD),
          HONG_KONG_DOLLARS,
          Optional.empty(),
          LATER);

  public static final Intent LIMIT_BUY =
      new Intent(
          INTENT,
          ACCOUNT,
          APPLE,
          APPLE_SYMBOL,
          Side.BUY,
          Quantity.of("3.5"),
          OrderType.STOP_LIMIT,
          Optional.of(Price.of("191", Currency.USD)),
          Optional.of(Price.of("190.5", Currency.USD)),
          TimeInForce.DAY,
          Intent.Origin.CYCLE,
          "plan 3fa2b1c0-7 step 1");

  public static final Intent MARKET_SALE =
      new Intent(
          new IntentId("caller:sale-1"),
          ACCOUNT,
          TENCENT,
          TENCENT_SYMBOL,
          Side.SELL,
          Quantity.of(100),
          OrderType.MARKET,
          Optional.empty(),
          Optional.empty(),
          TimeInForce.FOK,
          Intent.Origin.CALLER,
          "");

  public static final SecurityRecord SECURITY =
      new SecurityRecord(
          TENCENT,
          TENCENT_SYMBOL,
          "Tencent Holdings Ltd. 騰訊",
          "HKSE",
          Currency.HKD,
          SecurityRecord.ProductType.EQUITY,
          "China",
          "Communication Services",
          "Internet Content",
          Quantity.of(100),
          true,
          true,
          false,
          Optional.of(new BigDecimal("2.50")),
          Optional.of(new BigDecimal("20")));

  public static final SecurityRecord BARE_SECURITY =
      new SecurityRecord(
          APPLE,
          APPLE_SYMBOL,
          "Apple",
          "NasdaqGS",
          Currency.USD,
          SecurityRecord.ProductType.UNKNOWN,
          "",
          "",
          "",
          Quantity.of("0.000001"),
          false,
          false,
          true,
          Optional.empty(),
          Optional.empty());

  public static final Fundamentals FUNDAMENTALS =
      new Fundamentals(
          DAY,
          OptionalDouble.of(2.9e12),
          OptionalDouble.of(31.25),
          OptionalDouble.of(0.0),
          OptionalDouble.of(0.243),
          OptionalDouble.of(1.47),
          OptionalDouble.of(1.87),
          OptionalDouble.of(0.92),
          OptionalDouble.of(-0.021),
          OptionalDouble.of(0.1),
          Optional.of("Consumer Electronics"),
          "csv");

  public static final Fundamentals UNKNOWN_FIGURES =
      new Fundamentals(
          LocalDate.of(1969, 12, 31),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          "csv");

  public static final PriceAnomaly ANOMALY =
      new PriceAnomaly(DAY, "JUMP", "close 1900 is 10.0 times the close before");

  public static final SecurityScore SCORE =
      new SecurityScore(
          APPLE,
          APPLE_SYMBOL,
          DAY,
          0.7312,
          "B",
          87.5,
          0.9,
          List.of(
              new SecurityScore.Group(
                  "long-term",
                  0.8,
                  0.55,
                  1.0,
                  List.of(new SecurityScore.Part("cagr", 0.113, 0.8, 1.0))),
              new SecurityScore.Group("dividends", 0.1, 0.45, 0.5, List.of())),
          Map.of(),
          Optional.empty(),
          INPUTS,
          AT);

  public static final SecurityScore MEASURED_SCORE =
      new SecurityScore(
          APPLE,
          APPLE_SYMBOL,
          DAY,
          0.7312,
          "B",
          87.5,
          0.9,
          List.of(),
          Map.of(SecurityMetric.GROWTH_5_YEARS, -0.02, SecurityMetric.SORTINO, 1.25),
          Optional.of(DAY.minusDays(40)),
          INPUTS,
          AT);

  public static final Plan PLAN =
      new Plan(
          PLAN_ID,
          ACCOUNT,
          List.of(
              new Plan.Step(
                  1,
                  Side.BUY,
                  APPLE,
                  APPLE_SYMBOL,
                  Quantity.of("3.5"),
                  Price.of("190.12", Currency.USD),
                  Money.of("614.20", Currency.EUR),
                  Money.of("3.07", Currency.EUR),
                  List.of("below its target weight"),
                  List.of(new Plan.Figure("target weight", 0.12)))),
          List.of(
              new Plan.Rejected(
                  Side.SELL, TENCENT, TENCENT_SYMBOL, RefusalCode.MIN_HOLD, "held for 12 days")),
          71.25,
          68.5,
          Money.of("617.27", Currency.EUR),
          Money.of("614.20", Currency.EUR),
          Plan.Status.READY,
          INPUTS,
          AT);

  public static final Plan EMPTY_PLAN =
      new Plan(
          PLAN_ID,
          ACCOUNT,
          List.of(),
          List.of(),
          0,
          0,
          Money.zero(Currency.EUR),
          Money.zero(Currency.EUR),
          Plan.Status.DRAFT,
          INPUTS,
          AT);

  public static final List<TargetWeight> TARGETS =
      List.of(new TargetWeight(APPLE, 0.1), new TargetWeight(TENCENT, 0.2));

  private ValueSamples() {}
}
