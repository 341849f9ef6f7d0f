package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, and how values are stored. */
final class Rows {

  private final Connection connection;

  Rows(Connection connection) {
    this.connection = connection;
  }

  /** Makes a value of a row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs a statement and counts the rows it touched. */
  int execute(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    }
  }

  <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet row = statement.executeQuery()) {
      List<T> results = new ArrayList<>();
      while (row.next()) {
        results.add(reader.read(row));
      }
      return results;
    }
  }

  /** The number after the largest of a table; nobody else writes meanwhile. */
  long nextNumber(String table) throws SQLException {
    return query("SELECT COALESCE(MAX(number), 0) + 1 FROM " + table, row -> row.getLong(1))
        .getFirst();
  }

  static OffsetDateTime stored(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Money money(BigDecimal amount, Currency currency) {
    return new Money(amount.setScale(currency.minorDigits(), RoundingMode.UNNECESSARY), currency);
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
