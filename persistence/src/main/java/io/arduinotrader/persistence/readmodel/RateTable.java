package io.arduinotrader.persistence.readmodel;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Exchange rates. Every method throws {@link StoreUnavailableException} on failure. */
public final class RateTable {

  private static final String TABLE = "fx_rate";
  private static final List<String> KEY = List.of("base", "quote", "at");
  private static final List<String> COLUMNS = List.of("base", "quote", "at", "rate", "source");

  /** Naming the whole key in the order lets H2 step along it instead of sorting all rates. */
  private static final String NEXT_QUOTE =
      "SELECT quote FROM fx_rate WHERE base = ? AND quote > ?"
          + " ORDER BY base, quote FETCH FIRST 1 ROWS ONLY";

  private static final String NEWEST =
      "SELECT base, quote, at, rate, source FROM fx_rate WHERE base = ? AND quote = ? AND at <= ?"
          + " ORDER BY base DESC, quote DESC, at DESC FETCH FIRST 1 ROWS ONLY";

  private static final String HELD =
      "SELECT base, quote, at, rate, source FROM fx_rate WHERE base = ? AND quote = ?"
          + " AND at BETWEEN COALESCE((SELECT MAX(at) FROM fx_rate WHERE base = ? AND quote = ?"
          + " AND at <= ?), ?) AND ? ORDER BY base, quote, at";

  /** A null currency matches every one. */
  private static final String RECORDED =
      " FROM fx_rate WHERE base = COALESCE(?, base) AND quote = COALESCE(?, quote)";

  private static final String COUNT = "SELECT COUNT(*)" + RECORDED;
  private static final String PAGE =
      "SELECT base, quote, at, rate, source"
          + RECORDED
          + " ORDER BY at DESC, base, quote OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";

  private final Database database;

  public RateTable(Database database) {
    this.database = database;
  }

  /** Stores rates in one transaction; one of the same currencies and instant is replaced. */
  public void record(List<FxRate> rates) {
    database.write(
        "rates",
        connection -> {
          String upsert = database.kind().upsert(TABLE, KEY, COLUMNS);
          try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            for (FxRate rate : rates) {
              Columns.bind(
                  statement,
                  rate.base().code(),
                  rate.quote().code(),
                  rate.at(),
                  rate.quotePerBase(),
                  rate.source());
              statement.addBatch();
            }
            return statement.executeBatch();
          }
        });
  }

  /** The newest rate of the base currency to every other one that is not later than an instant. */
  public List<FxRate> newest(Currency base, Instant notAfter) {
    return database.read(
        "rates",
        connection -> {
          List<FxRate> rates = new ArrayList<>();
          try (PreparedStatement next = connection.prepareStatement(NEXT_QUOTE);
              PreparedStatement newest = connection.prepareStatement(NEWEST)) {
            Optional<String> quote = nextQuote(next, base, "");
            while (quote.isPresent()) {
              Columns.bind(newest, base.code(), quote.get(), notAfter);
              rates.addAll(Columns.all(newest, RateTable::rate));
              quote = nextQuote(next, base, quote.get());
            }
          }
          return List.copyOf(rates);
        });
  }

  /**
   * The rates that held between two instants, by quote currency in the order given, oldest first:
   * those fixed since and the last one before.
   */
  public List<FxRate> held(
      Currency base, Collection<Currency> quotes, Instant from, Instant notAfter) {
    return database.read(
        "rates",
        connection -> {
          List<FxRate> rates = new ArrayList<>();
          try (PreparedStatement held = connection.prepareStatement(HELD)) {
            for (Currency quote : quotes) {
              Columns.bind(
                  held, base.code(), quote.code(), base.code(), quote.code(), from, from, notAfter);
              rates.addAll(Columns.all(held, RateTable::rate));
            }
          }
          return List.copyOf(rates);
        });
  }

  private static Optional<String> nextQuote(
      PreparedStatement statement, Currency base, String after) throws SQLException {
    Columns.bind(statement, base.code(), after);
    return Columns.all(statement, rows -> rows.getString("quote")).stream().findFirst();
  }

  private static FxRate rate(ResultSet rows) throws SQLException {
    return Columns.rate(rows, "base", "quote", "rate", "at", "source");
  }

  /**
   * A page of the recorded rates, newest first, then by currencies, and how many there are in all.
   *
   * @param base only those of this base currency, empty for all
   * @param quote only those of this quote currency, empty for all
   */
  public Page<FxRate> recorded(
      Optional<Currency> base, Optional<Currency> quote, int limit, int offset) {
    return database.read(
        "rates",
        connection -> {
          try (PreparedStatement count = connection.prepareStatement(COUNT);
              PreparedStatement page = connection.prepareStatement(PAGE)) {
            bindCurrencies(count, base, quote);
            bindCurrencies(page, base, quote);
            page.setInt(3, offset);
            page.setInt(4, limit);
            long total = Columns.count(count);
            return new Page<>(Columns.all(page, RateTable::rate), total);
          }
        });
  }

  private static void bindCurrencies(
      PreparedStatement statement, Optional<Currency> base, Optional<Currency> quote)
      throws SQLException {
    statement.setString(1, base.map(Currency::code).orElse(null));
    statement.setString(2, quote.map(Currency::code).orElse(null));
  }
}
