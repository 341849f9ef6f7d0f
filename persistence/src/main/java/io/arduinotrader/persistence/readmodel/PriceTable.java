package io.arduinotrader.persistence.readmodel;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Daily bars of securities. Every method throws {@link StoreUnavailableException} on failure. */
public final class PriceTable {

  private static final String TABLE = "price_bar";
  private static final List<String> KEY = List.of("isin", "trading_day");
  private static final List<String> COLUMNS =
      List.of(
          "isin",
          "trading_day",
          "currency",
          "open",
          "high",
          "low",
          "close",
          "adjusted_close",
          "volume",
          "source",
          "recorded_at");

  /** Naming the ISIN in the order lets H2 walk the key backwards instead of sorting all bars. */
  private static final String NEWEST_TWO =
      "SELECT trading_day, currency, close, source, recorded_at FROM price_bar"
          + " WHERE isin = ? AND trading_day <= ?"
          + " ORDER BY isin DESC, trading_day DESC FETCH FIRST 2 ROWS ONLY";

  private static final String WINDOW =
      "SELECT trading_day, currency, open, high, low, close, adjusted_close, volume"
          + " FROM price_bar WHERE isin = ? AND trading_day BETWEEN ? AND ?"
          + " ORDER BY isin, trading_day";

  private static final String RANGE =
      "SELECT MIN(trading_day) AS first_day, MAX(trading_day) AS last_day FROM price_bar"
          + " WHERE isin = ?";

  private final Database database;

  public PriceTable(Database database) {
    this.database = database;
  }

  /**
   * The close of a trading day.
   *
   * @param recordedAt when the table got it
   */
  public record DailyClose(
      Isin isin, LocalDate day, Price close, String source, Instant recordedAt) {}

  /** The first and the last day with a bar. */
  public record DayRange(LocalDate first, LocalDate last) {}

  /**
   * Stores bars in one transaction; a bar of the same security and day is replaced. Prices are
   * rounded half to even to six places.
   *
   * @return how many bars were stored
   */
  public int upsertBars(List<BarColumns> columns, String source, Instant recordedAt) {
    return database.write(
        "bars",
        connection -> {
          String upsert = database.kind().upsert(TABLE, KEY, COLUMNS);
          int bars = 0;
          try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            for (BarColumns security : columns) {
              add(statement, security, source, recordedAt);
              statement.executeBatch();
              bars += security.size();
            }
          }
          return bars;
        });
  }

  private static void add(
      PreparedStatement statement, BarColumns bars, String source, Instant recordedAt)
      throws SQLException {
    for (int i = 0; i < bars.size(); i++) {
      Columns.bind(
          statement,
          bars.isin().value(),
          LocalDate.ofEpochDay(bars.days()[i]),
          bars.currency().code(),
          decimal(bars.open()[i]),
          decimal(bars.high()[i]),
          decimal(bars.low()[i]),
          decimal(bars.close()[i]),
          decimal(bars.adjustedClose()[i]),
          bars.volume()[i],
          source,
          recordedAt);
      statement.addBatch();
    }
  }

  private static BigDecimal decimal(double price) {
    return BigDecimal.valueOf(price).setScale(Price.PLACES, RoundingMode.HALF_EVEN);
  }

  /**
   * The bars between two days, both included: one entry per security that has any, in the order
   * asked for. Where the trade currency changed within the window, only the bars in the newest
   * currency are given, because columns of two currencies would be compared with each other.
   */
  public List<BarColumns> bars(Collection<Isin> isins, LocalDate from, LocalDate to) {
    return database.read(
        "bars",
        connection -> {
          List<BarColumns> columns = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(WINDOW)) {
            for (Isin isin : isins) {
              Columns.bind(statement, isin.value(), from, to);
              columns(isin, Columns.all(statement, Bar::read)).ifPresent(columns::add);
            }
          }
          return List.copyOf(columns);
        });
  }

  private record Bar(
      LocalDate day,
      String currency,
      double open,
      double high,
      double low,
      double close,
      double adjustedClose,
      long volume) {

    static Bar read(ResultSet rows) throws SQLException {
      return new Bar(
          Columns.day(rows, "trading_day"),
          rows.getString("currency"),
          rows.getDouble("open"),
          rows.getDouble("high"),
          rows.getDouble("low"),
          rows.getDouble("close"),
          rows.getDouble("adjusted_close"),
          rows.getLong("volume"));
    }
  }

  private static Optional<BarColumns> columns(Isin isin, List<Bar> stored) {
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    String currency = stored.getLast().currency();
    List<Bar> bars = stored.stream().filter(bar -> bar.currency().equals(currency)).toList();
    return Optional.of(
        new BarColumns(
            isin,
            new Currency(currency),
            bars.stream().mapToInt(bar -> Math.toIntExact(bar.day().toEpochDay())).toArray(),
            bars.stream().mapToDouble(Bar::open).toArray(),
            bars.stream().mapToDouble(Bar::high).toArray(),
            bars.stream().mapToDouble(Bar::low).toArray(),
            bars.stream().mapToDouble(Bar::close).toArray(),
            bars.stream().mapToDouble(Bar::adjustedClose).toArray(),
            bars.stream().mapToLong(Bar::volume).toArray()));
  }

  /**
   * The last close on or before a day and the one before it, newest first, for each security that
   * has any, in the order asked for.
   */
  public List<List<DailyClose>> lastCloses(Collection<Isin> isins, LocalDate day) {
    return database.read(
        "last closes",
        connection -> {
          List<List<DailyClose>> closes = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(NEWEST_TWO)) {
            for (Isin isin : isins) {
              Columns.bind(statement, isin.value(), day);
              List<DailyClose> newest = Columns.all(statement, rows -> close(isin, rows));
              if (!newest.isEmpty()) {
                closes.add(newest);
              }
            }
          }
          return List.copyOf(closes);
        });
  }

  private static DailyClose close(Isin isin, ResultSet rows) throws SQLException {
    return new DailyClose(
        isin,
        Columns.day(rows, "trading_day"),
        new Price(rows.getBigDecimal("close"), Columns.currency(rows, "currency")),
        rows.getString("source"),
        Columns.instant(rows, "recorded_at"));
  }

  /** The first and last day with a bar of a security, empty when it has none. */
  public Optional<DayRange> range(Isin isin) {
    return database.read("the days of bars", connection -> range(connection, isin));
  }

  private static Optional<DayRange> range(Connection connection, Isin isin) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RANGE)) {
      Columns.bind(statement, isin.value());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getObject("first_day") == null
            ? Optional.empty()
            : Optional.of(
                new DayRange(Columns.day(rows, "first_day"), Columns.day(rows, "last_day")));
      }
    }
  }
}
