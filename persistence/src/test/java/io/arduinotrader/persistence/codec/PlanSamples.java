package io.arduinotrader.persistence.codec;

import static io.arduinotrader.persistence.codec.ValueSamples.PLAN;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanFacts;
import io.arduinotrader.protocol.planning.PlanFindings;
import io.arduinotrader.protocol.planning.PlanInputs.GroupTarget;
import io.arduinotrader.protocol.planning.PlanInputs.Wishes;
import io.arduinotrader.protocol.planning.PlanSecurity;
import io.arduinotrader.protocol.planning.SearchCounters;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A plan that was searched for, and what it was computed from, with everything said and nothing.
 */
final class PlanSamples {

  private static final Instant AT = Instant.parse("2026-05-04T15:00:00Z");

  private static final PlanFindings FINDINGS =
      new PlanFindings(
          "beam_width = 10\nmax_plan_depth = 5",
          true,
          0.25,
          new SearchCounters(65_150, 12_345, 52_805, 71.25),
          0.92,
          List.of("It buys one security.", "It costs 2.20 EUR."),
          List.of(new PlanFindings.ScorePart("total_return", 0.35, 0.5, 0.625)),
          List.of("the cash reserve of 500.00 EUR"),
          List.of(new PlanFindings.Alternative(List.of("SELL 5 AAPL.US"), 70.5, 0.75)),
          List.of(
              new PlanFindings.Scenario(
                  "shocks",
                  "doing nothing",
                  new PlanFindings.Spread(60, 50.5, 40),
                  new PlanFindings.Spread(0, -0.1, -0.25))));

  static final Plan SEARCHED_PLAN =
      new Plan(
          PLAN.id(),
          PLAN.account(),
          PLAN.steps(),
          PLAN.rejected(),
          PLAN.score(),
          PLAN.scoreBefore(),
          PLAN.cashNeeded(),
          PLAN.value(),
          PLAN.status(),
          PLAN.inputsHash(),
          PLAN.createdAt(),
          FINDINGS);

  /** As they were kept before quality and high of the year were. */
  static final PlanFacts FACTS = facts(Optional.empty(), Optional.empty());

  static final PlanFacts KNOWN_FACTS = facts(Optional.of(0.66), Optional.of(200.5));

  private PlanSamples() {}

  private static PlanFacts facts(Optional<Double> quality, Optional<Double> yearHigh) {
    return new PlanFacts(
        AccountId.DEFAULT,
        AT,
        Money.of("1234.56", Currency.EUR),
        List.of(
            new PlanSecurity(
                new Isin("US0378331005"),
                new Symbol("AAPL.US"),
                "Apple",
                Quantity.of(1),
                Optional.of(Price.of("190.5", Currency.USD)),
                new FxRate(Currency.EUR, Currency.USD, new BigDecimal("1.08"), AT, "test"),
                new PlanSecurity.Holding(
                    Quantity.of(7),
                    Optional.of(Price.of("150.25", Currency.USD)),
                    Optional.of(AT.minusSeconds(1)),
                    Optional.of(AT.minusSeconds(2)),
                    Optional.of(AT.minusSeconds(3))),
                "US",
                List.of("Technology", "Consumer"),
                new PlanSecurity.Outlook(
                    Optional.of(0.71),
                    Optional.of(0.01),
                    Optional.of(0.2),
                    Optional.of(0.3),
                    Optional.of(0.4),
                    Optional.of(-0.05),
                    Optional.of(0.25),
                    quality,
                    yearHigh),
                new PlanSecurity.Bounds(Optional.of(0.1), Optional.of(0.0), Optional.of(0.2)),
                1.5,
                Optional.of(Refusal.of(RefusalCode.BUY_DISABLED, "not allowed")),
                Optional.of(Refusal.of(RefusalCode.PENDING_ORDER, "still open"))),
            new PlanSecurity(
                new Isin("DE0007164600"),
                new Symbol("SAP.DE"),
                "",
                Quantity.of(10),
                Optional.empty(),
                FxRate.identity(Currency.EUR, AT),
                PlanSecurity.Holding.NONE,
                "",
                List.of(),
                PlanSecurity.Outlook.UNKNOWN,
                PlanSecurity.Bounds.NONE,
                1,
                Optional.empty(),
                Optional.empty())),
        List.of(new GroupTarget("US", 0.6)),
        List.of(new GroupTarget("Technology", 0.3)),
        "no history",
        new Wishes(
            Optional.of(12),
            Optional.of(new BigDecimal("0.95")),
            Money.of("250.00", Currency.EUR),
            Optional.of(Money.of("100.00", Currency.EUR)),
            Optional.of(0.2)));
  }
}
