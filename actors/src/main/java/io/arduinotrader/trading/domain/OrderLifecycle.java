package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.trading.domain.OrderState.Placed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What follows from what an order is told. Every method is a pure function from the order and an
 * answer or wish to the events that are to be stored; an answer that comes too late or twice yields
 * none. What was executed is a fact in every phase.
 */
public final class OrderLifecycle {

  private OrderLifecycle() {}

  /** What a wish leads to. */
  public sealed interface Decision {

    /** These events; none when what is wished is so already. */
    record Happens(List<OrderEvent> events) implements Decision {}

    /** Nothing, because it does not fit the order. */
    record Refused(Refusal refusal) implements Decision {}
  }

  /**
   * When an order that nobody can find is sent again, and how often.
   *
   * @param grace how long after the unanswered call nothing is concluded
   * @param lookups how many lookups in a row must miss the order
   * @param attempts how often it is sent at most
   */
  public record Resending(Duration grace, int lookups, int attempts) {

    /** The same for an account whose orders may not leave now: looked up, never sent again. */
    public Resending withoutSending() {
      return new Resending(grace, lookups, 0);
    }
  }

  /** Somebody wishes to trade. */
  public static Decision place(OrderState state, Intent intent, Instant now) {
    return switch (state) {
      case OrderState.Blank blank ->
          new Decision.Happens(
              List.of(new OrderEvent.IntentRecorded(intent, ClientOrderIds.of(intent.id()), now)));
      case Placed placed when placed.intent().equals(intent) -> new Decision.Happens(List.of());
      case Placed placed ->
          new Decision.Refused(
              Refusal.of(
                  RefusalCode.DUPLICATE_INTENT,
                  "intent " + intent.id() + " was placed before with another content"));
    };
  }

  /** The account's rules say yes: the order may be sent. */
  public static List<OrderEvent> admitted(Placed order, Instant now) {
    return order.phase() == OrderPhase.INTENT_RECORDED
        ? List.of(new OrderEvent.OrderAdmitted(now), new OrderEvent.SubmissionStarted(1, now))
        : List.of();
  }

  /** The account's rules say no; nothing was set aside, so nothing is left to do either. */
  public static List<OrderEvent> refused(Placed order, Refusal refusal, Instant now) {
    return order.phase() == OrderPhase.INTENT_RECORDED
        ? List.of(new OrderEvent.OrderRejected(refusal, now), new OrderEvent.OrderSettled(now))
        : List.of();
  }

  /**
   * The account's rules have not answered in time. Something may have been set aside all the same,
   * so the order ends but is not settled yet.
   */
  public static List<OrderEvent> lapsed(Placed order, String reason, Instant now) {
    return order.phase() == OrderPhase.INTENT_RECORDED
        ? List.of(new OrderEvent.OrderRejected(Refusal.of(RefusalCode.UNAVAILABLE, reason), now))
        : List.of();
  }

  /** The broker has the order. */
  public static List<OrderEvent> taken(Placed order, BrokerOrderId brokerOrder, Instant now) {
    return isOnItsWay(order) ? List.of(new OrderEvent.OrderAccepted(brokerOrder, now)) : List.of();
  }

  /** The broker will not have the order. */
  public static List<OrderEvent> turnedDown(Placed order, String reason, Instant now) {
    return isOnItsWay(order)
        ? List.of(new OrderEvent.OrderRejected(brokerRejected(reason), now))
        : List.of();
  }

  /** The call to the broker ended without an answer. */
  public static List<OrderEvent> unanswered(Placed order, String reason, Instant now) {
    return order.phase() == OrderPhase.SUBMITTING
        ? List.of(new OrderEvent.OutcomeUnknown(reason, now))
        : List.of();
  }

  /**
   * A complete lookup at the broker did not find the order. It is sent again only to a broker that
   * would take the second for the first. Where not being found proves nothing, the order stays
   * unknown until somebody who has looked at the broker's own statement cancels it.
   */
  public static List<OrderEvent> missed(
      Placed order, Resending rules, BrokerCapabilities broker, Instant now) {
    if (order.phase() != OrderPhase.UNKNOWN) {
      return List.of();
    }
    int misses = order.submission().misses() + 1;
    OrderEvent missed = new OrderEvent.LookupMissed(misses, now);
    if (!broker.absenceIsKnown() && !order.marks().cancelWanted()) {
      return misses > rules.lookups() ? List.of() : List.of(missed);
    }
    Instant since = order.submission().unknownSince().orElse(order.lastChanged());
    if (misses < rules.lookups() || now.isBefore(since.plus(rules.grace()))) {
      return List.of(missed);
    }
    if (order.marks().cancelWanted()) {
      return List.of(missed, new OrderEvent.OrderCancelled(now));
    }
    int attempt = order.submission().attempt();
    if (broker.maySendAgain() && attempt < rules.attempts()) {
      return List.of(missed, new OrderEvent.SubmissionStarted(attempt + 1, now));
    }
    return List.of(
        missed,
        new OrderEvent.SubmissionFailed(
            "sent " + attempt + " times and not found at the broker", now));
  }

  /**
   * The broker has an order nobody placed here. It becomes an order of ours with the broker's
   * terms, from its acceptance on, and what was executed of it is booked like anything else.
   */
  public static List<OrderEvent> adopted(BrokerReport report, Instant now) {
    List<OrderEvent> events = new ArrayList<>();
    events.add(new OrderEvent.IntentRecorded(report.terms(), report.clientOrderId(), now));
    events.add(new OrderEvent.OrderAccepted(report.brokerOrderId(), now));
    OrderState order = OrderState.BLANK;
    for (OrderEvent event : events) {
      order = order.apply(event);
    }
    if (order instanceof Placed placed) {
      events.addAll(reported(placed, report, now));
    }
    return List.copyOf(events);
  }

  /** The broker says how the order stands. */
  public static List<OrderEvent> reported(Placed order, BrokerReport report, Instant now) {
    if (!report.clientOrderId().equals(order.clientOrderId())) {
      return List.of();
    }
    List<OrderEvent> events = new ArrayList<>();
    Placed after = order;
    for (OrderEvent event : taken(order, report.brokerOrderId(), now)) {
      after = add(events, after, event);
    }
    List<Fill> fills = new ArrayList<>(report.fills());
    fills.sort(Comparator.comparing(Fill::executedAt).thenComparing(Fill::id));
    for (Fill fill : fills) {
      if (!after.knows(fill)) {
        after = add(events, after, new OrderEvent.FillRecorded(fill, now));
        if (after.filled().compareTo(order.intent().quantity()) > 0
            && !after.marks().overfilled()) {
          after = add(events, after, new OrderEvent.OverfillDetected(now));
        }
      }
    }
    if (!after.phase().isTerminal()) {
      events.addAll(statusOf(after, report, now));
    }
    return events;
  }

  /** Somebody wants the order withdrawn from the market. */
  public static Decision cancel(Placed order, String reason, Instant now) {
    OrderEvent requested = new OrderEvent.CancelRequested(reason, now);
    return switch (order.phase()) {
      case CANCELLED, PARTIALLY_FILLED_CANCELLED -> new Decision.Happens(List.of());
      case REJECTED, FILLED, EXPIRED, PARTIALLY_FILLED_EXPIRED, SEND_FAILED ->
          new Decision.Refused(
              Refusal.of(RefusalCode.WRONG_STATE, "the order has ended already: " + order.phase()));
      case INTENT_RECORDED ->
          new Decision.Happens(List.of(requested, new OrderEvent.OrderCancelled(now)));
      case FUNDS_RESERVED,
          SUBMITTING,
          UNKNOWN,
          ACCEPTED,
          WORKING,
          PARTIALLY_FILLED,
          CANCEL_PENDING ->
          new Decision.Happens(order.marks().cancelWanted() ? List.of() : List.of(requested));
    };
  }

  /** The broker would not cancel. */
  public static List<OrderEvent> cancelRefused(Placed order, String reason, Instant now) {
    return order.phase() == OrderPhase.CANCEL_PENDING
        ? List.of(new OrderEvent.CancelRefused(reason, now))
        : List.of();
  }

  /** Portfolio and account know of everything. */
  public static List<OrderEvent> settled(Placed order, Instant now) {
    return order.phase().isTerminal() && !order.marks().settled()
        ? List.of(new OrderEvent.OrderSettled(now))
        : List.of();
  }

  /** Why an order that was never found at the broker has ended. */
  static Refusal neverSent(String reason) {
    return Refusal.of(RefusalCode.BROKER_UNAVAILABLE, reason);
  }

  private static List<OrderEvent> statusOf(Placed order, BrokerReport report, Instant now) {
    return switch (report.status()) {
      case WORKING, PARTIALLY_FILLED ->
          order.phase() == OrderPhase.ACCEPTED
              ? List.of(new OrderEvent.OrderWorking(now))
              : List.of();
      // the executions are what fills an order; a status alone moves no shares
      case ACCEPTED, FILLED, CANCEL_PENDING -> List.of();
      case CANCELLED -> List.of(new OrderEvent.OrderCancelled(now));
      case EXPIRED -> List.of(new OrderEvent.OrderExpired(now));
      case REJECTED ->
          order.filled().equals(Quantity.ZERO)
              ? List.of(
                  new OrderEvent.OrderRejected(
                      brokerRejected("the broker reports a rejection"), now))
              : List.of(new OrderEvent.OrderCancelled(now));
    };
  }

  private static Placed add(List<OrderEvent> events, Placed order, OrderEvent event) {
    events.add(event);
    return order.apply(event);
  }

  private static boolean isOnItsWay(Placed order) {
    return order.phase() == OrderPhase.SUBMITTING || order.phase() == OrderPhase.UNKNOWN;
  }

  private static Refusal brokerRejected(String reason) {
    return Refusal.of(RefusalCode.BROKER_REJECTED, reason);
  }
}
