package io.arduinotrader.replay;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.readmodel.StoredEvent;
import io.arduinotrader.portfolio.StateHash;
import io.arduinotrader.portfolio.domain.PortfolioState;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.replay.AccountVerdict.Defect;
import io.arduinotrader.protocol.replay.ReplayedState;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.trading.domain.OrderState;
import io.arduinotrader.trading.domain.TradingState;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds up the stored events of an account by the same functions as its living entities, and follows
 * every hash chain while doing so. A stream is left alone from its first defect on. Of an order
 * that has ended only the head of its chain is kept. Not thread safe.
 */
final class AccountReplay {

  /** Where a chain has come to. */
  private record Place(Digest head, long events) {
    static final Place START = new Place(Digest.EMPTY, 0);
  }

  private final Journal journal;
  private final AccountId account;
  private final AccountStreams streams;
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, OrderState> orders = new HashMap<>();
  private final Map<String, Defect> defects = new HashMap<>();
  private final Set<String> foreign = new HashSet<>();
  private PortfolioState portfolio;
  private TradingState trading = TradingState.empty();
  private Optional<Instant> lastAt = Optional.empty();
  private long position;
  private long events;

  AccountReplay(Journal journal, AccountId account) {
    this.journal = journal;
    this.account = account;
    this.streams = AccountStreams.of(account);
    this.portfolio = PortfolioState.empty(account);
  }

  /** The replay of an account up to a position. */
  static AccountReplay upTo(Journal journal, AccountId account, long position) {
    AccountReplay replay = new AccountReplay(journal, account);
    journal.each(0, position, replay::add);
    return replay;
  }

  /**
   * Takes the next event.
   *
   * @return always true: a defect in one stream says nothing about the others
   */
  boolean add(StoredEvent stored) {
    if (isForeign(stored)) {
      return true;
    }
    position = stored.position();
    events++;
    if (!defects.containsKey(stored.stream())) {
      check(stored).ifPresent(defect -> defects.put(stored.stream(), defect));
    }
    return true;
  }

  PortfolioState portfolio() {
    return portfolio;
  }

  TradingState trading() {
    return trading;
  }

  /** How many bookings are within. */
  long bookings() {
    return place(streams.portfolio()).events();
  }

  Digest head() {
    return place(streams.portfolio()).head();
  }

  Digest stateHash() {
    return StateHash.of(portfolio);
  }

  long events() {
    return events;
  }

  int streamCount() {
    return places.size();
  }

  /** Where chains break, by stream. */
  List<Defect> defects() {
    return defects.values().stream().sorted(Comparator.comparing(Defect::stream)).toList();
  }

  /** Orders that had not ended, oldest first. */
  List<OrderView> openOrders() {
    return orders.values().stream()
        .filter(OrderState.Placed.class::isInstance)
        .map(order -> ((OrderState.Placed) order).view())
        .filter(view -> !view.phase().isTerminal())
        .sorted(
            Comparator.comparing(OrderView::recordedAt).thenComparing(view -> view.intent().id()))
        .toList();
  }

  /**
   * How the account stood after the events so far.
   *
   * @throws BrokenRecordException when a chain is broken
   */
  ReplayedState state() {
    defects().stream()
        .findFirst()
        .ifPresent(
            defect -> {
              throw new BrokenRecordException(defect);
            });
    return new ReplayedState(
        position, lastAt, portfolio.view(head(), bookings()), stateHash(), openOrders());
  }

  private boolean isForeign(StoredEvent stored) {
    if (stored instanceof StoredEvent.Legible readable
        && readable.link().event() instanceof OrderEvent.IntentRecorded recorded
        && !recorded.intent().account().equals(account)) {
      foreign.add(stored.stream());
    }
    return foreign.contains(stored.stream());
  }

  private Optional<Defect> check(StoredEvent stored) {
    Place before = place(stored.stream());
    long expected = before.events() + 1;
    if (stored.sequenceNumber() != expected) {
      return defect(stored, expected, "is missing, the next one is " + stored.sequenceNumber());
    }
    return switch (stored) {
      case StoredEvent.Illegible unreadable -> defect(stored, expected, unreadable.reason());
      case StoredEvent.Legible readable when !readable.link().previous().equals(before.head()) ->
          defect(stored, expected, "does not follow from the event before it");
      case StoredEvent.Legible readable -> apply(readable, expected);
    };
  }

  private Optional<Defect> apply(StoredEvent.Legible stored, long number) {
    Chained<?> link = stored.link();
    try {
      switch (link.event()) {
        case PortfolioEvent event -> portfolio = portfolio.apply(event);
        case TradingEvent event -> trading = trading.apply(event);
        case OrderEvent event -> apply(stored.stream(), number, event);
        // what a cycle did to the account is in the events above
        default -> {}
      }
    } catch (IllegalStateException | IllegalArgumentException impossible) {
      return defect(stored, number, "cannot have happened: " + impossible.getMessage());
    }
    places.put(stored.stream(), new Place(link.hash(), number));
    lastAt = Optional.of(Journal.at(stored));
    return Optional.empty();
  }

  /** An order that has ended and is settled is forgotten; a late fill brings it back. */
  private void apply(String stream, long number, OrderEvent event) {
    OrderState known = orders.get(stream);
    OrderState before = known == null ? order(stream, number - 1) : known;
    OrderState after = before.apply(event);
    if (after instanceof OrderState.Placed order
        && order.phase().isTerminal()
        && order.marks().settled()) {
      orders.remove(stream);
    } else {
      orders.put(stream, after);
    }
  }

  /** An order after its first events. */
  private OrderState order(String stream, long count) {
    OrderState[] state = {OrderState.BLANK};
    if (count > 0) {
      journal.stream(
          stream,
          stored -> {
            if (stored.sequenceNumber() <= count
                && stored instanceof StoredEvent.Legible readable
                && readable.link().event() instanceof OrderEvent event) {
              state[0] = state[0].apply(event);
            }
            return stored.sequenceNumber() < count;
          });
    }
    return state[0];
  }

  private Place place(String stream) {
    return places.getOrDefault(stream, Place.START);
  }

  private static Optional<Defect> defect(StoredEvent stored, long number, String reason) {
    return Optional.of(new Defect(stored.stream(), number, reason));
  }
}
