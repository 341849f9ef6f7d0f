package io.arduinotrader.trading.domain;

import static io.arduinotrader.trading.domain.Samples.BROKER;
import static io.arduinotrader.trading.domain.Samples.NOW;
import static io.arduinotrader.trading.domain.Samples.fill;
import static io.arduinotrader.trading.domain.Samples.intent;
import static io.arduinotrader.trading.domain.Samples.order;
import static io.arduinotrader.trading.domain.Samples.working;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.BrokerReport.BrokerStatus;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.trading.domain.OrderLifecycle.Decision;
import io.arduinotrader.trading.domain.OrderState.Placed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderLifecycleTest {

  private static final Intent BUY = intent("wish", Side.BUY, "10");
  private static final BrokerOrderId AT_BROKER = new BrokerOrderId("SIM-O-1");
  private static final OrderLifecycle.Resending RESENDING =
      new OrderLifecycle.Resending(Duration.ofSeconds(60), 2, 3);

  @Test
  void beginsWithTheIntentUnderItsNameAtTheBroker() {
    assertThat(OrderLifecycle.place(OrderState.BLANK, BUY, NOW))
        .isEqualTo(
            new Decision.Happens(
                List.of(new OrderEvent.IntentRecorded(BUY, ClientOrderIds.of(BUY.id()), NOW))));
    assertThatThrownBy(() -> OrderState.BLANK.apply(new OrderEvent.OrderWorking(NOW)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSameIdWithAnotherContentIsRefused() {
    Decision decision = OrderLifecycle.place(order(BUY), intent("wish", Side.BUY, "11"), NOW);
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused ->
                assertThat(refused.refusal().code()).isEqualTo(RefusalCode.DUPLICATE_INTENT));
  }

  @Test
  void aRefusedOrderLeavesNothingToDo() {
    Placed order =
        after(
            order(BUY),
            OrderLifecycle.refused(
                order(BUY), Refusal.of(RefusalCode.MARKET_CLOSED, "closed"), NOW));
    assertThat(order.phase()).isEqualTo(OrderPhase.REJECTED);
    assertThat(order.marks().settled()).isTrue();
  }

  @Test
  void aLapsedOrderMayHaveSomethingSetAside() {
    Placed order = after(order(BUY), OrderLifecycle.lapsed(order(BUY), "too late", NOW));
    assertThat(order.phase()).isEqualTo(OrderPhase.REJECTED);
    assertThat(order.marks().settled()).isFalse();
  }

  @Test
  void anAdmissionThatComesAfterTheEndChangesNothing() {
    Placed lapsed = after(order(BUY), OrderLifecycle.lapsed(order(BUY), "too late", NOW));
    assertThat(OrderLifecycle.admitted(lapsed, NOW)).isEmpty();
    assertThat(OrderLifecycle.taken(lapsed, AT_BROKER, NOW)).isEmpty();
    assertThat(OrderLifecycle.unanswered(lapsed, "late", NOW)).isEmpty();
  }

  @Test
  void anUnknownOutcomeIsLookedUpTwiceAndOnlyAfterTheGraceSentAgain() {
    Placed unknown = unknown();
    List<OrderEvent> early = OrderLifecycle.missed(unknown, RESENDING, BROKER, NOW.plusSeconds(59));
    Placed missedOnce = after(unknown, early);
    assertThat(early).containsExactly(new OrderEvent.LookupMissed(1, NOW.plusSeconds(59)));
    assertThat(OrderLifecycle.missed(missedOnce, RESENDING, BROKER, NOW.plusSeconds(59)))
        .hasSize(1);
    assertThat(OrderLifecycle.missed(unknown, RESENDING, BROKER, NOW.plusSeconds(60))).hasSize(1);
    assertThat(OrderLifecycle.missed(missedOnce, RESENDING, BROKER, NOW.plusSeconds(60)))
        .contains(new OrderEvent.SubmissionStarted(2, NOW.plusSeconds(60)));
  }

  @Test
  void anOrderIsSentThreeTimesAtMost() {
    Placed order = unknown();
    Instant at = NOW;
    for (int i = 0; i < 20 && order.phase() != OrderPhase.SEND_FAILED; i++) {
      at = at.plusSeconds(60);
      order =
          order.phase() == OrderPhase.SUBMITTING
              ? after(order, OrderLifecycle.unanswered(order, "again", at))
              : after(order, OrderLifecycle.missed(order, RESENDING, BROKER, at));
    }
    assertThat(order.phase()).isEqualTo(OrderPhase.SEND_FAILED);
    assertThat(order.submission().attempt()).isEqualTo(3);
    assertThat(order.refusal().orElseThrow().code()).isEqualTo(RefusalCode.BROKER_UNAVAILABLE);
  }

  @Test
  void aBrokerThatMerelyShowsTheNameIsNeverSentTheOrderAgain() {
    BrokerCapabilities broker = Samples.broker(BrokerCapabilities.Uniqueness.VISIBLE);
    Placed order = unknown();
    order = after(order, OrderLifecycle.missed(order, RESENDING, broker, NOW.plusSeconds(60)));
    assertThat(order.phase()).isEqualTo(OrderPhase.UNKNOWN);
    order = after(order, OrderLifecycle.missed(order, RESENDING, broker, NOW.plusSeconds(60)));
    assertThat(order.phase()).isEqualTo(OrderPhase.SEND_FAILED);
    assertThat(order.submission().attempt()).isOne();
  }

  @Test
  void whereNotBeingFoundProvesNothingOnlyAPersonEndsTheOrder() {
    BrokerCapabilities broker = Samples.broker(BrokerCapabilities.Uniqueness.NONE);
    Placed order = unknown();
    int stored = 0;
    for (int i = 1; i <= 50; i++) {
      List<OrderEvent> events =
          OrderLifecycle.missed(order, RESENDING, broker, NOW.plusSeconds(60L * i));
      stored += events.size();
      order = after(order, events);
    }
    assertThat(order.phase()).isEqualTo(OrderPhase.UNKNOWN);
    assertThat(stored).as("lookups that are worth an event").isLessThan(5);
    Placed wanted = after(order, happens(OrderLifecycle.cancel(order, "not on the bill", NOW)));
    Instant later = NOW.plusSeconds(4000);
    assertThat(after(wanted, OrderLifecycle.missed(wanted, RESENDING, broker, later)).phase())
        .isEqualTo(OrderPhase.CANCELLED);
  }

  @Test
  void whoeverCancelsAnOrderThatNobodyFindsGetsItCancelled() {
    Placed order = after(unknown(), happens(OrderLifecycle.cancel(unknown(), "changed", NOW)));
    assertThat(order.phase()).isEqualTo(OrderPhase.UNKNOWN);
    order = after(order, OrderLifecycle.missed(order, RESENDING, BROKER, NOW.plusSeconds(60)));
    order = after(order, OrderLifecycle.missed(order, RESENDING, BROKER, NOW.plusSeconds(60)));
    assertThat(order.phase()).isEqualTo(OrderPhase.CANCELLED);
  }

  @Test
  void aReportFindsAnOrderWhoseOutcomeWasUnknown() {
    Placed order =
        after(
            unknown(),
            OrderLifecycle.reported(
                unknown(),
                report(BrokerStatus.PARTIALLY_FILLED, fill(BUY, "F1", "4", "100")),
                NOW));
    assertThat(order.phase()).isEqualTo(OrderPhase.PARTIALLY_FILLED);
    assertThat(order.brokerOrderId()).contains(AT_BROKER);
  }

  @Test
  void aReportOfAnotherOrderIsNotOurs() {
    BrokerReport other =
        new BrokerReport(
            intent("other", Side.BUY, "10"),
            ClientOrderIds.of(new IntentId("other")),
            AT_BROKER,
            BrokerStatus.FILLED,
            List.of(fill(BUY, "F1", "10", "100")),
            NOW);
    assertThat(OrderLifecycle.reported(working(BUY), other, NOW)).isEmpty();
  }

  @Test
  void onlyExecutionsFillAnOrder() {
    assertThat(OrderLifecycle.reported(working(BUY), report(BrokerStatus.FILLED), NOW)).isEmpty();
  }

  @Test
  void moreThanWasOrderedIsKeptAndMarked() {
    Placed order =
        after(
            working(BUY),
            OrderLifecycle.reported(
                working(BUY),
                report(
                    BrokerStatus.FILLED, fill(BUY, "F1", "6", "100"), fill(BUY, "F2", "5", "100")),
                NOW));
    assertThat(order.filled()).isEqualTo(Quantity.of(11));
    assertThat(order.marks().overfilled()).isTrue();
    assertThat(order.phase()).isEqualTo(OrderPhase.FILLED);
    assertThat(OrderLifecycle.settled(order, NOW)).isNotEmpty();
  }

  @Test
  void aFillAfterTheCancellationIsStillAFact() {
    Placed cancelled =
        after(
            working(BUY),
            OrderLifecycle.reported(working(BUY), report(BrokerStatus.CANCELLED), NOW));
    Placed settled = after(cancelled, OrderLifecycle.settled(cancelled, NOW));
    Placed late =
        after(
            settled,
            OrderLifecycle.reported(
                settled, report(BrokerStatus.CANCELLED, fill(BUY, "F1", "3", "100")), NOW));
    assertThat(late.phase()).isEqualTo(OrderPhase.PARTIALLY_FILLED_CANCELLED);
    assertThat(late.filled()).isEqualTo(Quantity.of(3));
    assertThat(late.marks().settled()).as("the late fill has to be booked").isFalse();
  }

  @Test
  void aCancellationTheBrokerRefusesLeavesTheOrderInTheMarket() {
    Placed pending = after(working(BUY), happens(OrderLifecycle.cancel(working(BUY), "x", NOW)));
    assertThat(pending.phase()).isEqualTo(OrderPhase.CANCEL_PENDING);
    Placed back = after(pending, OrderLifecycle.cancelRefused(pending, "too late", NOW));
    assertThat(back.phase()).isEqualTo(OrderPhase.WORKING);
    assertThat(back.marks().cancelWanted()).isFalse();
  }

  @Test
  void cancellingWhileTheOrderIsOnItsWayTakesEffectOnArrival() {
    Placed submitting = submitting();
    Placed wanted = after(submitting, happens(OrderLifecycle.cancel(submitting, "x", NOW)));
    assertThat(wanted.phase()).isEqualTo(OrderPhase.SUBMITTING);
    assertThat(after(wanted, OrderLifecycle.taken(wanted, AT_BROKER, NOW)).phase())
        .isEqualTo(OrderPhase.CANCEL_PENDING);
  }

  @Test
  void cancellingBeforeAdmissionEndsTheOrder() {
    Placed order = after(order(BUY), happens(OrderLifecycle.cancel(order(BUY), "x", NOW)));
    assertThat(order.phase()).isEqualTo(OrderPhase.CANCELLED);
    assertThat(OrderLifecycle.admitted(order, NOW)).isEmpty();
    assertThat(order.marks().settled()).isFalse();
  }

  @Test
  void cancellingAgainIsFineAndCancellingWhatIsDoneIsNot() {
    Placed cancelled = after(order(BUY), happens(OrderLifecycle.cancel(order(BUY), "x", NOW)));
    assertThat(happens(OrderLifecycle.cancel(cancelled, "x", NOW))).isEmpty();
    Placed filled =
        after(
            working(BUY),
            OrderLifecycle.reported(
                working(BUY), report(BrokerStatus.FILLED, fill(BUY, "F1", "10", "100")), NOW));
    assertThat(filled.phase()).isEqualTo(OrderPhase.FILLED);
    assertThat(OrderLifecycle.cancel(filled, "x", NOW)).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void noEventOpensAnEndedOrderAgain() {
    Placed filled =
        working(BUY).apply(new OrderEvent.FillRecorded(fill(BUY, "F1", "10", "1"), NOW));
    Placed cancelled = working(BUY).apply(new OrderEvent.OrderCancelled(NOW));
    Placed rejected =
        order(BUY).apply(new OrderEvent.OrderRejected(OrderLifecycle.neverSent("test"), NOW));
    List<OrderEvent> late =
        List.of(
            new OrderEvent.OrderAdmitted(NOW),
            new OrderEvent.SubmissionStarted(2, NOW),
            new OrderEvent.OutcomeUnknown("late", NOW),
            new OrderEvent.OrderAccepted(AT_BROKER, NOW),
            new OrderEvent.OrderWorking(NOW),
            new OrderEvent.CancelRequested("late", NOW),
            new OrderEvent.CancelRefused("late", NOW),
            new OrderEvent.OrderExpired(NOW),
            new OrderEvent.SubmissionFailed("late", NOW));
    for (Placed ended : List.of(filled, cancelled, rejected)) {
      assertThat(after(ended, late).phase()).isEqualTo(ended.phase());
    }
  }

  @Test
  void theNameAtTheBrokerDependsOnTheIntentAlone() {
    assertThat(ClientOrderIds.of(new IntentId("cycle-1#2")).value())
        .hasSize(36)
        .isEqualTo(ClientOrderIds.of(new IntentId("cycle-1#2")).value())
        .isNotEqualTo(ClientOrderIds.of(new IntentId("cycle-1#3")).value());
    assertThat(UUID.fromString(ClientOrderIds.of(BUY.id()).value()))
        .satisfies(uuid -> assertThat(uuid.version()).isEqualTo(5))
        .satisfies(uuid -> assertThat(uuid.variant()).isEqualTo(2));
  }

  private static Placed submitting() {
    return order(BUY, new OrderEvent.OrderAdmitted(NOW), new OrderEvent.SubmissionStarted(1, NOW));
  }

  private static Placed unknown() {
    return after(submitting(), OrderLifecycle.unanswered(submitting(), "timeout", NOW));
  }

  private static List<OrderEvent> happens(Decision decision) {
    return ((Decision.Happens) decision).events();
  }

  private static BrokerReport report(BrokerStatus status, Fill... fills) {
    return new BrokerReport(
        BUY, ClientOrderIds.of(BUY.id()), AT_BROKER, status, List.of(fills), NOW);
  }

  private static Placed after(Placed order, List<OrderEvent> events) {
    Placed next = order;
    for (OrderEvent event : events) {
      next = next.apply(event);
    }
    return next;
  }
}
