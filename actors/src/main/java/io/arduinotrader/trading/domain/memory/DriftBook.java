package io.arduinotrader.trading.domain.memory;

import io.arduinotrader.protocol.trading.BrokerView.Drift;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.trading.TradingEvent.DriftEvent;
import io.arduinotrader.protocol.trading.TradingView.OpenDrift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In what the books of an account differ from the broker's. Noting a difference changes no book.
 *
 * @param open at most one difference for each subject, ordered by subject
 */
public record DriftBook(List<OpenDrift> open) {

  /** An account whose books agree with the broker's. */
  public static final DriftBook NONE = new DriftBook(List.of());

  /** Keeps its own copy. */
  public DriftBook {
    open = List.copyOf(open);
  }

  /**
   * What a comparison of the books shows.
   *
   * @param confirmed differences that were there in two readings in a row
   * @param subjects of everything that differs now: what was noted of another is over, while a
   *     figure that moves is noted when it stays
   */
  public List<TradingEvent> compared(List<Drift> confirmed, List<String> subjects, Instant at) {
    List<TradingEvent> events = new ArrayList<>();
    for (OpenDrift known : open) {
      if (!subjects.contains(known.drift().subject())) {
        events.add(new TradingEvent.DriftCleared(known.drift().subject(), at));
      }
    }
    for (Drift drift : confirmed) {
      if (of(drift.subject()).filter(known -> known.drift().equals(drift)).isEmpty()) {
        events.add(new TradingEvent.DriftNoted(drift, at));
      }
    }
    return List.copyOf(events);
  }

  /** The book after an event. */
  public DriftBook apply(DriftEvent event) {
    return switch (event) {
      case TradingEvent.DriftNoted noted ->
          new DriftBook(
              Stream.concat(
                      without(noted.drift().subject()),
                      Stream.of(new OpenDrift(noted.drift(), noted.at())))
                  .sorted(Comparator.comparing(drift -> drift.drift().subject()))
                  .toList());
      case TradingEvent.DriftCleared cleared -> new DriftBook(without(cleared.subject()).toList());
    };
  }

  private Optional<OpenDrift> of(String subject) {
    return open.stream().filter(known -> known.drift().subject().equals(subject)).findFirst();
  }

  private Stream<OpenDrift> without(String subject) {
    return open.stream().filter(known -> !known.drift().subject().equals(subject));
  }
}
