package io.arduinotrader.trading;

import static io.arduinotrader.trading.TradingHouse.security;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.trading.domain.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever breaks: lines to the broker, orders, whole nodes, all at random times. */
class TradingFaultsTest {

  private static final int ORDERS = 24;
  private static final Duration SOON = Duration.ofSeconds(40);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 2026})
  void nothingIsLostSpentTwiceOrSentTwice(long seed, @TempDir Path folder) {
    Random random = new Random(seed);
    try (TradingHouse house =
        new TradingHouse(
            folder,
            TradingHouse.impatient(),
            security("DE0007164600", "SAP.DE", "XETRA", Currency.EUR),
            security("DE0007236101", "SIE.DE", "XETRA", Currency.EUR),
            security("US0378331005", "AAPL.US", "NasdaqGS", Currency.USD))) {
      house.quote(Samples.SAP, "100", Currency.EUR);
      house.quote(new Isin("DE0007236101"), "200", Currency.EUR);
      house.quote(Samples.APPLE, "200", Currency.USD);
      house.deposit("d-1", Samples.eur("10000"));
      house.reconcile();
      List<Intent> intents = new ArrayList<>();
      for (int i = 0; i < ORDERS; i++) {
        Intent intent = intent(random, i);
        intents.add(intent);
        disturb(random, house, intent);
        house.placeUnheard(intent);
        if (random.nextInt(3) > 0) {
          awaitEnd(house, intent);
        }
        if (random.nextInt(6) == 0) {
          house.rooms.stopEntities();
        }
      }
      house.broker.whileSubmitting = () -> {};
      intents.forEach(intent -> awaitEnd(house, intent));
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                assertThat(house.trading().open()).isEmpty();
                assertThat(house.portfolio().reservations()).isEmpty();
              });
      check(seed, house, intents);
    }
  }

  private static void check(long seed, TradingHouse house, List<Intent> intents) {
    List<OrderView> orders = intents.stream().map(intent -> house.order(intent.id())).toList();
    PortfolioView portfolio = house.portfolio();
    String run = "seed " + seed + ": " + orders.stream().map(OrderView::phase).toList();
    assertThat(orders).as(run).anyMatch(order -> order.phase() == OrderPhase.FILLED);
    assertThat(BookComparison.differences(portfolio, house.broker.account())).as(run).isEmpty();
    assertThat(portfolio.cash()).as(run).noneMatch(money -> money.signum() < 0);
    List<BrokerReport> atBroker = house.broker.reports(TradingHouse.MORNING);
    assertThat(atBroker).extracting(BrokerReport::intent).doesNotHaveDuplicates();
    assertThat(fills(atBroker.stream().flatMap(report -> report.fills().stream())))
        .as(run)
        .isEqualTo(fills(orders.stream().flatMap(order -> order.fills().stream())));
    Money paid =
        orders.stream()
            .flatMap(order -> order.fills().stream())
            .filter(fill -> fill.price().currency().equals(Currency.EUR))
            .map(TradingFaultsTest::effect)
            .reduce(Samples.eur("0"), Money::plus);
    Money exchanged =
        orders.stream()
            .flatMap(order -> order.fills().stream())
            .flatMap(fill -> fill.conversion().stream())
            .map(conversion -> conversion.sold().negated())
            .reduce(Samples.eur("0"), Money::plus);
    assertThat(portfolio.balance(Currency.EUR))
        .as(run)
        .isEqualTo(Samples.eur("10000").plus(paid).plus(exchanged));
  }

  private static Money effect(Fill fill) {
    Money value = fill.side() == Side.BUY ? fill.value().negated() : fill.value();
    return value.minus(fill.commission());
  }

  private static List<FillId> fills(Stream<Fill> fills) {
    return fills.map(Fill::id).sorted().toList();
  }

  private static void disturb(Random random, TradingHouse house, Intent intent) {
    switch (random.nextInt(5)) {
      case 0 -> house.broker.next(FaultyBroker.Fault.ANSWER_LOST);
      case 1 -> house.broker.next(FaultyBroker.Fault.LOST_ON_THE_WAY);
      default -> {}
    }
    house.broker.whileSubmitting =
        random.nextInt(4) == 0
            ? () -> house.rooms.stop(OrderCommand.KEY, intent.id().value())
            : () -> {};
  }

  private static Intent intent(Random random, int number) {
    Side side = random.nextInt(3) == 0 ? Side.SELL : Side.BUY;
    Intent intent = Samples.intent("wish-" + number, side, "" + (1 + random.nextInt(15)));
    return switch (random.nextInt(3)) {
      case 0 -> Samples.on(intent, new Isin("DE0007236101"), new Symbol("SIE.DE"));
      case 1 -> Samples.on(intent, Samples.APPLE, new Symbol("AAPL.US"));
      default -> intent;
    };
  }

  private static void awaitEnd(TradingHouse house, Intent intent) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              if (house.isLost(intent.id())) {
                house.placeUnheard(intent);
              }
              return house.hasEnded(intent.id());
            });
  }
}
