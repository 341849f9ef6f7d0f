package io.arduinotrader.replay;

import io.arduinotrader.persistence.readmodel.StoredEvent;
import io.arduinotrader.protocol.replay.ReplayQuery.EventPage;
import io.arduinotrader.protocol.replay.TradeEvent;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.vocab.AccountId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stored events of an account as its reader sees them. An order's events but the first do not
 * say whose it is and what it trades, so the intents met last are remembered. Not thread safe.
 */
final class TradeEvents {

  /** More orders than are ever open at once. */
  private static final int REMEMBERED = 500;

  private final Journal journal;
  private final AccountId account;

  private final Map<String, Optional<Intent>> intents =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Intent>> eldest) {
          return size() > REMEMBERED;
        }
      };

  TradeEvents(Journal journal, AccountId account) {
    this.journal = journal;
    this.account = account;
  }

  /**
   * A page of events.
   *
   * @param limit rows looked at; the page may have fewer events
   * @throws BrokenRecordException when an event cannot be read
   */
  EventPage page(long after, long upTo, int limit) {
    List<StoredEvent> rows = journal.page(after, upTo, limit);
    List<TradeEvent> events = new ArrayList<>(rows.size());
    rows.forEach(row -> event(row).ifPresent(events::add));
    boolean isLast = rows.size() < limit;
    return new EventPage(List.copyOf(events), isLast ? upTo : rows.getLast().position(), isLast);
  }

  /** One event, empty for an order of another account. */
  Optional<TradeEvent> event(StoredEvent stored) {
    StoredEvent.Legible readable = Journal.readable(stored);
    if (!(readable.link().event() instanceof OrderEvent event)) {
      return Optional.of(EventWords.of(readable));
    }
    Optional<Intent> intent =
        event instanceof OrderEvent.IntentRecorded recorded
            ? remember(readable.stream(), recorded.intent())
            : intents.computeIfAbsent(readable.stream(), this::intent);
    return intent
        .filter(known -> known.account().equals(account))
        .map(known -> OrderWords.of(readable, event, known));
  }

  private Optional<Intent> remember(String stream, Intent intent) {
    Optional<Intent> known = Optional.of(intent);
    intents.put(stream, known);
    return known;
  }

  private Optional<Intent> intent(String stream) {
    return journal
        .first(stream)
        .map(first -> first.link().event())
        .filter(OrderEvent.IntentRecorded.class::isInstance)
        .map(event -> ((OrderEvent.IntentRecorded) event).intent());
  }
}
