package io.arduinotrader.gateway.replay;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.protocol.grpc.replay.Contribution;
import io.arduinotrader.protocol.grpc.replay.OtherCost;
import io.arduinotrader.protocol.grpc.replay.OtherLimits;
import io.arduinotrader.protocol.grpc.replay.RefusedOrder;
import io.arduinotrader.protocol.grpc.replay.WhatIfFigures;
import io.arduinotrader.protocol.grpc.replay.WhatIfResponse;
import io.arduinotrader.protocol.replay.WhatIfChanges;
import io.arduinotrader.protocol.replay.WhatIfChanges.Cost;
import io.arduinotrader.protocol.replay.WhatIfChanges.Limits;
import io.arduinotrader.protocol.replay.WhatIfChanges.Shift;
import io.arduinotrader.protocol.replay.WhatIfOutcome;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Other conditions and what would have come of them, on the wire. */
final class WhatIfWire {

  /** More would be another price list than a broker's. */
  private static final BigDecimal MOST_FRACTION = BigDecimal.ONE;

  private static final BigDecimal MOST_SHIFT = BigDecimal.TEN;

  private WhatIfWire() {}

  static WhatIfChanges changes(
      io.arduinotrader.protocol.grpc.replay.WhatIfChanges wire, FieldViolations violations) {
    Optional<Cost> cost = wire.hasCost() ? cost(wire.getCost(), violations) : Optional.empty();
    BigDecimal spread = fraction(wire.getSpread(), "changes.spread", violations);
    List<Shift> shifts = new ArrayList<>();
    wire.getPriceShiftsMap().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(
            entry -> shift(entry.getKey(), entry.getValue(), violations).ifPresent(shifts::add));
    return new WhatIfChanges(
        cost, spread, List.copyOf(shifts), limits(wire.getLimits(), violations));
  }

  static WhatIfResponse of(WhatIfOutcome outcome) {
    return WhatIfResponse.newBuilder()
        .setRecorded(StateWire.of(outcome.recorded()))
        .setChanged(StateWire.of(outcome.changed()))
        .setRecordedFigures(figures(outcome.recordedFigures()))
        .setChangedFigures(figures(outcome.changedFigures()))
        .setOrders(outcome.orders())
        .setRefusedOrders(outcome.refusedOrders())
        .addAllRefused(outcome.refused().stream().map(WhatIfWire::refused).toList())
        .addAllContributions(
            outcome.contributions().stream()
                .map(
                    part ->
                        Contribution.newBuilder()
                            .setName(part.name())
                            .setAmount(MoneyWire.of(part.amount()))
                            .build())
                .toList())
        .addAllText(outcome.text())
        .build();
  }

  private static Optional<Cost> cost(OtherCost wire, FieldViolations violations) {
    Optional<Money> fixed =
        wire.getFixed().isEmpty()
            ? Optional.of(Money.zero(Currency.EUR))
            : euros(wire.getFixed(), "changes.cost.fixed", violations);
    BigDecimal fraction = fraction(wire.getFraction(), "changes.cost.fraction", violations);
    return fixed.map(amount -> new Cost(amount, fraction));
  }

  private static BigDecimal fraction(String text, String field, FieldViolations violations) {
    if (text.isEmpty()) {
      return BigDecimal.ZERO;
    }
    Optional<BigDecimal> number = MoneyWire.decimal(text, field, violations);
    number.ifPresent(
        value ->
            violations.require(
                value.signum() >= 0 && value.compareTo(MOST_FRACTION) < 0,
                field,
                "must be from 0 to below 1"));
    return number.orElse(BigDecimal.ZERO);
  }

  private static Optional<Shift> shift(String name, String text, FieldViolations violations) {
    String field = "changes.price_shifts[" + name + "]";
    Optional<Symbol> symbol = Symbol.parse(name);
    violations.require(symbol.isPresent(), field, "is not a symbol");
    Optional<BigDecimal> number = MoneyWire.decimal(text, field, violations);
    number.ifPresent(
        value ->
            violations.require(
                value.compareTo(BigDecimal.ONE.negate()) > 0 && value.compareTo(MOST_SHIFT) <= 0,
                field,
                "must be above -1 and not above 10"));
    return symbol.flatMap(known -> number.map(value -> new Shift(known, value)));
  }

  private static Limits limits(OtherLimits wire, FieldViolations violations) {
    String field = "changes.limits.";
    notNegative(wire.getOrdersPerDay(), field + "orders_per_day", violations);
    notNegative(wire.getOrdersPerSevenDays(), field + "orders_per_seven_days", violations);
    notNegative(wire.getBuyCooldownDays(), field + "buy_cooldown_days", violations);
    notNegative(wire.getMinimumHoldDays(), field + "minimum_hold_days", violations);
    return new Limits(
        wire.getOrdersPerDay(),
        wire.getOrdersPerSevenDays(),
        wire.getBuyCooldownDays(),
        wire.getMinimumHoldDays(),
        wire.getLargestOrder().isEmpty()
            ? Optional.empty()
            : euros(wire.getLargestOrder(), field + "largest_order", violations));
  }

  private static void notNegative(int number, String field, FieldViolations violations) {
    violations.require(number >= 0, field, "must not be negative");
  }

  private static Optional<Money> euros(String text, String field, FieldViolations violations) {
    Optional<BigDecimal> amount = MoneyWire.decimal(text, field, violations);
    amount.ifPresent(
        value -> violations.require(value.signum() >= 0, field, "must not be negative"));
    return amount.map(value -> Money.rounded(value, Currency.EUR));
  }

  private static WhatIfFigures figures(WhatIfOutcome.Figures figures) {
    return WhatIfFigures.newBuilder()
        .setCash(MoneyWire.of(figures.cash()))
        .setPositions(MoneyWire.of(figures.positions()))
        .setValue(MoneyWire.of(figures.value()))
        .setCosts(MoneyWire.of(figures.costs()))
        .build();
  }

  private static RefusedOrder refused(WhatIfOutcome.RefusedOrder order) {
    return RefusedOrder.newBuilder()
        .setTradeId(order.intent().value())
        .setSymbol(order.symbol().value())
        .setSide(SideWire.of(order.side()))
        .setQuantity(order.quantity().value().toPlainString())
        .setRule(order.refusal().code().name())
        .setReason(order.refusal().message())
        .build();
  }
}
