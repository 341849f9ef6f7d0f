package io.arduinotrader.trading.simulation;

import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.arduinotrader.trading.broker.BrokerOrder;
import io.arduinotrader.trading.simulation.Scenario.Act;
import io.arduinotrader.trading.simulation.Scenario.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;

/** One scenario from its first step until all is quiet. */
final class SimulationRun {

  private static final Duration LONG_ENOUGH = Duration.ofDays(1);
  private static final int TOO_MANY = 400_000;
  private static final Money DEPOSIT = Money.of("10000", Currency.EUR);

  private final Scenario scenario;
  private final SimulatedHouse house;
  private final List<IntentId> placedOutside = new ArrayList<>();
  private int step;

  // What an actor system does once it has done before the first run that counts.
  static {
    of(Scenario.of(0));
  }

  private SimulationRun(Scenario scenario) {
    this.scenario = scenario;
    this.house = new SimulatedHouse(scenario);
  }

  /**
   * How a run ended.
   *
   * @param broken the promise that was broken, empty when none was
   * @param story all that happened
   */
  record Outcome(Optional<String> broken, int steps, List<String> story) {}

  static Outcome of(Scenario scenario) {
    SimulationRun run = new SimulationRun(scenario);
    Optional<String> broken = Optional.empty();
    try {
      run.run();
    } catch (BrokenPromise promise) {
      broken = Optional.of(promise.promise());
    } finally {
      run.end();
    }
    return new Outcome(broken, run.step, run.house.model.story());
  }

  private void run() {
    house.broker.noteDeposit(new DepositId("d"), DEPOSIT);
    deposit();
    for (Map.Entry<Integer, Act> act : scenario.steps().entrySet()) {
      while (step < act.getKey() && goOn(LONG_ENOUGH)) {}
      act(act.getValue());
    }
    house.broker.heal();
    house.die();
    while (!isOver()) {
      askAgain();
      Duration until = house.age().plusSeconds(10);
      while (house.age().compareTo(until) < 0) {
        if (!goOn(LONG_ENOUGH)) {
          throw new BrokenPromise("there is no end to " + house.model.unsettled());
        }
      }
    }
    Duration until = house.age().plusSeconds(30);
    while (goOn(until)) {}
    compare();
  }

  /** Whoever wishes and hears nothing asks, and wishes again when nobody knows of it. */
  private void askAgain() {
    scenario.wishes().stream()
        .filter(wish -> !house.model.isKnown(wish.id().value()))
        .forEach(this::place);
    house
        .model
        .unsettled()
        .forEach(id -> house.rooms.tell(OrderCommand.KEY, id, new OrderCommand.GetOrder(nobody())));
    lookAtCycle();
    scenario.cycles().stream()
        .filter(cycle -> !house.model.cycle.hasBegun(cycle.id()))
        .findFirst()
        .ifPresent(cycle -> begin(cycle.id()));
  }

  /** What was wished is known and at its end, and so is what came of it. */
  private boolean isOver() {
    NaiveModel model = house.model;
    return scenario.wishes().stream().allMatch(wish -> model.isSettled(wish.id().value()))
        && placedOutside.stream().allMatch(id -> model.isSettled(id.value()))
        && scenario.cycles().stream().allMatch(cycle -> model.cycle.hasBegun(cycle.id()))
        && model.cycle.running().isEmpty()
        && model.unsettled().isEmpty();
  }

  /** I15, I20: broker, journal and the portfolio as it is read from the journal say the same. */
  private void compare() {
    house.model.quiet();
    house.model.check();
    house.die();
    PortfolioView view =
        answer(
            house.rooms.ask(
                PortfolioCommand.KEY,
                SimulatedHouse.ACCOUNT.value(),
                Duration.ofSeconds(3),
                (ActorRef<PortfolioView> replyTo) -> new PortfolioCommand.GetPortfolio(replyTo)));
    Map<Isin, BigDecimal> shares = new HashMap<>();
    view.positions().stream()
        .filter(position -> !position.quantity().isZero())
        .forEach(position -> shares.put(position.isin(), position.quantity().value()));
    Map<Currency, BigDecimal> cash = new TreeMap<>();
    view.cash().stream()
        .filter(money -> money.signum() != 0)
        .forEach(money -> cash.put(money.currency(), money.amount()));
    same(shares, house.broker.book.shares());
    same(house.model.shares(), house.broker.book.shares());
    same(cash, house.broker.book.cash());
    same(house.model.cash(), house.broker.book.cash());
  }

  private static <K> void same(Map<K, BigDecimal> ours, Map<K, BigDecimal> theirs) {
    if (!plain(ours).equals(plain(theirs))) {
      throw new BrokenPromise("%s, at the broker %s".formatted(ours, theirs));
    }
  }

  private static <K> Map<K, BigDecimal> plain(Map<K, BigDecimal> amounts) {
    Map<K, BigDecimal> plain = new HashMap<>();
    amounts.forEach((key, amount) -> plain.put(key, amount.stripTrailingZeros()));
    return plain;
  }

  /** Does one thing of those that can be done, or lets time pass; false when nothing is left. */
  private boolean goOn(Duration limit) {
    if (++step > TOO_MANY) {
      throw new BrokenPromise("there is no end to it");
    }
    boolean going = SeededTasks.SHARED.runOne() || VirtualScheduler.passToNext(house.at(limit));
    house.model.check();
    return going;
  }

  private <T> T answer(CompletionStage<T> asked) {
    CompletableFuture<T> answer = asked.toCompletableFuture();
    while (!answer.isDone() && goOn(LONG_ENOUGH.multipliedBy(2))) {}
    return answer.join();
  }

  /** Said again until it is booked; it is booked once. */
  private void deposit() {
    while (house.model.cash().isEmpty()) {
      house.rooms.tell(
          PortfolioCommand.KEY,
          SimulatedHouse.ACCOUNT.value(),
          new PortfolioCommand.Change(
              new PortfolioRequest.BookDeposit(new DepositId("d"), DEPOSIT, "start"),
              house.nobody()));
      Duration until = house.age().plusSeconds(10);
      while (house.age().compareTo(until) < 0) {
        goOn(LONG_ENOUGH);
      }
    }
  }

  private void act(Act act) {
    switch (act) {
      case Wish wish -> place(wish);
      case Scenario.Outside outside -> {
        placedOutside.add(outside.id());
        house.broker.book.outside(
            BrokerOrder.of(
                intent(outside.id(), outside.trade(), Intent.Origin.BROKER),
                new ClientOrderId("app-" + outside.id()),
                List.of()));
      }
      case Scenario.Cycle cycle -> begin(cycle.id());
      case Scenario.CycleDies cycle -> {
        house.rooms.stop(CycleCommand.KEY, SimulatedHouse.ACCOUNT.value());
        lookAtCycle();
      }
      case Scenario.Cancel cancel ->
          house.rooms.tell(
              OrderCommand.KEY,
              cancel.id().value(),
              new OrderCommand.Cancel("changed my mind", nobody()));
      case Scenario.NodeDies node -> house.die();
      case Scenario.OrderDies order -> house.rooms.stop(OrderCommand.KEY, order.id().value());
      case Scenario.AccountDies account ->
          house.rooms.stop(TradingCommand.KEY, SimulatedHouse.ACCOUNT.value());
      case Scenario.PortfolioDies portfolio ->
          house.rooms.stop(PortfolioCommand.KEY, SimulatedHouse.ACCOUNT.value());
    }
  }

  private void place(Wish wish) {
    Intent intent = intent(wish.id(), wish.trade(), Intent.Origin.CALLER);
    house.rooms.tell(OrderCommand.KEY, wish.id().value(), new OrderCommand.Place(intent, nobody()));
  }

  private static Intent intent(IntentId id, Scenario.Trade trade, Intent.Origin origin) {
    Isin isin = SimulatedWorld.ISINS.get(trade.security());
    return new Intent(
        id,
        SimulatedHouse.ACCOUNT,
        isin,
        SimulatedWorld.symbolOf(isin),
        trade.side(),
        Quantity.of(trade.quantity()),
        OrderType.MARKET,
        Optional.empty(),
        Optional.empty(),
        TimeInForce.DAY,
        origin,
        "simulation");
  }

  private void begin(CycleId id) {
    cycle(new CycleCommand.StartCycle(id, false, false, house.nobody()));
  }

  /** A cycle goes on when its account's entity is up, and it is up when somebody asks. */
  private void lookAtCycle() {
    cycle(new CycleCommand.GetCycle(house.nobody()));
  }

  private void cycle(CycleCommand command) {
    house.rooms.tell(CycleCommand.KEY, SimulatedHouse.ACCOUNT.value(), command);
  }

  private ActorRef<OrderReply> nobody() {
    return house.nobody();
  }

  private void end() {
    house.end();
    while (SeededTasks.SHARED.runOne()) {}
    VirtualScheduler.clear();
  }
}
