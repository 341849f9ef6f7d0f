package io.arduinotrader.trading.broker.server;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.trading.broker.http.Line;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is answered to a call: a status and what becomes its JSON body. */
record Reply(int status, Object body) {

  static Reply ok(Object body) {
    return new Reply(Line.OK, body);
  }

  static Reply refused(int status, String code, String reason) {
    return new Reply(status, new Line.Refusal(code, reason));
  }

  static Reply report(Optional<BrokerReport> found) {
    return found
        .map(Reply::ok)
        .orElseGet(() -> refused(Line.NOT_FOUND, Line.NO_SUCH_ORDER, "there is no such order"));
  }

  /** The same with every report of an order changed. */
  Reply withReports(UnaryOperator<BrokerReport> change) {
    if (body instanceof BrokerReport report) {
      return new Reply(status, change.apply(report));
    }
    if (body instanceof Line.Page page) {
      List<BrokerReport> changed = page.reports().stream().map(change).toList();
      return new Reply(status, new Line.Page(changed, page.next(), page.total()));
    }
    return this;
  }
}
