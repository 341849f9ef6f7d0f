package io.arduinotrader.trading.simulation;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.BrokerReport.BrokerStatus;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.trading.broker.BrokerAccount;
import io.arduinotrader.trading.broker.BrokerOrder;
import io.arduinotrader.trading.broker.BrokerPort;
import io.arduinotrader.trading.broker.BrokerUnreachableException;
import io.arduinotrader.trading.domain.BrokerCapabilities;
import io.arduinotrader.trading.domain.Samples;
import io.arduinotrader.trading.simulation.Scenario.CallFault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A broker whose line breaks, who fills late, in parts and out of order, repeats itself and tells
 * old news; yet what it did it did, and its own book is right.
 */
final class HostileBroker implements BrokerPort {

  /** Shorter than what the house waits before it concludes anything. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(45);

  private static final Duration BETWEEN_PARTS = Duration.ofSeconds(20);
  private static final Duration SESSION = Duration.ofMinutes(20);

  private final Scenario scenario;
  private final InstantSource clock;
  private final NaiveModel model;
  private final Runnable nodeDies;
  private final Random random;
  private final Map<ClientOrderId, List<Entry>> orders = new LinkedHashMap<>();
  private final Map<Isin, BigDecimal> shares = new HashMap<>();
  private BigDecimal cash = BigDecimal.ZERO;
  private final List<Late> late = new ArrayList<>();
  private List<BrokerReport> oldReports = List.of();
  private Optional<BrokerAccount> oldAccount = Optional.empty();
  private int calls;
  private int executions;
  private boolean healed;

  HostileBroker(Scenario scenario, InstantSource clock, NaiveModel model, Runnable nodeDies) {
    this.scenario = scenario;
    this.clock = clock;
    this.model = model;
    this.nodeDies = nodeDies;
    this.random = new Random(scenario.seed());
  }

  /** How an order fares. */
  private enum Fate {
    AT_ONCE,
    IN_PARTS,
    NEVER,
    REFUSED
  }

  /** An order that is still on its way. */
  private record Late(BrokerOrder order, Instant arrives) {}

  /** An order in the broker's book. */
  private static final class Entry {
    private final BrokerOrder order;
    private final BrokerOrderId id;
    private final Fate fate;
    private final Instant since;
    private final List<Fill> fills = new ArrayList<>();
    private BrokerStatus status = BrokerStatus.WORKING;
    private Instant changed;

    Entry(BrokerOrder order, BrokerOrderId id, Fate fate, Instant since) {
      this.order = order;
      this.id = id;
      this.fate = fate;
      this.since = since;
      this.changed = since;
    }

    boolean isLive() {
      return switch (status) {
        case ACCEPTED, WORKING, PARTIALLY_FILLED, CANCEL_PENDING -> true;
        case FILLED, CANCELLED, EXPIRED, REJECTED -> false;
      };
    }

    int left() {
      return order.quantity().value().intValue()
          - fills.stream().mapToInt(fill -> fill.quantity().value().intValue()).sum();
    }
  }

  /** From now on every call arrives and is answered. */
  void heal() {
    healed = true;
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

  @Override
  public BrokerCapabilities capabilities() {
    BrokerCapabilities usual = Samples.broker(scenario.names());
    return new BrokerCapabilities(
        usual.clientOrderIds(),
        usual.orderTypes(),
        usual.timesInForce(),
        usual.fractions(),
        BrokerCapabilities.Cancelling.REQUESTED,
        usual.lookups(),
        usual.outside());
  }

  @Override
  public SubmitAnswer submit(BrokerOrder order) {
    if (fault(calls + 1) == CallFault.LATE) {
      calls++;
      late.add(new Late(order, clock.instant().plus(ON_THE_WAY)));
      throw broken();
    }
    return call(() -> take(order));
  }

  private SubmitAnswer take(BrokerOrder order) {
    List<Entry> same = orders.computeIfAbsent(order.id(), name -> new ArrayList<>());
    if (!same.isEmpty() && capabilities().maySendAgain()) {
      return new SubmitAnswer.Taken(same.getFirst().id);
    }
    model.handedOver(
        order,
        !same.isEmpty(),
        orders.values().stream()
            .flatMap(List::stream)
            .anyMatch(entry -> entry.isLive() && entry.order.isin().equals(order.isin())));
    Fate fate = fate();
    if (fate == Fate.REFUSED) {
      return new SubmitAnswer.Refused("not today");
    }
    Entry entry = new Entry(order, new BrokerOrderId("b-" + orders.size()), fate, clock.instant());
    same.add(entry);
    if (fate == Fate.AT_ONCE) {
      execute(entry, entry.left());
    }
    return new SubmitAnswer.Taken(entry.id);
  }

  private Fate fate() {
    int chance = random.nextInt(10);
    return chance < 4
        ? Fate.AT_ONCE
        : chance < 7 ? Fate.IN_PARTS : chance < 9 ? Fate.NEVER : Fate.REFUSED;
  }

  @Override
  public CancelAnswer cancel(ClientOrderId name) {
    return call(
        () -> {
          Optional<Entry> live =
              orders.getOrDefault(name, List.of()).stream().filter(Entry::isLive).findFirst();
          live.ifPresent(entry -> change(entry, BrokerStatus.CANCEL_PENDING));
          return live.isPresent()
              ? new CancelAnswer.Taken()
              : new CancelAnswer.Refused("no such order in the market");
        });
  }

  @Override
  public Optional<BrokerReport> lookup(ClientOrderId name) {
    return call(() -> orders.getOrDefault(name, List.of()).stream().findFirst().map(this::report));
  }

  @Override
  public Optional<IntentId> find(BrokerOrderId order) {
    return call(
        () ->
            orders.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.id.equals(order))
                .map(entry -> entry.order.intent())
                .findFirst());
  }

  @Override
  public List<BrokerReport> reports(Instant changedSince) {
    boolean stale = fault(calls + 1) == CallFault.STALE;
    List<BrokerReport> now =
        call(
            () ->
                orders.values().stream()
                    .flatMap(List::stream)
                    .filter(entry -> entry.isLive() || !entry.changed.isBefore(changedSince))
                    .map(this::report)
                    .toList());
    List<BrokerReport> answer = stale ? oldReports : now;
    oldReports = now;
    return answer;
  }

  @Override
  public BrokerAccount account() {
    boolean stale = fault(calls + 1) == CallFault.STALE;
    BrokerAccount now =
        call(
            () -> {
              Map<Isin, Quantity> held = new HashMap<>();
              shares().forEach((isin, quantity) -> held.put(isin, new Quantity(quantity)));
              return new BrokerAccount(List.of(new Money(cash, Currency.EUR)), held);
            });
    BrokerAccount answer = stale ? oldAccount.orElse(now) : now;
    oldAccount = Optional.of(now);
    return answer;
  }

  @Override
  public void noteDeposit(DepositId id, Money amount) {
    cash = cash.add(amount.amount());
  }

  private <T> T call(Supplier<T> effect) {
    CallFault fault = fault(++calls);
    arrivals();
    orders.values().forEach(same -> same.forEach(this::trade));
    if (fault == CallFault.LOST) {
      throw broken();
    }
    T answer = effect.get();
    if (fault == CallFault.NODE_DIES) {
      nodeDies.run();
    }
    if (fault == CallFault.ANSWER_LOST || fault == CallFault.NODE_DIES) {
      throw broken();
    }
    return answer;
  }

  private void arrivals() {
    Instant now = clock.instant();
    List<Late> arrived = late.stream().filter(order -> !order.arrives().isAfter(now)).toList();
    late.removeAll(arrived);
    arrived.forEach(order -> take(order.order()));
  }

  private @Nullable CallFault fault(int call) {
    return healed ? null : scenario.faults().get(call);
  }

  /** Time has passed for an order; one that is to be withdrawn may still be executed. */
  private void trade(Entry entry) {
    if (!entry.isLive()) {
      return;
    }
    Instant now = clock.instant();
    boolean due = !now.isBefore(entry.changed.plus(BETWEEN_PARTS));
    if (entry.status == BrokerStatus.CANCEL_PENDING) {
      if (entry.fate == Fate.IN_PARTS && random.nextBoolean()) {
        execute(entry, 1 + random.nextInt(entry.left()));
      }
      if (entry.isLive() && due) {
        change(entry, BrokerStatus.CANCELLED);
      }
    } else if (entry.fate == Fate.IN_PARTS && due) {
      execute(entry, 1 + random.nextInt(entry.left()));
    } else if (now.isAfter(entry.since.plus(SESSION))) {
      change(entry, BrokerStatus.EXPIRED);
    }
  }

  private void change(Entry entry, BrokerStatus status) {
    entry.status = status;
    entry.changed = clock.instant();
  }

  private void execute(Entry entry, int quantity) {
    BrokerOrder order = entry.order;
    Price price = SimulatedHouse.priceOf(order.isin());
    Quantity part = Quantity.of(quantity);
    BigDecimal value = price.times(part);
    BigDecimal fee = new BigDecimal(entry.fills.isEmpty() ? "2.00" : "0.00");
    int direction = order.side() == Side.BUY ? 1 : -1;
    cash = cash.subtract(value.multiply(BigDecimal.valueOf(direction))).subtract(fee);
    BigDecimal held =
        shares.merge(
            order.isin(), BigDecimal.valueOf((long) direction * quantity), BigDecimal::add);
    model.require(
        cash.signum() >= 0 && held.signum() >= 0, "the broker lends: %s %s", cash, shares);
    Instant now = clock.instant();
    Fill fill =
        new Fill(
            new FillId("e-" + ++executions),
            order.intent(),
            entry.id,
            order.account(),
            order.isin(),
            order.symbol(),
            order.side(),
            part,
            price,
            new Money(fee, Currency.EUR),
            FxRate.identity(Currency.EUR, now),
            Optional.empty(),
            now);
    entry.fills.add(fill);
    model.executed(fill);
    change(
        entry,
        entry.left() == 0
            ? BrokerStatus.FILLED
            : entry.status == BrokerStatus.CANCEL_PENDING
                ? BrokerStatus.CANCEL_PENDING
                : BrokerStatus.PARTIALLY_FILLED);
  }

  /** Executions come in any order and some twice. */
  private BrokerReport report(Entry entry) {
    List<Fill> fills = new ArrayList<>(entry.fills);
    if (!fills.isEmpty() && random.nextInt(3) == 0) {
      fills.add(fills.get(random.nextInt(fills.size())));
    }
    Collections.shuffle(fills, random);
    BrokerOrder order = entry.order;
    return new BrokerReport(
        new Intent(
            order.intent(),
            order.account(),
            order.isin(),
            order.symbol(),
            order.side(),
            order.quantity(),
            order.type(),
            order.limit(),
            Optional.empty(),
            order.timeInForce(),
            Intent.Origin.BROKER,
            "told by the broker"),
        order.id(),
        entry.id,
        entry.status,
        fills,
        entry.changed);
  }

  private static BrokerUnreachableException broken() {
    return new BrokerUnreachableException("the line is broken", new IllegalStateException());
  }
}
