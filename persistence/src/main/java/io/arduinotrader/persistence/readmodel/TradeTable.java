package io.arduinotrader.persistence.readmodel;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Past executions, one row per fill. Every method throws {@link StoreUnavailableException} or an
 * {@link SQLException} on failure.
 */
public final class TradeTable {

  private static final List<String> FILL_COLUMNS =
      List.of(
          "account",
          "fill_id",
          "sequence_number",
          "intent_id",
          "broker_order_id",
          "isin",
          "symbol",
          "side",
          "quantity",
          "price",
          "currency",
          "commission",
          "rate_base",
          "rate",
          "rate_at",
          "rate_source",
          "executed_at");

  private static final List<String> CONVERSION_COLUMNS =
      List.of(
          "sold",
          "sold_currency",
          "bought",
          "conversion_base",
          "conversion_quote",
          "conversion_rate",
          "conversion_at",
          "conversion_source");

  private final Database database;

  public TradeTable(Database database) {
    this.database = database;
  }

  /**
   * Which executions are asked for.
   *
   * @param since not earlier than this
   */
  public record Filter(
      AccountId account, Optional<Instant> since, Optional<Isin> isin, Optional<Side> side) {}

  /** A page of the executions that match, newest first, and how many match in all. */
  public Page<Fill> page(Filter filter, int limit, int offset) {
    StringBuilder where = new StringBuilder(" FROM trade WHERE account = ?");
    List<Object> values = new ArrayList<>();
    values.add(filter.account().value());
    filter.since().ifPresent(since -> and(where, "executed_at >= ?", values, since));
    filter.isin().ifPresent(isin -> and(where, "isin = ?", values, isin.value()));
    filter.side().ifPresent(side -> and(where, "side = ?", values, side.name()));
    String order =
        " ORDER BY account DESC, executed_at DESC, sequence_number DESC"
            + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";
    return database.read(
        "trades",
        connection -> {
          try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*)" + where);
              PreparedStatement page = connection.prepareStatement("SELECT *" + where + order)) {
            Columns.bind(count, values.toArray());
            long total = Columns.count(count);
            values.add(offset);
            values.add(limit);
            Columns.bind(page, values.toArray());
            return new Page<>(Columns.all(page, TradeTable::fill), total);
          }
        });
  }

  private static void and(
      StringBuilder where, String condition, List<Object> values, Object value) {
    where.append(" AND ").append(condition);
    values.add(value);
  }

  /**
   * Stores an execution within a projection's transaction.
   *
   * @param sequenceNumber the booking event's place in the account's stream
   */
  public static void insert(
      Connection connection, AccountId account, long sequenceNumber, Fill fill)
      throws SQLException {
    List<String> columns = new ArrayList<>(FILL_COLUMNS);
    List<Object> values =
        new ArrayList<>(
            List.of(
                account.value(),
                fill.id().value(),
                sequenceNumber,
                fill.intent().value(),
                fill.order().value(),
                fill.isin().value(),
                fill.symbol().value(),
                fill.side().name(),
                fill.quantity().value(),
                fill.price().amount(),
                fill.price().currency().code(),
                fill.commission().amount(),
                fill.rate().base().code(),
                fill.rate().quotePerBase(),
                fill.rate().at(),
                fill.rate().source(),
                fill.executedAt()));
    if (fill.conversion().isPresent()) {
      Conversion conversion = fill.conversion().get();
      columns.addAll(CONVERSION_COLUMNS);
      values.addAll(
          List.of(
              conversion.sold().amount(),
              conversion.sold().currency().code(),
              conversion.bought().amount(),
              conversion.rate().base().code(),
              conversion.rate().quote().code(),
              conversion.rate().quotePerBase(),
              conversion.rate().at(),
              conversion.rate().source()));
    }
    try (PreparedStatement statement =
        connection.prepareStatement(Columns.insert("trade", columns))) {
      Columns.bind(statement, values.toArray());
      statement.executeUpdate();
    }
  }

  private static Fill fill(ResultSet rows) throws SQLException {
    return new Fill(
        new FillId(rows.getString("fill_id")),
        new IntentId(rows.getString("intent_id")),
        new BrokerOrderId(rows.getString("broker_order_id")),
        new AccountId(rows.getString("account")),
        new Isin(rows.getString("isin")),
        new Symbol(rows.getString("symbol")),
        Side.valueOf(rows.getString("side")),
        new Quantity(rows.getBigDecimal("quantity")),
        new Price(rows.getBigDecimal("price"), Columns.currency(rows, "currency")),
        Columns.money(rows, "commission", "currency"),
        Columns.rate(rows, "rate_base", "currency", "rate", "rate_at", "rate_source"),
        conversion(rows),
        Columns.instant(rows, "executed_at"));
  }

  private static Optional<Conversion> conversion(ResultSet rows) throws SQLException {
    if (rows.getBigDecimal("sold") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Conversion(
            Columns.money(rows, "sold", "sold_currency"),
            Columns.money(rows, "bought", "currency"),
            Columns.rate(
                rows,
                "conversion_base",
                "conversion_quote",
                "conversion_rate",
                "conversion_at",
                "conversion_source")));
  }
}
