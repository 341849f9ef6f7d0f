package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Cash, positions and deposits in the simulated broker's book. */
final class AccountRows {

  private record Holding(Isin isin, Quantity quantity) {}

  private record Bought(Isin isin, Price average) {}

  private final Rows rows;

  AccountRows(Rows rows) {
    this.rows = rows;
  }

  /** Every balance that was ever touched, by currency. */
  List<Money> cash() throws SQLException {
    return rows.query(
        "SELECT currency, amount FROM broker_cash ORDER BY currency",
        row -> Rows.money(row.getBigDecimal("amount"), new Currency(row.getString("currency"))));
  }

  /** The balance of a currency. */
  Money cash(Currency currency) throws SQLException {
    return cash().stream()
        .filter(money -> money.currency().equals(currency))
        .findFirst()
        .orElse(Money.zero(currency));
  }

  void addCash(Money amount) throws SQLException {
    int changed =
        rows.execute(
            "UPDATE broker_cash SET amount = amount + ? WHERE currency = ?",
            amount.amount(),
            amount.currency().code());
    if (changed == 0) {
      rows.execute(
          "INSERT INTO broker_cash (currency, amount) VALUES (?, ?)",
          amount.currency().code(),
          amount.amount());
    }
  }

  /** Shares of every security that is held. */
  Map<Isin, Quantity> positions() throws SQLException {
    return rows
        .query(
            "SELECT isin, quantity FROM broker_position WHERE quantity > 0",
            row ->
                new Holding(
                    new Isin(row.getString("isin")), new Quantity(row.getBigDecimal("quantity"))))
        .stream()
        .collect(Collectors.toMap(Holding::isin, Holding::quantity));
  }

  Quantity position(Isin isin) throws SQLException {
    return positions().getOrDefault(isin, Quantity.ZERO);
  }

  /** What the held shares cost on average, where that is known. */
  Map<Isin, Price> averages() throws SQLException {
    return rows
        .query(
            "SELECT isin, average, currency FROM broker_position"
                + " WHERE quantity > 0 AND average IS NOT NULL",
            row ->
                new Bought(
                    new Isin(row.getString("isin")),
                    Price.rounded(
                        row.getBigDecimal("average"), new Currency(row.getString("currency")))))
        .stream()
        .collect(Collectors.toMap(Bought::isin, Bought::average));
  }

  /**
   * Books a purchase: the average becomes the weighted one, unless it is not known what the shares
   * held before have cost.
   */
  void buy(Fill fill) throws SQLException {
    Quantity held = position(fill.isin());
    setPosition(fill.isin(), held.plus(fill.quantity()));
    String value = "CAST(? AS NUMERIC(40, 10))";
    rows.execute(
        "UPDATE broker_position SET currency = ?, average = CASE WHEN %s = 0 THEN %s ELSE"
                .formatted("CAST(? AS NUMERIC(20, 6))", value)
            + " (average * CAST(? AS NUMERIC(20, 6)) + %s) / quantity END WHERE isin = ?"
                .formatted(value),
        fill.price().currency().code(),
        held.value(),
        fill.price().amount(),
        held.value(),
        fill.price().times(fill.quantity()),
        fill.isin().value());
  }

  void setPosition(Isin isin, Quantity quantity) throws SQLException {
    int changed =
        rows.execute(
            "UPDATE broker_position SET quantity = ? WHERE isin = ?",
            quantity.value(),
            isin.value());
    if (changed == 0) {
      rows.execute(
          "INSERT INTO broker_position (isin, quantity) VALUES (?, ?)",
          isin.value(),
          quantity.value());
    }
  }

  /** Books a deposit unless it was booked before. */
  void deposit(DepositId id, Money amount) throws SQLException {
    boolean known =
        !rows.query(
                "SELECT id FROM broker_deposit WHERE id = ?", row -> row.getString(1), id.value())
            .isEmpty();
    if (!known) {
      rows.execute(
          "INSERT INTO broker_deposit (id, currency, amount) VALUES (?, ?, ?)",
          id.value(),
          amount.currency().code(),
          amount.amount());
      addCash(amount);
    }
  }
}
