package io.arduinotrader.trading.simulation;

import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.trading.broker.BrokerOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The books as a child would keep them, from what became durable and what the broker did. Every
 * event and every call is held against what must always be true.
 */
final class NaiveModel {

  private final Map<String, List<OrderEvent>> orders = new HashMap<>();
  private final Map<String, Integer> flushed = new HashMap<>();
  private final Map<FillId, Fill> executed = new HashMap<>();
  private final Map<FillId, Fill> booked = new HashMap<>();
  private final Map<String, BigDecimal> reservedCash = new HashMap<>();
  private final Map<String, BigDecimal> reservedShares = new HashMap<>();
  private final Map<String, Isin> reservedFor = new HashMap<>();
  private final Map<Isin, BigDecimal> shares = new HashMap<>();
  private BigDecimal cash = BigDecimal.ZERO;
  private final List<String> story = new ArrayList<>();
  private Optional<BrokenPromise> broken = Optional.empty();

  /** The journal has an event. */
  void durable(String stream, Object event) {
    story.add(stream + " " + event);
    switch (event) {
      case OrderEvent order -> order(stream.substring(stream.indexOf('|') + 1), order);
      case PortfolioEvent portfolio -> portfolio(portfolio);
      default -> {}
    }
  }

  /** Everything the journal has is on the disk. */
  void flushed() {
    orders.forEach((id, events) -> flushed.put(id, events.size()));
  }

  /** The broker executed something. */
  void executed(Fill fill) {
    story.add("broker executes " + fill.id() + " " + fill.quantity() + " of " + fill.intent());
    executed.put(fill.id(), fill);
  }

  /** I01, I02, I07: the broker is handed an order. */
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
    require(reservedFor.containsKey(id), "the broker sees %s before funds are set aside", id);
    require(!another, "the broker has a second order for %s", id);
    require(!sameSecurity, "the broker has a second order for the security of %s", id);
  }

  private void order(String id, OrderEvent event) {
    List<OrderEvent> events = orders.computeIfAbsent(id, key -> new ArrayList<>());
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
      require(
          events.stream().noneMatch(OrderEvent.OrderSettled.class::isInstance),
          "%s is settled twice",
          id);
    }
    events.add(event);
  }

  private void portfolio(PortfolioEvent event) {
    switch (event) {
      case PortfolioEvent.DepositBooked deposit -> cash = cash.add(deposit.amount().amount());
      case PortfolioEvent.FundsReserved reserved -> {
        reserve(reserved.intent().value(), reserved.isin());
        reservedCash.put(
            reserved.intent().value(),
            reserved.amounts().stream()
                .map(money -> money.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
      }
      case PortfolioEvent.SharesReserved reserved -> {
        reserve(reserved.intent().value(), reserved.isin());
        reservedShares.put(reserved.intent().value(), reserved.quantity().value());
      }
      case PortfolioEvent.ReservationReleased released -> {
        reservedCash.remove(released.intent().value());
        reservedShares.remove(released.intent().value());
      }
      case PortfolioEvent.FillBooked fill -> book(fill.fill());
      case PortfolioEvent.PositionsCorrected corrected ->
          require(false, "nobody corrected anything");
      case PortfolioEvent.PositionCorrected corrected ->
          require(false, "nobody corrected anything");
      case PortfolioEvent.CashCorrected corrected -> require(false, "nobody corrected anything");
      case PortfolioEvent.ValueMarked marked -> {}
    }
    BigDecimal set = reservedCash.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    require(cash.signum() >= 0, "cash is %s", cash);
    require(set.compareTo(cash) <= 0, "%s is set aside of %s", set, cash);
    shares.forEach(
        (isin, held) -> {
          BigDecimal promised =
              reservedShares.entrySet().stream()
                  .filter(entry -> isin.equals(reservedFor.get(entry.getKey())))
                  .map(Map.Entry::getValue)
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          require(promised.compareTo(held) <= 0, "%s of %s %s are set aside", promised, held, isin);
        });
  }

  private void reserve(String id, Isin isin) {
    require(reservedFor.put(id, isin) == null, "%s reserves twice", id);
  }

  private void book(Fill fill) {
    require(fill.equals(executed.get(fill.id())), "%s was never executed", fill);
    require(booked.put(fill.id(), fill) == null, "%s is booked twice", fill.id());
    BigDecimal value = fill.price().times(fill.quantity());
    BigDecimal fee = fill.commission().amount();
    BigDecimal quantity = fill.quantity().value();
    String id = fill.intent().value();
    if (fill.side() == Side.BUY) {
      cash = cash.subtract(value).subtract(fee);
      reservedCash.computeIfPresent(id, (key, left) -> left.subtract(value).subtract(fee));
      shares.merge(fill.isin(), quantity, BigDecimal::add);
    } else {
      cash = cash.add(value).subtract(fee);
      reservedShares.computeIfPresent(id, (key, left) -> left.subtract(quantity));
      shares.merge(fill.isin(), quantity.negate(), BigDecimal::add);
    }
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

  /** I03, I04, I06: when all is quiet, every execution is booked and nothing is set aside. */
  void quiet() {
    require(
        booked.keySet().equals(executed.keySet()),
        "booked %s of %s",
        booked.keySet(),
        executed.keySet());
    require(
        reservedCash.isEmpty() && reservedShares.isEmpty(),
        "still set aside: %s %s",
        reservedCash,
        reservedShares);
  }

  BigDecimal cash() {
    return cash;
  }

  /** Shares held, without closed positions. */
  Map<Isin, BigDecimal> shares() {
    Map<Isin, BigDecimal> held = new HashMap<>(shares);
    held.values().removeIf(quantity -> quantity.signum() == 0);
    return held;
  }

  /** Everything that happened, for who looks into a failure. */
  List<String> story() {
    return List.copyOf(story);
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
