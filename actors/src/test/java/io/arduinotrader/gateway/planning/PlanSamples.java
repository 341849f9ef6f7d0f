package io.arduinotrader.gateway.planning;

import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.util.List;

/** Plans to buy one share of SAP. */
public final class PlanSamples {

  private PlanSamples() {}

  public static Plan plan(int number, double score, Plan.Status status) {
    return plan(number, score, status, "2.20", Digest.EMPTY);
  }

  /** A plan that can be executed. */
  static Plan plan(int number, double score, Digest inputs) {
    return plan(number, score, Plan.Status.READY, "2.20", inputs);
  }

  /** The same plan with other costs. */
  static Plan costing(String cost, Plan plan) {
    return plan(plan.id().number(), plan.score(), plan.status(), cost, plan.inputsHash());
  }

  private static Plan plan(
      int number, double score, Plan.Status status, String cost, Digest inputs) {
    return new Plan(
        new PlanId(Samples.HASH, number),
        AccountId.DEFAULT,
        List.of(
            new Plan.Step(
                1,
                Side.BUY,
                Samples.SAP_ISIN,
                Samples.SAP.symbol(),
                Quantity.of(1),
                Price.of("100", Currency.EUR),
                Money.of("100", Currency.EUR),
                Money.of(cost, Currency.EUR),
                List.of("It is cheap.", "It is sound."),
                List.of(new Plan.Figure("weight_after_pct", 12.5)))),
        List.of(
            new Plan.Rejected(
                Side.BUY,
                Samples.APPLE_ISIN,
                Samples.APPLE.symbol(),
                RefusalCode.BUY_COOLDOWN,
                "bought too recently")),
        score,
        30,
        Money.of("102.20", Currency.EUR),
        Money.of("100", Currency.EUR),
        status,
        inputs,
        GatewayFixture.NOW.plusSeconds(number));
  }
}
