package io.arduinotrader.trading.domain;

import static io.arduinotrader.trading.domain.Candidate.refusal;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Quantity;
import java.util.List;

/** Whether the order as such makes sense to a broker. */
final class StructureRules {

  private StructureRules() {}

  static void check(Candidate candidate, List<Refusal> errors) {
    quantity(candidate, errors);
    type(candidate, errors);
    limit(candidate, errors);
  }

  private static void quantity(Candidate candidate, List<Refusal> errors) {
    Quantity quantity = candidate.intent().quantity();
    if (quantity.isZero()) {
      errors.add(refusal(RefusalCode.QTY_NOT_POSITIVE, "nothing to trade", "quantity"));
      return;
    }
    if (quantity.value().compareTo(candidate.rules().maximumQuantity()) > 0) {
      errors.add(
          refusal(
              RefusalCode.QTY_TOO_LARGE,
              quantity + " is more than " + candidate.rules().maximumQuantity().toPlainString(),
              "quantity"));
    }
    boolean whole = quantity.value().scale() == 0;
    if (!whole && !candidate.facts().broker().capabilities().fractions()) {
      errors.add(refusal(RefusalCode.LOT_SIZE, "the broker trades whole shares only", "quantity"));
      return;
    }
    candidate
        .facts()
        .listing()
        .map(Facts.Listing::lot)
        .filter(lot -> !lot.isZero() && !quantity.isMultipleOf(lot))
        .ifPresent(
            lot ->
                errors.add(
                    refusal(
                        RefusalCode.LOT_SIZE,
                        quantity + " is no multiple of the lot " + lot,
                        "quantity")));
  }

  private static void type(Candidate candidate, List<Refusal> errors) {
    Intent intent = candidate.intent();
    BrokerCapabilities broker = candidate.facts().broker().capabilities();
    if (!broker.orderTypes().contains(intent.type())) {
      errors.add(
          refusal(
              RefusalCode.ORDER_TYPE_UNSUPPORTED,
              "the broker takes no " + intent.type() + " orders",
              "order_type"));
    }
    if (!broker.timesInForce().contains(intent.timeInForce())) {
      errors.add(
          refusal(
              RefusalCode.ORDER_TYPE_UNSUPPORTED,
              "the broker takes no " + intent.timeInForce() + " orders",
              "time_in_force"));
    }
  }

  private static void limit(Candidate candidate, List<Refusal> errors) {
    Intent intent = candidate.intent();
    if (intent.type() != OrderType.LIMIT && intent.type() != OrderType.STOP_LIMIT) {
      return;
    }
    if (intent.limit().isEmpty()) {
      errors.add(
          refusal(RefusalCode.LIMIT_PRICE_INVALID, "a limit order needs a limit", "limit_price"));
      return;
    }
    candidate
        .facts()
        .listing()
        .map(Facts.Listing::currency)
        .filter(currency -> !currency.equals(intent.limit().get().currency()))
        .ifPresent(
            currency ->
                errors.add(
                    refusal(
                        RefusalCode.LIMIT_PRICE_INVALID,
                        intent.symbol() + " is traded in " + currency,
                        "limit_price")));
  }
}
