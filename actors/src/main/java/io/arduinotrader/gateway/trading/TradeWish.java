package io.arduinotrader.gateway.trading;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.NumberWire;
import io.arduinotrader.gateway.wire.SecurityName;
import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeRequest;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.TimeInForce;
import java.math.BigDecimal;
import java.util.Optional;

/** What a caller wants traded, before the universe has been asked which security is meant. */
record TradeWish(
    SecurityName security,
    Side side,
    Quantity quantity,
    OrderType type,
    Optional<Price> limit,
    Optional<Price> stop,
    TimeInForce timeInForce,
    boolean dryRun) {

  private static final BigDecimal MOST_SHARES = BigDecimal.valueOf(1_000_000);

  /**
   * Reads a request.
   *
   * @throws io.arduinotrader.gateway.edge.InvalidRequestException when it cannot be understood
   */
  static TradeWish read(ExecuteTradeRequest in) {
    FieldViolations violations = new FieldViolations();
    Optional<SecurityName> security =
        IdentifierWire.security(in.getIsin(), in.getSymbol(), "", violations);
    Optional<Side> side = SideWire.required(in.getSide(), "side", violations);
    Optional<Quantity> quantity =
        NumberWire.quantityAboveZero(in.getQuantity(), "quantity", violations)
            .filter(shares -> isPossible(shares, violations));
    Optional<OrderType> type = type(in, violations);
    Optional<Price> limit =
        in.hasLimitPrice()
            ? MoneyWire.price(in.getLimitPrice(), "limit_price", violations)
            : Optional.empty();
    Optional<Price> stop =
        in.hasStopPrice()
            ? MoneyWire.price(in.getStopPrice(), "stop_price", violations)
            : Optional.empty();
    type.ifPresent(known -> requirePrices(in, known, violations));
    Optional<TimeInForce> timeInForce = timeInForce(in, violations);
    violations.refuseIfAny();
    return new TradeWish(
        security.orElseThrow(),
        side.orElseThrow(),
        quantity.orElseThrow(),
        type.orElseThrow(),
        limit,
        stop,
        timeInForce.orElseThrow(),
        in.getDryRun());
  }

  /**
   * The intent to trade the security that is meant.
   *
   * @param cause what led to it; part of what makes a repeat the same wish
   * @throws io.arduinotrader.gateway.edge.InvalidRequestException when a price is in another
   *     currency than the security's
   */
  Intent intent(IntentId id, AccountId account, SecurityRecord record, String cause) {
    FieldViolations violations = new FieldViolations();
    limit.ifPresent(price -> requireCurrency(price, record, "limit_price", violations));
    stop.ifPresent(price -> requireCurrency(price, record, "stop_price", violations));
    violations.refuseIfAny();
    return new Intent(
        id,
        account,
        record.isin(),
        record.symbol(),
        side,
        quantity,
        type,
        limit,
        stop,
        timeInForce,
        Intent.Origin.CALLER,
        cause);
  }

  private static boolean isPossible(Quantity shares, FieldViolations violations) {
    boolean possible = shares.value().compareTo(MOST_SHARES) <= 0;
    violations.require(possible, "quantity", "must not be above " + MOST_SHARES);
    return possible;
  }

  private static Optional<OrderType> type(ExecuteTradeRequest in, FieldViolations violations) {
    return switch (in.getOrderType()) {
      case MARKET -> Optional.of(OrderType.MARKET);
      case LIMIT -> Optional.of(OrderType.LIMIT);
      case STOP -> Optional.of(OrderType.STOP);
      case STOP_LIMIT -> Optional.of(OrderType.STOP_LIMIT);
      case ORDER_TYPE_UNSPECIFIED -> typeByPrices(in, violations);
      case UNRECOGNIZED -> violations.missing("order_type", "is not an order type");
    };
  }

  private static Optional<OrderType> typeByPrices(
      ExecuteTradeRequest in, FieldViolations violations) {
    if (in.hasStopPrice()) {
      return violations.missing("order_type", "is required with a stop price");
    }
    return Optional.of(in.hasLimitPrice() ? OrderType.LIMIT : OrderType.MARKET);
  }

  private static void requirePrices(
      ExecuteTradeRequest in, OrderType type, FieldViolations violations) {
    boolean limited = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
    boolean stopped = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
    violations.require(
        in.hasLimitPrice() == limited,
        "limit_price",
        limited ? "is required for " + type : "has no meaning for " + type);
    violations.require(
        in.hasStopPrice() == stopped,
        "stop_price",
        stopped ? "is required for " + type : "has no meaning for " + type);
  }

  private static Optional<TimeInForce> timeInForce(
      ExecuteTradeRequest in, FieldViolations violations) {
    return switch (in.getTimeInForce()) {
      case DAY, TIME_IN_FORCE_UNSPECIFIED -> Optional.of(TimeInForce.DAY);
      case GTC -> Optional.of(TimeInForce.GTC);
      case IOC -> Optional.of(TimeInForce.IOC);
      case FOK -> Optional.of(TimeInForce.FOK);
      case UNRECOGNIZED -> violations.missing("time_in_force", "is not a time in force");
    };
  }

  private static void requireCurrency(
      Price price, SecurityRecord record, String field, FieldViolations violations) {
    violations.require(
        price.currency().equals(record.currency()),
        field + ".currency",
        "must be " + record.currency() + ", in which " + record.symbol() + " trades");
  }
}
