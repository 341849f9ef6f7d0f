package io.arduinotrader.trading.simulation;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.BrokerReport.BrokerStatus;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.trading.broker.BrokerAccount;
import io.arduinotrader.trading.broker.BrokerOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the hostile broker has: orders, executions, shares and cash. It executes when it likes, in
 * parts, at rates of its own, and lends nobody anything.
 */
final class HostileBook {

  private static final Duration BETWEEN_PARTS = Duration.ofSeconds(20);
  private static final Duration SESSION = Duration.ofMinutes(20);

  private final InstantSource clock;
  private final NaiveModel model;
  private final Random random;
  private final Map<ClientOrderId, List<Entry>> orders = new LinkedHashMap<>();
  private final Map<Isin, BigDecimal> shares = new TreeMap<>();
  private final Map<Currency, BigDecimal> cash = new TreeMap<>();
  private int executions;

  HostileBook(InstantSource clock, NaiveModel model, Random random) {
    this.clock = clock;
    this.model = model;
    this.random = random;
  }

  /** How an order fares. */
  private enum Fate {
    AT_ONCE,
    IN_PARTS,
    NEVER,
    REFUSED
  }

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

  /** Cash by currency, without empty balances. */
  Map<Currency, BigDecimal> cash() {
    Map<Currency, BigDecimal> held = new TreeMap<>(cash);
    held.values().removeIf(amount -> amount.signum() == 0);
    return held;
  }

  /** Shares held, without closed positions. */
  Map<Isin, BigDecimal> shares() {
    Map<Isin, BigDecimal> held = new TreeMap<>(shares);
    held.values().removeIf(quantity -> quantity.signum() == 0);
    return held;
  }

  void pay(Money amount) {
    cash.merge(amount.currency(), amount.amount(), BigDecimal::add);
  }

  /** The house hands over an order; empty when the broker will not have it. */
  Optional<BrokerOrderId> take(BrokerOrder order) {
    model.handedOver(
        order,
        orders.containsKey(order.id()),
        entries()
            .anyMatch(
                entry ->
                    entry.isLive()
                        && entry.order.isin().equals(order.isin())
                        && !model.isOutside(entry.order.intent())));
    return enter(order, fate());
  }

  /** Somebody else hands over an order. */
  void outside(BrokerOrder order) {
    model.outside(order.intent());
    Fate fate = fate();
    enter(order, fate == Fate.REFUSED ? Fate.AT_ONCE : fate);
  }

  private Optional<BrokerOrderId> enter(BrokerOrder order, Fate fate) {
    if (fate == Fate.REFUSED) {
      return Optional.empty();
    }
    Entry entry = new Entry(order, new BrokerOrderId("b-" + orders.size()), fate, clock.instant());
    orders.computeIfAbsent(order.id(), name -> new ArrayList<>()).add(entry);
    if (fate == Fate.AT_ONCE) {
      execute(entry, entry.left());
    }
    return Optional.of(entry.id);
  }

  private Fate fate() {
    int chance = random.nextInt(10);
    return chance < 4
        ? Fate.AT_ONCE
        : chance < 7 ? Fate.IN_PARTS : chance < 9 ? Fate.NEVER : Fate.REFUSED;
  }

  /** The order of a name, when there is one. */
  Optional<BrokerOrderId> known(ClientOrderId name) {
    return orders.getOrDefault(name, List.of()).stream().findFirst().map(entry -> entry.id);
  }

  /** Whether an order is live and on its way out from now on. */
  boolean withdraw(ClientOrderId name) {
    Optional<Entry> live =
        orders.getOrDefault(name, List.of()).stream().filter(Entry::isLive).findFirst();
    live.ifPresent(entry -> change(entry, BrokerStatus.CANCEL_PENDING));
    return live.isPresent();
  }

  Optional<BrokerReport> report(ClientOrderId name) {
    return orders.getOrDefault(name, List.of()).stream().findFirst().map(this::report);
  }

  /** What is open, and what has changed since. */
  List<BrokerReport> reports(Instant since) {
    return entries()
        .filter(entry -> entry.isLive() || !entry.changed.isBefore(since))
        .map(this::report)
        .toList();
  }

  Optional<BrokerOrder> order(BrokerOrderId id) {
    return entries().filter(entry -> entry.id.equals(id)).map(entry -> entry.order).findFirst();
  }

  BrokerAccount account() {
    List<Money> balances = new ArrayList<>();
    cash().forEach((currency, amount) -> balances.add(new Money(amount, currency)));
    Map<Isin, Quantity> held = new LinkedHashMap<>();
    shares().forEach((isin, quantity) -> held.put(isin, new Quantity(quantity)));
    return new BrokerAccount(balances, held);
  }

  /** Time has passed. */
  void trade() {
    entries().filter(Entry::isLive).toList().forEach(this::trade);
  }

  private Stream<Entry> entries() {
    return orders.values().stream().flatMap(List::stream);
  }

  /** Time has passed for an order; one that is to be withdrawn may still be executed. */
  private void trade(Entry entry) {
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

  /**
   * What cannot be paid for or delivered ends; only who trades past the house brings it to that.
   */
  private void execute(Entry entry, int quantity) {
    Fill fill = fill(entry, Quantity.of(quantity));
    Map<Currency, BigDecimal> after = new TreeMap<>(cash);
    NaiveModel.cashMoved(fill).forEach((in, amount) -> after.merge(in, amount, BigDecimal::add));
    int direction = entry.order.side() == Side.BUY ? 1 : -1;
    BigDecimal held =
        shares
            .getOrDefault(fill.isin(), BigDecimal.ZERO)
            .add(BigDecimal.valueOf((long) direction * quantity));
    boolean covered =
        held.signum() >= 0
            && isWithinFunds(entry, fill)
            && after.values().stream().allMatch(amount -> amount.signum() >= 0);
    if (!covered) {
      model.require(
          model.hasOutsiders(), "the broker would have to lend for %s: %s %s", fill, cash, shares);
      change(entry, BrokerStatus.EXPIRED);
      return;
    }
    cash.putAll(after);
    shares.put(fill.isin(), held);
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

  private Fill fill(Entry entry, Quantity part) {
    BrokerOrder order = entry.order;
    Price price = price(order);
    Instant now = clock.instant();
    Money fee = Money.of(entry.fills.isEmpty() ? "2.00" : "0.00", price.currency());
    Money cost = Money.rounded(price.times(part), price.currency()).plus(fee);
    return new Fill(
        new FillId("e-" + ++executions),
        order.intent(),
        entry.id,
        order.account(),
        order.isin(),
        order.symbol(),
        order.side(),
        part,
        price,
        fee,
        SimulatedWorld.rate(price.currency(), now),
        order.side() == Side.BUY
            ? exchange(cost.minus(ready(entry, price.currency()).min(cost)), now)
            : Optional.empty(),
        now);
  }

  /** What an order may still spend of its currency before anything is exchanged for it. */
  private Money ready(Entry entry, Currency currency) {
    if (model.isOutside(entry.order.intent())) {
      return new Money(cash.getOrDefault(currency, BigDecimal.ZERO), currency);
    }
    return new Money(
        entry.fills.stream()
            .map(fill -> NaiveModel.cashMoved(fill).getOrDefault(currency, BigDecimal.ZERO))
            .reduce(funds(entry.order, currency), BigDecimal::add),
        currency);
  }

  /** Up to two per cent worse than the house believes, which is what it allows for. */
  private Price price(BrokerOrder order) {
    Price last = SimulatedWorld.priceOf(order.isin());
    int thousandths = random.nextInt(21);
    return Price.of(
        last.amount()
            .multiply(
                BigDecimal.valueOf(
                    order.side() == Side.BUY ? 1000 + thousandths : 1000 - thousandths, 3))
            .toPlainString(),
        last.currency());
  }

  /** At a rate that is worse than the house believes, by a little less than it allows for. */
  private Optional<Conversion> exchange(Money missing, Instant now) {
    if (missing.signum() == 0 || missing.currency().equals(Currency.EUR)) {
      return Optional.empty();
    }
    FxRate market = SimulatedWorld.rate(missing.currency(), now);
    FxRate applied =
        new FxRate(
            market.base(),
            market.quote(),
            market.quotePerBase().multiply(BigDecimal.valueOf(1000 - random.nextInt(20), 3)),
            now,
            "broker");
    BigDecimal euros = missing.amount().divide(applied.quotePerBase(), 2, RoundingMode.UP);
    return Optional.of(new Conversion(new Money(euros, Currency.EUR), missing, applied));
  }

  /** The house's orders are paid from what it has set aside for them, and from nothing else. */
  private boolean isWithinFunds(Entry entry, Fill fill) {
    if (fill.side() == Side.SELL || model.isOutside(fill.intent())) {
      return true;
    }
    return Stream.of(Currency.EUR, fill.price().currency())
        .allMatch(
            currency ->
                Stream.concat(entry.fills.stream(), Stream.of(fill))
                        .map(NaiveModel::cashMoved)
                        .map(moved -> moved.getOrDefault(currency, BigDecimal.ZERO))
                        .reduce(funds(entry.order, currency), BigDecimal::add)
                        .signum()
                    >= 0);
  }

  private static BigDecimal funds(BrokerOrder order, Currency currency) {
    return order.funds().stream()
        .filter(money -> money.currency().equals(currency))
        .map(Money::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
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
}
