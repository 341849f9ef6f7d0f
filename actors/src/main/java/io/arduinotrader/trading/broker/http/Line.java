package io.arduinotrader.trading.broker.http;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.trading.broker.BrokerAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is said between a node and a broker's process.
 *
 * <table>
 * <caption>Calls</caption>
 * <tr><td>POST /orders</td><td>an order</td><td>200 {@link Taken}, 422 {@link Refusal}</td></tr>
 * <tr><td>GET /orders?since=INSTANT&amp;after=ORDER</td><td></td><td>200 {@link Page}</td></tr>
 * <tr><td>GET /orders/client/ID</td><td></td><td>200 a report, 404 {@link Refusal}</td></tr>
 * <tr><td>DELETE /orders/client/ID</td><td></td><td>200 {@link Done}, 409 {@link Refusal}</td></tr>
 * <tr><td>GET /orders/broker/ID</td><td></td><td>200 a report, 404 {@link Refusal}</td></tr>
 * <tr><td>GET /account</td><td></td><td>200 {@link Account}</td></tr>
 * <tr><td>POST /deposits</td><td>{@link Deposit}</td><td>200 {@link Done}</td></tr>
 * </table>
 *
 * Any other status, and any of these without its body, says that nobody knows what became of the
 * call.
 */
public final class Line {

  public static final int OK = 200;
  public static final int BAD_REQUEST = 400;
  public static final int NOT_FOUND = 404;
  public static final int CONFLICT = 409;
  public static final int REFUSED = 422;
  public static final int ERROR = 500;

  /** The code of a refusal that says that the broker surely has no such order. */
  public static final String NO_SUCH_ORDER = "no_such_order";

  private Line() {}

  /** The broker has the order. */
  public record Taken(BrokerOrderId order) {}

  /**
   * The broker does not do what it was asked to.
   *
   * @param code for programs, lower case
   * @param reason for a person
   */
  public record Refusal(String code, String reason) {}

  /** The broker did what it was asked to. */
  public record Done(boolean done) {}

  /**
   * Some of the orders that were asked for, oldest first.
   *
   * @param next the last order of the page when there are more; the next page comes after it
   * @param total how many orders there are on all pages
   */
  public record Page(List<BrokerReport> reports, Optional<BrokerOrderId> next, int total) {}

  /** The broker's books. */
  public record Account(List<Money> cash, List<Holding> positions) {

    /** The books as JSON lists, which have an order. */
    public static Account of(BrokerAccount account) {
      return new Account(
          account.cash(),
          new TreeMap<>(account.positions())
              .entrySet().stream()
                  .map(
                      entry ->
                          new Holding(
                              entry.getKey(),
                              entry.getValue(),
                              account.averagePrice(entry.getKey())))
                  .toList());
    }

    BrokerAccount books() {
      Map<Isin, Quantity> held = new TreeMap<>();
      Map<Isin, Price> averages = new TreeMap<>();
      for (Holding holding : positions) {
        held.put(holding.isin(), holding.quantity());
        holding.averagePrice().ifPresent(price -> averages.put(holding.isin(), price));
      }
      return new BrokerAccount(cash, held, averages);
    }
  }

  /**
   * Shares of a security.
   *
   * @param averagePrice what they cost, where the broker says so
   */
  public record Holding(Isin isin, Quantity quantity, Optional<Price> averagePrice) {}

  /** Cash that came in from outside. */
  public record Deposit(DepositId id, Money amount) {}
}
