package io.arduinotrader.portfolio.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.portfolio.DayValues.DayValue;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.DepositBooked;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.FillBooked;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookDeposit;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookFill;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Release;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.portfolio.PortfolioView.Reservation;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds for every life of an account. Failures name the seed that repeats them. */
class BooksPropertyTest {

  private static final int STEPS = 120;
  private static final int FIXED_SEEDS = 60;

  @Test
  void cashAndCostAreWhatDepositsFeesAndGainsLeave() {
    forSeeds(
        seed ->
            live(
                seed,
                (books, step) -> {
                  Map<Currency, BigDecimal> expected = expected(books.events());
                  Map<Currency, BigDecimal> actual = actual(books.view());
                  assertThat(actual.keySet()).as(step).isEqualTo(expected.keySet());
                  actual.forEach(
                      (currency, amount) ->
                          assertThat(amount)
                              .as("%s %s", step, currency)
                              .isEqualByComparingTo(expected.get(currency)));
                }));
  }

  @Test
  void signedFillsAddUpToPositions() {
    forSeeds(
        seed ->
            live(
                seed,
                (books, step) -> {
                  Map<Isin, BigDecimal> sums = new TreeMap<>();
                  for (Fill fill : fills(books.events())) {
                    BigDecimal quantity = fill.quantity().value();
                    sums.merge(
                        fill.isin(),
                        fill.side() == Side.BUY ? quantity : quantity.negate(),
                        BigDecimal::add);
                  }
                  sums.forEach(
                      (isin, sum) ->
                          assertThat(books.view().position(isin).orElseThrow().quantity().value())
                              .as("%s %s", step, isin)
                              .isEqualByComparingTo(sum));
                }));
  }

  @Test
  void cashIsNeverSpentTwiceWhenTheBrokerStaysWithinWhatWasSetAside() {
    forSeeds(
        seed ->
            live(
                seed,
                (books, step) -> {
                  PortfolioView view = books.view();
                  for (Money balance : view.cash()) {
                    assertThat(balance.signum()).as(step + balance).isNotNegative();
                    assertThat(view.free(balance.currency()).signum())
                        .as("%s free %s", step, balance.currency())
                        .isNotNegative();
                  }
                  for (Reservation open : view.reservations()) {
                    assertThat(open.amounts()).as(step).allMatch(amount -> amount.signum() >= 0);
                  }
                }));
  }

  @Test
  void nothingStaysSetAsideOnceEveryOrderHasEnded() {
    forSeeds(
        seed -> {
          Books books = live(seed, (living, step) -> {});
          for (Reservation open : books.view().reservations()) {
            books.granted(new Release(open.intent()));
          }
          PortfolioView view = books.view();
          assertThat(view.reservations()).isEmpty();
          assertThat(view.cash())
              .allSatisfy(balance -> assertThat(view.free(balance.currency())).isEqualTo(balance));
          assertThat(view.positions())
              .allSatisfy(
                  held -> assertThat(view.freeShares(held.isin())).isEqualTo(held.quantity()));
        });
  }

  @Test
  void snapshotAtAnyPointAndTheRestGiveTheSameState() {
    forSeeds(
        seed -> {
          Books books = live(seed, (living, step) -> {});
          List<PortfolioEvent> events = books.events();
          PortfolioState whole = replay(PortfolioState.empty(AccountId.DEFAULT), events);
          assertThat(whole).isEqualTo(books.state());
          int cut = new Random(seed).nextInt(events.size() + 1);
          PortfolioState before =
              replay(PortfolioState.empty(AccountId.DEFAULT), events.subList(0, cut));
          PortfolioState restored = Snapshots.state(AccountId.DEFAULT, Snapshots.of(before));
          PortfolioState after = replay(restored, events.subList(cut, events.size()));
          assertThat(after).as("cut at %d", cut).isEqualTo(whole);
          assertThat(Snapshots.of(after)).isEqualTo(Snapshots.of(whole));
        });
  }

  @Test
  void fillsInAnyOrderAndHoweverOftenGiveTheSameSharesAndCash() {
    forSeeds(
        seed -> {
          Books inOrder = live(seed, (living, step) -> {});
          List<PortfolioRequest> mixed = new ArrayList<>();
          for (PortfolioEvent event : inOrder.events()) {
            if (event instanceof FillBooked booked) {
              mixed.add(new BookFill(booked.fill()));
              mixed.add(new BookFill(booked.fill()));
            } else if (event instanceof DepositBooked booked) {
              mixed.add(new BookDeposit(booked.id(), booked.amount(), booked.note()));
            }
          }
          Collections.shuffle(mixed, new Random(seed));
          Books shuffled = new Books();
          deliver(shuffled, mixed);

          assertThat(shuffled.view().cash()).isEqualTo(inOrder.view().cash());
          for (Position held : inOrder.view().positions()) {
            assertThat(shuffled.view().position(held.isin()).orElseThrow())
                .satisfies(
                    other -> {
                      assertThat(other.quantity()).isEqualTo(held.quantity());
                      assertThat(other.fees()).isEqualByComparingTo(held.fees());
                    });
          }
        });
  }

  @Test
  void everyFlowIsInExactlyOneDayOrStillToBeMarked() {
    forSeeds(
        seed ->
            live(
                seed,
                (books, step) -> {
                  Money deposited = Money.zero(Currency.EUR);
                  for (PortfolioEvent event : books.events()) {
                    if (event instanceof DepositBooked booked) {
                      deposited = deposited.plus(booked.amount());
                    }
                  }
                  DayMarks marks = books.state().marks();
                  assertThat(
                          marks.values().stream()
                              .map(DayValue::netFlow)
                              .reduce(marks.flowSinceMark(), Money::plus))
                      .as(step)
                      .isEqualTo(deposited);
                }));
  }

  @Test
  void everyKindOfEventHappensInTheseLives() {
    Map<String, Integer> counts = new TreeMap<>();
    for (long seed = 1; seed <= FIXED_SEEDS; seed++) {
      for (PortfolioEvent event : live(seed, (living, step) -> {}).events()) {
        counts.merge(kind(event), 1, Integer::sum);
      }
    }
    assertThat(counts)
        .containsOnlyKeys(
            "DepositBooked",
            "FundsReserved in 1",
            "FundsReserved in 2",
            "SharesReserved",
            "ReservationReleased",
            "BUY",
            "BUY converted",
            "SELL",
            "ValueMarked")
        .allSatisfy((kind, count) -> assertThat(count).as(kind).isGreaterThan(20));
  }

  private static String kind(PortfolioEvent event) {
    return switch (event) {
      case FillBooked booked ->
          booked.fill().side() + (booked.fill().conversion().isPresent() ? " converted" : "");
      case PortfolioEvent.FundsReserved funds -> "FundsReserved in " + funds.amounts().size();
      case DepositBooked deposit -> "DepositBooked";
      case PortfolioEvent.SharesReserved shares -> "SharesReserved";
      case PortfolioEvent.ReservationReleased released -> "ReservationReleased";
      case PortfolioEvent.PositionsCorrected corrected -> "PositionsCorrected";
      case PortfolioEvent.PositionCorrected corrected -> "PositionCorrected";
      case PortfolioEvent.CashCorrected corrected -> "CashCorrected";
      case PortfolioEvent.ValueMarked marked -> "ValueMarked";
    };
  }

  private interface Check {
    void after(Books books, String step);
  }

  private static Books live(long seed, Check check) {
    RandomTrading trading = new RandomTrading(seed);
    Books books = new Books();
    for (int step = 0; step < STEPS; step++) {
      PortfolioRequest request = trading.next(books.state(), books.view());
      books.request(request);
      check.after(books, "step " + step + " " + request + ": ");
    }
    return books;
  }

  private static void forSeeds(LongConsumer property) {
    long fresh = System.nanoTime();
    LongStream.concat(LongStream.rangeClosed(1, FIXED_SEEDS), LongStream.of(fresh))
        .forEach(
            seed -> {
              try {
                property.accept(seed);
              } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
              }
            });
  }

  /** Tries again what was refused until everything is booked, as orders do. */
  private static void deliver(Books books, List<PortfolioRequest> requests) {
    Deque<PortfolioRequest> waiting = new ArrayDeque<>(requests);
    int refusedInARow = 0;
    while (!waiting.isEmpty()) {
      PortfolioRequest request = waiting.removeFirst();
      if (books.request(request) instanceof Decision.Refused) {
        waiting.addLast(request);
        refusedInARow++;
        assertThat(refusedInARow).as("all are refused: %s", waiting).isLessThan(waiting.size() + 1);
      } else {
        refusedInARow = 0;
      }
    }
  }

  private static PortfolioState replay(PortfolioState from, List<PortfolioEvent> events) {
    PortfolioState state = from;
    for (PortfolioEvent event : events) {
      state = state.apply(event);
    }
    return state;
  }

  private static List<Fill> fills(List<PortfolioEvent> events) {
    List<Fill> fills = new ArrayList<>();
    for (PortfolioEvent event : events) {
      if (event instanceof FillBooked booked) {
        fills.add(booked.fill());
      }
    }
    return fills;
  }

  /** Deposits and both sides of conversions, and what rounding values to cents has moved. */
  private static Map<Currency, BigDecimal> expected(List<PortfolioEvent> events) {
    Map<Currency, BigDecimal> sums = new TreeMap<>();
    for (PortfolioEvent event : events) {
      if (event instanceof DepositBooked booked) {
        add(sums, booked.amount());
      }
    }
    for (Fill fill : fills(events)) {
      if (fill.conversion().isPresent()) {
        add(sums, fill.conversion().get().bought());
        add(sums, fill.conversion().get().sold().negated());
      }
      BigDecimal rounding = fill.value().amount().subtract(fill.price().times(fill.quantity()));
      sums.merge(
          fill.price().currency(),
          fill.side() == Side.BUY ? rounding.negate() : rounding,
          BigDecimal::add);
    }
    return sums;
  }

  /** Balances and costs, with fees put back and realised gains taken out. */
  private static Map<Currency, BigDecimal> actual(PortfolioView view) {
    Map<Currency, BigDecimal> sums = new TreeMap<>();
    view.cash().forEach(balance -> add(sums, balance));
    for (Position held : view.positions()) {
      sums.merge(
          held.currency(),
          held.cost().add(held.fees()).subtract(held.realisedGross()),
          BigDecimal::add);
    }
    return sums;
  }

  private static void add(Map<Currency, BigDecimal> sums, Money amount) {
    sums.merge(amount.currency(), amount.amount(), BigDecimal::add);
  }
}
