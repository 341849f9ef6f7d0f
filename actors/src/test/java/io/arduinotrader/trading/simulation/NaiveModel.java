package io.arduinotrader.trading.simulation;

import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.trading.broker.BrokerOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The books as a child would keep them, from what became durable and what the broker did. Every
 * event and every call is held against what must always be true.
 */
final class NaiveModel {

  private static final Pattern ACTOR = Pattern.compile("simulated-\\d+#-?\\d+");

  final NaiveCycle cycle = new NaiveCycle(this);

  private final Map<String, List<OrderEvent>> orders = new HashMap<>();
  private final Map<String, Integer> flushed = new HashMap<>();
  private final Map<IntentId, Isin> open = new HashMap<>();
  private final Set<IntentId> outsiders = new HashSet<>();
  private final Map<FillId, Fill> executed = new HashMap<>();
  private final NaiveBooks books = new NaiveBooks(this);
  private final List<String> story = new ArrayList<>();
  private Optional<BrokenPromise> broken = Optional.empty();

  /** The journal has an event. */
  void durable(String stream, Object event) {
    story.add(stream + " " + event);
    switch (event) {
      case OrderEvent order -> order(stream.substring(stream.indexOf('|') + 1), order);
      case PortfolioEvent portfolio -> books.happened(portfolio);
      case TradingEvent trading -> trading(trading);
      case CycleEvent cycles -> cycle.happened(cycles);
      default -> {}
    }
  }

  /** Everything the journal has is on the disk. */
  void flushed() {
    orders.forEach((id, events) -> flushed.put(id, events.size()));
  }

  /** Somebody trades at the broker, past the house. */
  void outside(IntentId id) {
    story.add("somebody else places " + id);
    outsiders.add(id);
  }

  boolean isOutside(IntentId id) {
    return outsiders.contains(id);
  }

  boolean hasOutsiders() {
    return !outsiders.isEmpty();
  }

  /** The broker executed something. */
  void executed(Fill fill) {
    story.add("broker executes " + fill.id() + " " + fill.quantity() + " of " + fill.intent());
    executed.put(fill.id(), fill);
    if (isOutside(fill.intent())) {
      books.takenFromOutside(fill);
    }
  }

  /** I01, I02, I07: the broker is handed an order by the house. */
  void handedOver(BrokerOrder order, boolean another, boolean sameSecurity) {
    story.add("broker gets " + order.intent());
    String id = order.intent().value();
    List<OrderEvent> events = orders.getOrDefault(id, List.of());
    List<OrderEvent> safe = events.subList(0, flushed.getOrDefault(id, 0));
    require(
        safe.stream().anyMatch(OrderEvent.IntentRecorded.class::isInstance),
        "the broker sees %s before its intent is on the disk",
        id);
    require(
        safe.stream().anyMatch(OrderEvent.SubmissionStarted.class::isInstance),
        "the broker sees %s before its submission is on the disk",
        id);
    require(books.hasReserved(id), "the broker sees %s before funds are set aside", id);
    require(!another, "the broker has a second order for %s", id);
    require(!sameSecurity, "the broker has a second order for the security of %s", id);
    require(!isOutside(order.intent()), "the house sends %s, which it has from the broker", id);
  }

  private void order(String id, OrderEvent event) {
    List<OrderEvent> events = orders.computeIfAbsent(id, key -> new ArrayList<>());
    if (event instanceof OrderEvent.IntentRecorded recorded) {
      require(events.isEmpty(), "%s is recorded twice", id);
      cycle.recorded(recorded.intent());
    }
    if (event instanceof OrderEvent.FillRecorded recorded) {
      require(
          recorded.fill().equals(executed.get(recorded.fill().id())),
          "%s was never executed like this",
          recorded.fill());
      require(
          events.stream()
              .noneMatch(
                  before ->
                      before instanceof OrderEvent.FillRecorded other
                          && other.fill().id().equals(recorded.fill().id())),
          "%s is recorded twice",
          recorded.fill().id());
    }
    if (event instanceof OrderEvent.OrderSettled) {
      require(!isSettled(id), "%s is settled twice", id);
    }
    events.add(event);
  }

  /** I10: one open order per security, whoever placed it, as far as the house can know. */
  private void trading(TradingEvent event) {
    switch (event) {
      case TradingEvent.IntentAdmitted admitted -> {
        require(
            isOutside(admitted.intent()) || !open.containsValue(admitted.isin()),
            "%s is admitted while %s are open",
            admitted,
            open);
        require(
            open.put(admitted.intent(), admitted.isin()) == null, "%s is admitted twice", admitted);
      }
      case TradingEvent.AdmissionWithdrawn withdrawn -> open.remove(withdrawn.intent());
      case TradingEvent.IntentSettled settled -> open.remove(settled.intent());
      case TradingEvent.FillNoted noted -> {}
      case TradingEvent.HaltEvent halt -> {}
      case TradingEvent.DriftEvent drift -> {}
      case TradingEvent.ModeEvent mode -> {}
    }
  }

  /** What an execution does to the cash of each currency. */
  static Map<Currency, BigDecimal> cashMoved(Fill fill) {
    Map<Currency, BigDecimal> moved = new TreeMap<>();
    BigDecimal value = fill.price().times(fill.quantity()).setScale(2, RoundingMode.HALF_EVEN);
    BigDecimal signed = fill.side() == Side.BUY ? value.negate() : value;
    moved.put(fill.price().currency(), signed.subtract(fill.commission().amount()));
    if (fill.conversion().isPresent()) {
      Conversion exchange = fill.conversion().get();
      Money bought = exchange.bought();
      Money sold = exchange.sold();
      moved.merge(bought.currency(), bought.amount(), BigDecimal::add);
      moved.merge(sold.currency(), sold.amount().negate(), BigDecimal::add);
    }
    return moved;
  }

  boolean wasExecuted(Fill fill) {
    return fill.equals(executed.get(fill.id()));
  }

  /** I18: whether an order is over and everybody knows. */
  boolean isSettled(String id) {
    return orders.getOrDefault(id, List.of()).stream()
        .anyMatch(OrderEvent.OrderSettled.class::isInstance);
  }

  /** Whether the wish is stored. */
  boolean isKnown(String id) {
    return orders.containsKey(id);
  }

  /** Orders that have not come to their end. */
  List<String> unsettled() {
    return orders.keySet().stream().filter(id -> !isSettled(id)).sorted().toList();
  }

  /** I03, I04, I06: when all is quiet, every execution is booked and nothing is set aside. */
  void quiet() {
    books.quiet(executed.keySet());
    require(outsiders.stream().allMatch(id -> isSettled(id.value())), "%s unknown", outsiders);
    require(open.isEmpty(), "still open: %s", open);
    cycle.quiet();
  }

  /** Cash by currency, without empty balances. */
  Map<Currency, BigDecimal> cash() {
    return books.cash();
  }

  /** Shares held, without closed positions. */
  Map<Isin, BigDecimal> shares() {
    return books.shares();
  }

  /** Everything that happened, for who looks into a failure; actors have other names every time. */
  List<String> story() {
    return story.stream().map(line -> ACTOR.matcher(line).replaceAll("somebody")).toList();
  }

  /** Throws the first broken promise; whoever broke it may have swallowed it. */
  void check() {
    if (broken.isPresent()) {
      throw broken.get();
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // that annotation is a library of its own
  void require(boolean promise, String otherwise, Object... details) {
    if (!promise && broken.isEmpty()) {
      broken = Optional.of(new BrokenPromise(otherwise.formatted(details)));
    }
  }
}
