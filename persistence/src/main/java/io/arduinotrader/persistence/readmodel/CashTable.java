package io.arduinotrader.persistence.readmodel;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import io.arduinotrader.protocol.portfolio.LedgerQuery.CashEntry;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Movements of cash with the balance after each. Every method throws {@link
 * StoreUnavailableException} or an {@link SQLException} on failure.
 */
public final class CashTable {

  private static final String OF_ACCOUNT = " FROM cash_entry WHERE account = ?";

  private static final String NEWEST_FIRST =
      " ORDER BY account DESC, sequence_number DESC, part DESC"
          + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";

  private static final String BALANCE =
      "SELECT balance, currency FROM cash_entry WHERE account = ? AND currency = ?"
          + " ORDER BY account DESC, currency DESC, sequence_number DESC, part DESC"
          + " FETCH FIRST 1 ROWS ONLY";

  private static final String INSERT =
      Columns.insert(
          "cash_entry",
          List.of(
              "account",
              "sequence_number",
              "part",
              "entry_id",
              "kind",
              "amount",
              "balance",
              "currency",
              "reference",
              "at"));

  private final Database database;

  public CashTable(Database database) {
    this.database = database;
  }

  /**
   * Cash that comes in or, below zero, goes out.
   *
   * @param id unique within the account, for example {@code fill:SIM-F-12:commission}
   * @param kind deposit, purchase, sale, commission, conversion-out, conversion-in or correction
   * @param reference the deposit or fill behind it
   */
  public record Movement(String id, String kind, Money amount, String reference) {}

  /**
   * A page of an account's movements, newest first, and how many there are in all.
   *
   * @param currency only movements in this currency
   */
  public Page<CashEntry> page(
      AccountId account, Optional<Currency> currency, int limit, int offset) {
    String where = OF_ACCOUNT + (currency.isPresent() ? " AND currency = ?" : "");
    List<Object> values = new ArrayList<>();
    values.add(account.value());
    currency.ifPresent(only -> values.add(only.code()));
    return database.read(
        "cash movements",
        connection -> {
          try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*)" + where);
              PreparedStatement page =
                  connection.prepareStatement("SELECT *" + where + NEWEST_FIRST)) {
            Columns.bind(count, values.toArray());
            long total = Columns.count(count);
            values.add(offset);
            values.add(limit);
            Columns.bind(page, values.toArray());
            return new Page<>(Columns.all(page, CashTable::entry), total);
          }
        });
  }

  /**
   * Stores what one event moved within a projection's transaction, each movement with the balance
   * of its currency that follows from the row before.
   *
   * @param sequenceNumber the event's place in the account's stream
   */
  public static void append(
      Connection connection,
      AccountId account,
      long sequenceNumber,
      List<Movement> movements,
      Instant at)
      throws SQLException {
    for (int part = 0; part < movements.size(); part++) {
      Movement movement = movements.get(part);
      Money before = balance(connection, account, movement.amount().currency());
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        Columns.bind(
            insert,
            account.value(),
            sequenceNumber,
            part,
            movement.id(),
            movement.kind(),
            movement.amount().amount(),
            before.plus(movement.amount()).amount(),
            movement.amount().currency().code(),
            movement.reference(),
            at);
        insert.executeUpdate();
      }
    }
  }

  private static Money balance(Connection connection, AccountId account, Currency currency)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BALANCE)) {
      Columns.bind(statement, account.value(), currency.code());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Columns.money(rows, "balance", "currency") : Money.zero(currency);
      }
    }
  }

  private static CashEntry entry(ResultSet rows) throws SQLException {
    return new CashEntry(
        rows.getString("entry_id"),
        rows.getString("kind"),
        Columns.money(rows, "amount", "currency"),
        Columns.money(rows, "balance", "currency"),
        rows.getString("reference"),
        Columns.instant(rows, "at"));
  }
}
