package io.arduinotrader.trading.broker.server;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.trading.broker.BrokerOrder;
import io.arduinotrader.trading.broker.BrokerPort;
import io.arduinotrader.trading.broker.http.BrokerJson;
import io.arduinotrader.trading.broker.http.Line;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Answers calls from a broker; every call may block. */
final class BrokerCalls {

  private final BrokerPort broker;
  private final int pageSize;

  BrokerCalls(BrokerPort broker, int pageSize) {
    this.broker = broker;
    this.pageSize = pageSize;
  }

  Reply submit(String body) {
    return switch (broker.submit(BrokerJson.read(body, BrokerOrder.class))) {
      case BrokerPort.SubmitAnswer.Taken taken -> Reply.ok(new Line.Taken(taken.order()));
      case BrokerPort.SubmitAnswer.Refused refused ->
          Reply.refused(Line.REFUSED, "refused", refused.reason());
    };
  }

  Reply cancel(ClientOrderId order) {
    return switch (broker.cancel(order)) {
      case BrokerPort.CancelAnswer.Taken taken -> Reply.ok(new Line.Done(true));
      case BrokerPort.CancelAnswer.Refused refused ->
          Reply.refused(Line.CONFLICT, "not_cancelled", refused.reason());
    };
  }

  Reply lookup(ClientOrderId order) {
    return Reply.report(broker.lookup(order));
  }

  /** By the broker's name an order is found among all there are. */
  Reply find(BrokerOrderId order) {
    return Reply.report(
        broker.find(order).isEmpty()
            ? Optional.empty()
            : broker.reports(Instant.EPOCH).stream()
                .filter(report -> report.brokerOrderId().equals(order))
                .findFirst());
  }

  /** One page of the orders that are open or have changed, after the one that is named. */
  Reply reports(Optional<String> since, Optional<String> after) {
    List<BrokerReport> all = broker.reports(instant(since.orElse(Instant.EPOCH.toString())));
    int from = after.map(name -> placeAfter(all, new BrokerOrderId(name))).orElse(0);
    int to = Math.min(all.size(), from + pageSize);
    Optional<BrokerOrderId> next =
        to < all.size() ? Optional.of(all.get(to - 1).brokerOrderId()) : Optional.empty();
    return Reply.ok(new Line.Page(all.subList(from, to), next, all.size()));
  }

  Reply account() {
    return Reply.ok(Line.Account.of(broker.account()));
  }

  Reply deposit(String body) {
    Line.Deposit deposit = BrokerJson.read(body, Line.Deposit.class);
    broker.noteDeposit(deposit.id(), deposit.amount());
    return Reply.ok(new Line.Done(true));
  }

  private static int placeAfter(List<BrokerReport> all, BrokerOrderId last) {
    return IntStream.range(0, all.size())
        .filter(place -> all.get(place).brokerOrderId().equals(last))
        .map(place -> place + 1)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no page ends with order " + last));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException("no instant: '" + text + "'", unreadable);
    }
  }
}
