package io.arduinotrader.replay;

import io.arduinotrader.persistence.readmodel.StoredEvent;
import io.arduinotrader.protocol.trading.OrderEvent;
import java.util.Optional;

/** Finds the stream of an order by any of its names. */
final class OrderSearch {

  private final Journal journal;

  OrderSearch(Journal journal) {
    this.journal = journal;
  }

  /**
   * The stream of an order.
   *
   * @param name the intent, our or the broker's id of the order, or the id of one of its fills
   */
  Optional<String> find(String name) {
    String direct = AccountStreams.order(name);
    return journal.first(direct).isPresent() ? Optional.of(direct) : scan(name);
  }

  private Optional<String> scan(String name) {
    String[] found = {""};
    journal.each(
        0,
        journal.head(),
        stored -> {
          if (stored instanceof StoredEvent.Legible readable
              && readable.link().event() instanceof OrderEvent event
              && isNamed(event, name)) {
            found[0] = stored.stream();
          }
          return found[0].isEmpty();
        });
    return Optional.of(found[0]).filter(stream -> !stream.isEmpty());
  }

  private static boolean isNamed(OrderEvent event, String name) {
    if (event instanceof OrderEvent.IntentRecorded recorded) {
      return recorded.clientOrderId().value().equals(name);
    }
    if (event instanceof OrderEvent.OrderAccepted accepted) {
      return accepted.brokerOrderId().value().equals(name);
    }
    return event instanceof OrderEvent.FillRecorded recorded
        && recorded.fill().id().value().equals(name);
  }
}
