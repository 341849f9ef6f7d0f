package io.arduinotrader.trading.broker.server;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.trading.broker.SimulatedBroker;
import io.arduinotrader.trading.broker.http.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What a fault does to the effect and the answer of a call. */
final class Misbehaviour {

  /** Why calls are refused on demand. */
  static final String REFUSED = "refused on demand";

  private final SimulatedBroker broker;
  private final Map<String, Reply> lastAnswers = new ConcurrentHashMap<>();

  Misbehaviour(SimulatedBroker broker) {
    this.broker = broker;
  }

  /**
   * Makes a call in the way of a fault.
   *
   * @param path names the call, so that an old answer to the same question can be given again
   * @param order the order the call is about
   * @param effect makes the call as it should be
   */
  Reply make(Fault fault, String path, Optional<ClientOrderId> order, Supplier<Reply> effect) {
    return switch (fault.kind()) {
      case TIME_OUT, DELAY, ERROR_AFTER, RESET_AFTER -> made(path, effect);
      case ERROR_BEFORE, RESET_BEFORE -> error();
      case REJECT -> Reply.refused(rejection(path), "refused", REFUSED);
      case EMPTY -> empty(effect.get());
      case STALE -> Optional.ofNullable(lastAnswers.get(path)).orElseGet(() -> made(path, effect));
      case DUPLICATE_FILLS -> made(path, effect).withReports(Misbehaviour::doubled);
      case FILLS_OUT_OF_ORDER -> made(path, effect).withReports(Misbehaviour::reversed);
      case FILL_BEFORE_CANCEL -> {
        execute(order, fault);
        yield made(path, effect);
      }
      case FILL_AFTER -> {
        Reply reply = made(path, effect);
        execute(order, fault);
        yield reply;
      }
    };
  }

  /** Makes a call as it should be and remembers the answer. */
  Reply made(String path, Supplier<Reply> effect) {
    Reply reply = effect.get();
    lastAnswers.put(path, reply);
    return reply;
  }

  static Reply error() {
    return Reply.refused(Line.ERROR, "error", "an error on demand");
  }

  private void execute(Optional<ClientOrderId> order, Fault fault) {
    boolean executed =
        order.isPresent()
            && broker.executeAnyway(order.get(), fault.shares().orElse(Quantity.of(1)));
    if (!executed) {
      throw new IllegalArgumentException("nothing can be executed for " + order);
    }
  }

  private static int rejection(String path) {
    return path.startsWith("DELETE") ? Line.CONFLICT : Line.REFUSED;
  }

  private static Reply empty(Reply reply) {
    return switch (reply.body()) {
      case Line.Page page -> Reply.ok(new Line.Page(List.of(), Optional.empty(), 0));
      case Line.Account account -> Reply.ok(new Line.Account(List.of(), List.of()));
      case BrokerReport report -> Reply.report(Optional.empty());
      default -> reply;
    };
  }

  private static BrokerReport doubled(BrokerReport report) {
    List<Fill> twice = new ArrayList<>(report.fills());
    twice.addAll(report.fills());
    return with(report, twice);
  }

  private static BrokerReport reversed(BrokerReport report) {
    List<Fill> backwards = new ArrayList<>(report.fills());
    Collections.reverse(backwards);
    return with(report, backwards);
  }

  private static BrokerReport with(BrokerReport report, List<Fill> fills) {
    return new BrokerReport(
        report.terms(),
        report.clientOrderId(),
        report.brokerOrderId(),
        report.status(),
        fills,
        report.at());
  }
}
