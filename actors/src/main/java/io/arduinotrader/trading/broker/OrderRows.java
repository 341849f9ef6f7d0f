package io.arduinotrader.trading.broker;

import static io.arduinotrader.trading.broker.Rows.stored;

import io.arduinotrader.protocol.trading.BrokerReport.BrokerStatus;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.protocol.vocab.TimeInForce;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Orders and executions in the simulated broker's book. */
final class OrderRows {

  private static final Pattern OWN_NAME = Pattern.compile("SIM-O-([1-9][0-9]{0,17})");
  private static final String OPEN = "status IN ('WORKING', 'PARTIALLY_FILLED')";

  private final Rows rows;

  OrderRows(Rows rows) {
    this.rows = rows;
  }

  Optional<SimulatedOrder> order(ClientOrderId id) throws SQLException {
    return orders("client_id = ?", id.value()).stream().findFirst();
  }

  Optional<SimulatedOrder> order(BrokerOrderId id) throws SQLException {
    Matcher name = OWN_NAME.matcher(id.value());
    return name.matches()
        ? orders("number = ?", Long.parseLong(name.group(1))).stream().findFirst()
        : Optional.empty();
  }

  /** Open orders, oldest first. */
  List<SimulatedOrder> open() throws SQLException {
    return orders(OPEN);
  }

  /** Open orders and those that changed at or after an instant, oldest first. */
  List<SimulatedOrder> openOrChangedSince(Instant since) throws SQLException {
    return orders(OPEN + " OR changed >= ?", stored(since));
  }

  /** The number the next new order will have. */
  long nextNumber() throws SQLException {
    return rows.nextNumber("broker_order");
  }

  /** Writes a new order and hands it back with its number. */
  SimulatedOrder insert(
      BrokerOrder order, Currency currency, Instant now, Optional<Instant> expires)
      throws SQLException {
    long number = nextNumber();
    rows.execute(
        """
        INSERT INTO broker_order (number, client_id, intent, account, isin, symbol, side,
          quantity, order_type, limit_price, time_in_force, currency, status, changed, expires)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        number,
        order.id().value(),
        order.intent().value(),
        order.account().value(),
        order.isin().value(),
        order.symbol().value(),
        order.side().name(),
        order.quantity().value(),
        order.type().name(),
        order.limit().map(Price::amount).orElse(null),
        order.timeInForce().name(),
        currency.code(),
        BrokerStatus.WORKING.name(),
        stored(now),
        expires.map(Rows::stored).orElse(null));
    for (Money money : order.funds()) {
      rows.execute(
          "INSERT INTO broker_order_funds (order_number, currency, amount) VALUES (?, ?, ?)",
          number,
          money.currency().code(),
          money.amount());
    }
    return new SimulatedOrder(
        number, order, currency, BrokerStatus.WORKING, List.of(), now, expires);
  }

  /** Writes an order's new status. */
  void update(SimulatedOrder order) throws SQLException {
    rows.execute(
        "UPDATE broker_order SET status = ?, changed = ? WHERE number = ?",
        order.status().name(),
        stored(order.changed()),
        order.number());
  }

  /** Writes an execution and hands it back with its name. */
  Fill insert(
      SimulatedOrder order, OrderMatching.Match.Trade trade, FxRate rate, Instant executedAt)
      throws SQLException {
    long number = rows.nextNumber("broker_fill");
    Optional<Conversion> conversion = trade.conversion();
    rows.execute(
        """
        INSERT INTO broker_fill (number, order_number, quantity, price, commission, rate_base,
          rate, rate_at, rate_source, sold, bought, applied_rate, executed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        number,
        order.number(),
        trade.quantity().value(),
        trade.price().amount(),
        trade.commission().amount(),
        rate.base().code(),
        rate.quotePerBase(),
        stored(rate.at()),
        rate.source(),
        conversion.map(exchange -> exchange.sold().amount()).orElse(null),
        conversion.map(exchange -> exchange.bought().amount()).orElse(null),
        conversion.map(exchange -> exchange.rate().quotePerBase()).orElse(null),
        stored(executedAt));
    return fill(order.order(), order.number(), number, trade, rate, executedAt);
  }

  /** Shares of a security this broker traded on a day of UTC. */
  BigDecimal tradedOn(Isin isin, LocalDate day) throws SQLException {
    return rows.query(
            """
            SELECT COALESCE(SUM(f.quantity), 0)
            FROM broker_fill f JOIN broker_order o ON o.number = f.order_number
            WHERE o.isin = ? AND f.executed >= ? AND f.executed < ?
            """,
            row -> row.getBigDecimal(1),
            isin.value(),
            stored(day.atStartOfDay(ZoneOffset.UTC).toInstant()),
            stored(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
        .getFirst();
  }

  private List<SimulatedOrder> orders(String condition, Object... values) throws SQLException {
    List<SimulatedOrder> orders = new ArrayList<>();
    for (SimulatedOrder order :
        rows.query(
            "SELECT * FROM broker_order WHERE " + condition + " ORDER BY number",
            this::order,
            values)) {
      orders.add(order.with(order.status(), fills(order), order.changed()));
    }
    return orders;
  }

  private SimulatedOrder order(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    Currency currency = new Currency(row.getString("currency"));
    @Nullable BigDecimal limit = row.getBigDecimal("limit_price");
    @Nullable OffsetDateTime expires = row.getObject("expires", OffsetDateTime.class);
    BrokerOrder order =
        new BrokerOrder(
            new ClientOrderId(row.getString("client_id")),
            new IntentId(row.getString("intent")),
            new AccountId(row.getString("account")),
            new Isin(row.getString("isin")),
            new Symbol(row.getString("symbol")),
            Side.valueOf(row.getString("side")),
            new Quantity(row.getBigDecimal("quantity")),
            OrderType.valueOf(row.getString("order_type")),
            Optional.ofNullable(limit).map(price -> new Price(price, currency)),
            TimeInForce.valueOf(row.getString("time_in_force")),
            funds(number));
    return new SimulatedOrder(
        number,
        order,
        currency,
        BrokerStatus.valueOf(row.getString("status")),
        List.of(),
        Rows.instant(row, "changed"),
        Optional.ofNullable(expires).map(OffsetDateTime::toInstant));
  }

  private List<Money> funds(long number) throws SQLException {
    return rows.query(
        "SELECT currency, amount FROM broker_order_funds WHERE order_number = ? ORDER BY currency",
        row -> Rows.money(row.getBigDecimal("amount"), new Currency(row.getString("currency"))),
        number);
  }

  private List<Fill> fills(SimulatedOrder order) throws SQLException {
    return rows.query(
        "SELECT * FROM broker_fill WHERE order_number = ? ORDER BY number",
        row -> fill(order, row),
        order.number());
  }

  private static Fill fill(SimulatedOrder order, ResultSet row) throws SQLException {
    Currency traded = order.currency();
    FxRate rate =
        new FxRate(
            new Currency(row.getString("rate_base")),
            traded,
            row.getBigDecimal("rate"),
            Rows.instant(row, "rate_at"),
            row.getString("rate_source"));
    @Nullable BigDecimal sold = row.getBigDecimal("sold");
    Optional<Conversion> conversion =
        sold == null
            ? Optional.empty()
            : Optional.of(
                new Conversion(
                    Rows.money(sold, rate.base()),
                    Rows.money(row.getBigDecimal("bought"), traded),
                    new FxRate(
                        rate.base(),
                        traded,
                        row.getBigDecimal("applied_rate"),
                        rate.at(),
                        rate.source())));
    return fill(
        order.order(),
        order.number(),
        row.getLong("number"),
        new OrderMatching.Match.Trade(
            new Quantity(row.getBigDecimal("quantity")),
            new Price(row.getBigDecimal("price"), traded),
            Rows.money(row.getBigDecimal("commission"), traded),
            conversion),
        rate,
        Rows.instant(row, "executed"));
  }

  private static Fill fill(
      BrokerOrder order,
      long orderNumber,
      long number,
      OrderMatching.Match.Trade trade,
      FxRate rate,
      Instant executedAt) {
    return new Fill(
        new FillId("SIM-F-" + number),
        order.intent(),
        SimulatedOrder.idOf(orderNumber),
        order.account(),
        order.isin(),
        order.symbol(),
        order.side(),
        trade.quantity(),
        trade.price(),
        trade.commission(),
        rate,
        trade.conversion(),
        executedAt);
  }
}
