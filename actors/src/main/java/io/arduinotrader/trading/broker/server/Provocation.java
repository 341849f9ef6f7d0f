package io.arduinotrader.trading.broker.server;

import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.trading.broker.BrokerPort;
import io.arduinotrader.trading.broker.SimulatedBroker;
import io.arduinotrader.trading.broker.http.BrokerJson;
import io.arduinotrader.trading.broker.http.Line;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets whoever tests the house provoke what brokers do.
 *
 * <table>
 * <caption>Calls</caption>
 * <tr><td>POST /provoke/fault</td><td>{@link Planned}</td></tr>
 * <tr><td>POST /provoke/peace</td><td>forgets the faults that are still to come</td></tr>
 * <tr><td>POST /provoke/market</td><td>{@link StagedPrices.Stage}</td></tr>
 * <tr><td>POST /provoke/execution</td><td>{@link Execution}</td></tr>
 * <tr><td>POST /provoke/order</td><td>{@link HandOrder}: one that is placed past the house</td></tr>
 * </table>
 */
public final class Provocation {

  private final SimulatedBroker broker;
  private final FaultPlan plan;
  private final StagedPrices prices;

  /** Provocations of a broker that trades at staged prices. */
  public Provocation(SimulatedBroker broker, FaultPlan plan, StagedPrices prices) {
    this.broker = broker;
    this.plan = plan;
    this.prices = prices;
  }

  /**
   * Has the next calls of a kind go wrong.
   *
   * @param times how many calls
   * @param delayMillis for {@link Fault.Kind#DELAY}
   */
  public record Planned(
      BrokerCall call,
      Fault.Kind fault,
      int times,
      Optional<Long> delayMillis,
      Optional<Quantity> shares) {}

  /** Has shares of an order executed whatever its state. */
  public record Execution(ClientOrderId order, Quantity shares) {}

  /** Has an order placed as in the broker's own app. */
  public record HandOrder(Isin isin, Symbol symbol, Side side, Quantity quantity) {}

  Optional<Fault> next(BrokerCall call) {
    return plan.next(call);
  }

  SimulatedBroker broker() {
    return broker;
  }

  Reply provoke(String what, String body) {
    return switch (what) {
      case "fault" -> {
        Planned planned = BrokerJson.read(body, Planned.class);
        plan.add(
            planned.call(),
            new Fault(
                planned.fault(), planned.delayMillis().map(Duration::ofMillis), planned.shares()),
            planned.times());
        yield done();
      }
      case "peace" -> {
        plan.clear();
        yield done();
      }
      case "market" -> {
        prices.set(BrokerJson.read(body, StagedPrices.Stage.class));
        yield done();
      }
      case "execution" -> {
        Execution execution = BrokerJson.read(body, Execution.class);
        yield broker.executeAnyway(execution.order(), execution.shares())
            ? done()
            : Reply.refused(Line.NOT_FOUND, Line.NO_SUCH_ORDER, "there is no such order");
      }
      case "order" -> {
        HandOrder order = BrokerJson.read(body, HandOrder.class);
        yield switch (broker.placeByHand(
            AccountId.DEFAULT, order.isin(), order.symbol(), order.side(), order.quantity())) {
          case BrokerPort.SubmitAnswer.Taken taken -> Reply.ok(new Line.Taken(taken.order()));
          case BrokerPort.SubmitAnswer.Refused refused ->
              Reply.refused(Line.REFUSED, "refused", refused.reason());
        };
      }
      default -> Reply.refused(Line.NOT_FOUND, "no_such_call", "nothing is called " + what);
    };
  }

  private static Reply done() {
    return Reply.ok(new Line.Done(true));
  }
}
