package io.arduinotrader.gateway.optimization;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.NumberWire;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.gateway.wire.SecurityName;
import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.protocol.grpc.optimization.TradeOrder;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Order;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Orders to schedule, before the universe was asked which securities are meant. */
final class OrdersWire {

  private static final int MOST = 1000;

  private final List<Named> orders;

  private OrdersWire(List<Named> orders) {
    this.orders = orders;
  }

  private record Named(
      String field, SecurityName name, Side side, Quantity quantity, Optional<Price> limit) {}

  static OrdersWire read(List<TradeOrder> in, FieldViolations violations) {
    violations.require(in.size() <= MOST, "orders", "has more than " + MOST + " entries");
    List<Named> orders = new ArrayList<>();
    for (int index = 0; index < Math.min(in.size(), MOST); index++) {
      read(in.get(index), "orders[" + index + "]", violations).ifPresent(orders::add);
    }
    return new OrdersWire(orders);
  }

  private static Optional<Named> read(TradeOrder in, String field, FieldViolations violations) {
    Optional<SecurityName> name =
        IdentifierWire.security(in.getIsin(), in.getSymbol(), field + ".", violations);
    Optional<Side> side = SideWire.required(in.getSide(), field + ".side", violations);
    Optional<Quantity> quantity =
        NumberWire.quantityAboveZero(in.getQuantity(), field + ".quantity", violations);
    Optional<Price> limit =
        in.hasLimitPrice()
            ? MoneyWire.price(in.getLimitPrice(), field + ".limit_price", violations)
            : Optional.empty();
    return name.isPresent() && side.isPresent() && quantity.isPresent()
        ? Optional.of(new Named(field, name.get(), side.get(), quantity.get(), limit))
        : Optional.empty();
  }

  /**
   * The orders by security.
   *
   * @throws io.arduinotrader.gateway.edge.CallRefusedException NOT_FOUND when the universe does not
   *     know one of them
   */
  List<Order> resolve(Securities securities, FieldViolations violations) {
    List<Order> resolved = new ArrayList<>();
    for (Named order : orders) {
      securities
          .required(order.name(), order.field(), violations)
          .ifPresent(
              record -> {
                requireCurrency(order, record, violations);
                resolved.add(
                    new Order(record.isin(), order.side(), order.quantity(), order.limit()));
              });
    }
    return resolved;
  }

  private static void requireCurrency(
      Named order, SecurityRecord record, FieldViolations violations) {
    order
        .limit()
        .ifPresent(
            price ->
                violations.require(
                    price.currency().equals(record.currency()),
                    order.field() + ".limit_price.currency",
                    "must be " + record.currency() + ", in which the security trades"));
  }
}
