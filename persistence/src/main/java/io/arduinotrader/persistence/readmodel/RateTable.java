package io.arduinotrader.persistence.readmodel;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Exchange rates. Every method throws {@link StoreUnavailableException} on failure. */
public final class RateTable {

  private static final String TABLE = "fx_rate";
  private static final List<String> KEY = List.of("base", "quote", "at");
  private static final List<String> COLUMNS = List.of("base", "quote", "at", "rate", "source");

  private static final String NEWEST =
      "SELECT base, quote, at, rate, source FROM fx_rate r WHERE base = ? AND at ="
          + " (SELECT MAX(n.at) FROM fx_rate n"
          + " WHERE n.base = r.base AND n.quote = r.quote AND n.at <= ?) ORDER BY quote";

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
          try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            Columns.bind(statement, base.code(), notAfter);
            return Columns.all(
                statement, rows -> Columns.rate(rows, "base", "quote", "rate", "at", "source"));
          }
        });
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
            return new Page<>(
                Columns.all(
                    page, rows -> Columns.rate(rows, "base", "quote", "rate", "at", "source")),
                total);
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
