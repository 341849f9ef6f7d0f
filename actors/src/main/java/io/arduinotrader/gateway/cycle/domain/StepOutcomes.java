package io.arduinotrader.gateway.cycle.domain;

import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** What an order's answer means for the step that led to it. */
public final class StepOutcomes {

  private StepOutcomes() {}

  /** The outcome of a step whose order has answered. */
  public static StepOutcome of(Plan.Step step, IntentId intent, OrderReply reply) {
    return switch (reply) {
      case OrderReply.Known known -> of(step, intent, known.view());
      case OrderReply.Unknown unknown -> failed(step, intent, "the order was never recorded");
      case OrderReply.Refused refused -> failed(step, intent, refused.refusal().message());
    };
  }

  /** The outcome of a step without order. */
  public static StepOutcome failed(Plan.Step step, IntentId intent, String reason) {
    return outcome(step, intent, List.of(), false, reason);
  }

  private static StepOutcome of(Plan.Step step, IntentId intent, OrderView order) {
    return switch (order.phase()) {
      case ACCEPTED, WORKING, PARTIALLY_FILLED, CANCEL_PENDING, FILLED ->
          outcome(step, intent, order.fills(), true, "");
      case REJECTED, SEND_FAILED ->
          outcome(
              step,
              intent,
              order.fills(),
              false,
              order.refusal().map(Refusal::message).orElse("the order could not be sent"));
      case CANCELLED, PARTIALLY_FILLED_CANCELLED, EXPIRED, PARTIALLY_FILLED_EXPIRED ->
          outcome(
              step,
              intent,
              order.fills(),
              false,
              order.phase() == OrderPhase.CANCELLED
                      || order.phase() == OrderPhase.PARTIALLY_FILLED_CANCELLED
                  ? "the order was cancelled"
                  : "the order expired");
      case INTENT_RECORDED, FUNDS_RESERVED, SUBMITTING, UNKNOWN ->
          outcome(
              step,
              intent,
              order.fills(),
              false,
              "nobody knows yet whether the broker has the order; it is being looked up");
    };
  }

  private static StepOutcome outcome(
      Plan.Step step, IntentId intent, List<Fill> fills, boolean success, String reason) {
    BigDecimal shares = BigDecimal.ZERO;
    BigDecimal amount = BigDecimal.ZERO;
    BigDecimal value = BigDecimal.ZERO;
    BigDecimal commission = BigDecimal.ZERO;
    for (Fill fill : fills) {
      BigDecimal traded = fill.price().times(fill.quantity());
      shares = shares.add(fill.quantity().value());
      amount = amount.add(traded);
      value = value.add(fill.rate().toBase(traded));
      commission = commission.add(fill.rate().toBase(fill.commission().amount()));
    }
    Optional<Price> average =
        shares.signum() == 0
            ? Optional.empty()
            : Optional.of(
                Price.rounded(
                    amount.divide(shares, MathContext.DECIMAL128), step.price().currency()));
    return new StepOutcome(
        step.number(),
        intent,
        step.isin(),
        step.symbol(),
        step.side(),
        shares.signum() == 0 ? step.quantity() : new Quantity(shares),
        average,
        Money.rounded(value, Currency.EUR),
        Money.rounded(commission, Currency.EUR),
        success,
        reason);
  }
}
