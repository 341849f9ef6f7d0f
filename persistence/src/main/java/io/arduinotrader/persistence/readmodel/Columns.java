package io.arduinotrader.persistence.readmodel;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Money;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How values become columns and back, the same for every kind of database. */
final class Columns {

  private Columns() {}

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /** An insert with one parameter per column, in their order. */
  static String insert(String table, List<String> columns) {
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            table,
            String.join(", ", columns),
            String.join(", ", Collections.nCopies(columns.size(), "?")));
  }

  /** Binds parameters from the first on. Instants become timestamps in UTC. */
  static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(
          i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
  }

  /** Every row of the answer. */
  static <T> List<T> all(PreparedStatement statement, Row<T> row) throws SQLException {
    List<T> all = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(row.read(rows));
      }
    }
    return List.copyOf(all);
  }

  /** The number in the only row of a count. */
  static long count(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  static Instant instant(ResultSet rows, String column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant();
  }

  static LocalDate day(ResultSet rows, String column) throws SQLException {
    return rows.getObject(column, LocalDate.class);
  }

  static Currency currency(ResultSet rows, String column) throws SQLException {
    return new Currency(rows.getString(column));
  }

  static Money money(ResultSet rows, String amount, String currency) throws SQLException {
    return new Money(rows.getBigDecimal(amount), currency(rows, currency));
  }

  static FxRate rate(
      ResultSet rows, String base, String quote, String rate, String at, String source)
      throws SQLException {
    BigDecimal quotePerBase = rows.getBigDecimal(rate);
    return new FxRate(
        currency(rows, base),
        currency(rows, quote),
        quotePerBase,
        instant(rows, at),
        rows.getString(source));
  }
}
