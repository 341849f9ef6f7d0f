package io.arduinotrader.replay;

import io.arduinotrader.persistence.readmodel.EventTable;
import io.arduinotrader.persistence.readmodel.StoredEvent;
import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.replay.AccountVerdict.Defect;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The stored events of one account and of all orders, page after page. */
final class Journal {

  /** Rows read at once: enough to be quick, few enough to be small. */
  static final int PAGE = 1000;

  private final EventTable table;
  private final AccountStreams streams;

  Journal(EventTable table, AccountId account) {
    this.table = table;
    this.streams = AccountStreams.of(account);
  }

  AccountStreams streams() {
    return streams;
  }

  /** The position of the last event of the whole journal, zero when there is none. */
  long head() {
    return table.head();
  }

  List<StoredEvent> page(long after, long upTo, int limit) {
    return table.page(streams.selection(), after, upTo, limit);
  }

  /**
   * Hands over every event behind one position up to another until one is not wanted any more.
   *
   * @param goOn takes an event and says whether it wants the next
   */
  void each(long after, long upTo, Predicate<StoredEvent> goOn) {
    long position = after;
    List<StoredEvent> page;
    do {
      page = page(position, upTo, PAGE);
      for (StoredEvent stored : page) {
        if (!goOn.test(stored)) {
          return;
        }
        position = stored.position();
      }
    } while (page.size() == PAGE);
  }

  /** The events of one stream from its first, as far as {@code goOn} wants them. */
  void stream(String stream, Predicate<StoredEvent> goOn) {
    long number = 0;
    List<StoredEvent> page;
    do {
      page = table.stream(stream, number, PAGE);
      for (StoredEvent stored : page) {
        if (!goOn.test(stored)) {
          return;
        }
        number = stored.sequenceNumber();
      }
    } while (page.size() == PAGE);
  }

  /** The first event of a stream, empty when there is none or it cannot be read. */
  Optional<StoredEvent.Legible> first(String stream) {
    return table.stream(stream, 0, 1).stream()
        .filter(StoredEvent.Legible.class::isInstance)
        .map(StoredEvent.Legible.class::cast)
        .findFirst();
  }

  /**
   * The position of a booking.
   *
   * @throws NoSuchMomentException when there are fewer
   */
  long booking(long number) {
    return table
        .position(streams.portfolio(), number)
        .orElseThrow(
            () -> new NoSuchMomentException("the account has no booking number " + number));
  }

  /**
   * The event of a row.
   *
   * @throws BrokenRecordException when it cannot be read
   */
  static StoredEvent.Legible readable(StoredEvent stored) {
    return switch (stored) {
      case StoredEvent.Legible readable -> readable;
      case StoredEvent.Illegible unreadable ->
          throw new BrokenRecordException(
              new Defect(unreadable.stream(), unreadable.sequenceNumber(), unreadable.reason()));
    };
  }

  /** When an event happened, by the market's clock. */
  static Instant at(StoredEvent.Legible stored) {
    return switch (stored.link().event()) {
      case PortfolioEvent event -> event.at();
      case OrderEvent event -> event.at();
      case TradingEvent event -> event.at();
      case CycleEvent event -> event.at();
      default -> throw new IllegalStateException("no event of an account: " + stored);
    };
  }
}
