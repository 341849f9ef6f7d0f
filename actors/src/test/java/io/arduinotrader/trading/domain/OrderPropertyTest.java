package io.arduinotrader.trading.domain;

import static io.arduinotrader.trading.domain.Samples.BROKER;
import static io.arduinotrader.trading.domain.Samples.NOW;
import static io.arduinotrader.trading.domain.Samples.fill;
import static io.arduinotrader.trading.domain.Samples.intent;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.BrokerReport.BrokerStatus;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.trading.domain.OrderState.Placed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every order whatever happens to it, tried with random histories. */
class OrderPropertyTest {

  private static final Intent BUY = intent("wish", Side.BUY, "10");
  private static final BrokerOrderId AT_BROKER = new BrokerOrderId("SIM-O-1");
  private static final int HISTORIES = 300;
  private static final OrderLifecycle.Resending RESENDING =
      new OrderLifecycle.Resending(Duration.ofSeconds(3), 2, 3);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 42, 20260504})
  void anEndedOrderNeverOpensAgainAndNoExecutionIsLost(long seed) {
    Random random = new Random(seed);
    for (int history = 0; history < HISTORIES; history++) {
      OrderState state = OrderState.BLANK;
      Set<FillId> told = new HashSet<>();
      boolean ended = false;
      List<OrderEvent> happened = new ArrayList<>();
      for (int step = 0; step < 25; step++) {
        List<OrderEvent> events = step(random, state, NOW.plusSeconds(step), told);
        happened.addAll(events);
        for (OrderEvent event : events) {
          state = state.apply(event);
        }
        if (state instanceof Placed order) {
          assertThat(ended && !order.phase().isTerminal())
              .as("seed %d, history %d: %s", seed, history, happened)
              .isFalse();
          ended = order.phase().isTerminal();
          assertThat(order.fills().stream().map(Fill::id)).doesNotHaveDuplicates();
          assertThat(order.submission().attempt()).isLessThanOrEqualTo(RESENDING.attempts());
        }
      }
      if (state instanceof Placed order) {
        assertThat(order.fills().stream().map(Fill::id).collect(Collectors.toSet()))
            .as("seed %d, history %d: %s", seed, history, happened)
            .isEqualTo(told);
      }
      assertThat(replay(happened)).isEqualTo(state);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {7, 1234})
  void theOrderAndNumberOfReportsDoNotMatter(long seed) {
    Random random = new Random(seed);
    for (int history = 0; history < HISTORIES; history++) {
      List<BrokerReport> reports = lifeAtBroker(random);
      Placed straight = afterReports(reports);
      List<BrokerReport> mixed = new ArrayList<>(reports);
      mixed.addAll(reports.subList(0, random.nextInt(reports.size() + 1)));
      // what the broker says last is said last again, as a later look at it would
      Collections.shuffle(mixed, random);
      mixed.add(reports.getLast());
      Placed other = afterReports(mixed);
      assertThat(ids(other)).isEqualTo(ids(straight));
      assertThat(other.filled()).isEqualTo(straight.filled());
      assertThat(other.phase())
          .as("seed %d, history %d: %s", seed, history, mixed)
          .isEqualTo(straight.phase());
    }
  }

  private static List<OrderEvent> step(
      Random random, OrderState state, Instant now, Set<FillId> told) {
    if (!(state instanceof Placed order)) {
      return ((OrderLifecycle.Decision.Happens) OrderLifecycle.place(state, BUY, now)).events();
    }
    return switch (random.nextInt(11)) {
      case 0, 1 -> OrderLifecycle.admitted(order, now);
      case 2 ->
          random.nextInt(4) > 0
              ? List.of()
              : OrderLifecycle.refused(order, Refusal.of(RefusalCode.MARKET_CLOSED, "closed"), now);
      case 3 -> OrderLifecycle.taken(order, AT_BROKER, now);
      case 4 -> OrderLifecycle.unanswered(order, "timeout", now);
      case 5 -> OrderLifecycle.missed(order, RESENDING, BROKER, now);
      case 6 ->
          OrderLifecycle.cancel(order, "x", now) instanceof OrderLifecycle.Decision.Happens some
              ? some.events()
              : List.of();
      case 7 -> OrderLifecycle.cancelRefused(order, "x", now);
      case 8 -> OrderLifecycle.settled(order, now);
      default -> {
        List<Fill> fills = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
          Fill fill = fill(BUY, "F" + random.nextInt(5), "3", "100");
          fills.add(fill);
          told.add(fill.id());
        }
        BrokerStatus[] all = BrokerStatus.values();
        yield OrderLifecycle.reported(order, report(all[random.nextInt(all.length)], fills), now);
      }
    };
  }

  /** Reports of one order at a broker: each knows the executions of those before. */
  private static List<BrokerReport> lifeAtBroker(Random random) {
    List<BrokerReport> reports = new ArrayList<>();
    List<Fill> fills = new ArrayList<>();
    int parts = 1 + random.nextInt(4);
    for (int part = 0; part < parts; part++) {
      reports.add(
          report(
              fills.isEmpty() ? BrokerStatus.WORKING : BrokerStatus.PARTIALLY_FILLED,
              List.copyOf(fills)));
      fills.add(fill(BUY, "F" + part, "2", "100"));
    }
    reports.add(
        report(
            random.nextBoolean() ? BrokerStatus.CANCELLED : BrokerStatus.EXPIRED,
            List.copyOf(fills)));
    return reports;
  }

  private static Placed afterReports(List<BrokerReport> reports) {
    Placed order =
        Samples.order(
            BUY, new OrderEvent.OrderAdmitted(NOW), new OrderEvent.SubmissionStarted(1, NOW));
    for (BrokerReport report : reports) {
      for (OrderEvent event : OrderLifecycle.reported(order, report, NOW)) {
        order = order.apply(event);
      }
    }
    return order;
  }

  private static OrderState replay(List<OrderEvent> events) {
    OrderState state = OrderState.BLANK;
    for (OrderEvent event : events) {
      state = state.apply(event);
    }
    return state;
  }

  private static Set<FillId> ids(Placed order) {
    return order.fills().stream().map(Fill::id).collect(Collectors.toSet());
  }

  private static BrokerReport report(BrokerStatus status, List<Fill> fills) {
    return new BrokerReport(BUY, ClientOrderIds.of(BUY.id()), AT_BROKER, status, fills, NOW);
  }
}
