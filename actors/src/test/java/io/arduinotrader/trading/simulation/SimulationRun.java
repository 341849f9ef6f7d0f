package io.arduinotrader.trading.simulation;

import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.arduinotrader.trading.simulation.Scenario.Act;
import io.arduinotrader.trading.simulation.Scenario.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    while (!scenario.wishes().stream().allMatch(this::isOver)) {
      unfinished().forEach(this::askAgain);
      Duration until = house.age().plusSeconds(10);
      while (house.age().compareTo(until) < 0) {
        if (!goOn(LONG_ENOUGH)) {
          throw new BrokenPromise("an order never ends: " + unfinished());
        }
      }
    }
    Duration until = house.age().plusSeconds(30);
    while (goOn(until)) {}
    compare();
  }

  /** Whoever wishes and hears nothing asks, and wishes again when nobody knows of it. */
  private void askAgain(Wish wish) {
    if (house.model.isKnown(wish.id().value())) {
      house.rooms.tell(
          OrderCommand.KEY, wish.id().value(), new OrderCommand.GetOrder(house.nobody()));
    } else {
      place(wish);
    }
  }

  private List<Wish> unfinished() {
    return scenario.wishes().stream().filter(wish -> !isOver(wish)).toList();
  }

  private boolean isOver(Wish wish) {
    return house.model.isSettled(wish.id().value());
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
    same("cash", view.balance(Currency.EUR).amount(), house.broker.cash());
    same("cash", house.model.cash(), house.broker.cash());
    if (!plain(shares).equals(plain(house.broker.shares()))
        || !plain(house.model.shares()).equals(plain(house.broker.shares()))) {
      throw new BrokenPromise(
          "shares %s, at the broker %s".formatted(shares, house.broker.shares()));
    }
  }

  private static Map<Isin, BigDecimal> plain(Map<Isin, BigDecimal> shares) {
    Map<Isin, BigDecimal> plain = new HashMap<>();
    shares.forEach((isin, quantity) -> plain.put(isin, quantity.stripTrailingZeros()));
    return plain;
  }

  private static void same(String what, BigDecimal ours, BigDecimal theirs) {
    if (ours.compareTo(theirs) != 0) {
      throw new BrokenPromise("%s %s, at the broker %s".formatted(what, ours, theirs));
    }
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
    while (house.model.cash().signum() == 0) {
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
    Isin isin = SimulatedHouse.ISINS.get(wish.security());
    house.rooms.tell(
        OrderCommand.KEY,
        wish.id().value(),
        new OrderCommand.Place(
            new Intent(
                wish.id(),
                SimulatedHouse.ACCOUNT,
                isin,
                SimulatedHouse.symbolOf(isin),
                wish.side(),
                Quantity.of(wish.quantity()),
                OrderType.MARKET,
                Optional.empty(),
                Optional.empty(),
                TimeInForce.DAY,
                Intent.Origin.CALLER,
                "simulation"),
            nobody()));
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
