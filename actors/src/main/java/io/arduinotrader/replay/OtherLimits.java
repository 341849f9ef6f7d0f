package io.arduinotrader.replay;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.replay.WhatIfChanges.Limits;
import io.arduinotrader.protocol.trading.TradingEvent.IntentAdmitted;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Limits that would have held, on top of those that did. They count only the orders and executions
 * that would have been. Days begin at midnight UTC. Not thread safe.
 */
final class OtherLimits {

  private static final Duration WEEK = Duration.ofDays(7);

  private record Line(Isin isin, Side side) {}

  private final Limits limits;
  private final Map<IntentId, Instant> admitted = new HashMap<>();
  private final Map<Line, Instant> lastTraded = new HashMap<>();

  OtherLimits(Limits limits) {
    this.limits = limits;
  }

  /** What a limit says to an order that the account's rules let pass; what may go is counted. */
  Optional<Refusal> admit(IntentAdmitted order) {
    admitted.values().removeIf(at -> at.isBefore(order.at().minus(WEEK)));
    Optional<Refusal> refusal = frequency(order.at()).or(() -> patience(order));
    if (refusal.isEmpty()) {
      counted(order);
    }
    return refusal;
  }

  /** An order that was admitted and then refused for another reason counts no longer. */
  void withdrawn(IntentId intent) {
    admitted.remove(intent);
  }

  /** An order that was admitted before anything was different. */
  void counted(IntentAdmitted order) {
    admitted.put(order.intent(), order.at());
  }

  /** Whether an execution belongs to an order that would have been too large. */
  Optional<Refusal> size(Money orderValue) {
    return limits
        .largestOrder()
        .filter(largest -> largest.isLessThan(orderValue))
        .map(
            largest ->
                Refusal.of(
                    RefusalCode.LARGE_TRADE,
                    "worth %s, %s are allowed".formatted(orderValue, largest)));
  }

  /** An execution that would have been. */
  void traded(Fill fill) {
    lastTraded.merge(
        new Line(fill.isin(), fill.side()),
        fill.executedAt(),
        (before, now) -> before.isAfter(now) ? before : now);
  }

  private Optional<Refusal> frequency(Instant now) {
    Instant midnight =
        LocalDate.ofInstant(now, ZoneOffset.UTC).atStartOfDay(ZoneOffset.UTC).toInstant();
    return count(midnight, limits.ordersPerDay(), RefusalCode.FREQ_DAILY, "that day")
        .or(
            () ->
                count(
                    now.minus(WEEK),
                    limits.ordersPerSevenDays(),
                    RefusalCode.FREQ_WEEKLY,
                    "in seven days"));
  }

  private Optional<Refusal> count(Instant since, int most, RefusalCode code, String window) {
    long count = admitted.values().stream().filter(at -> !at.isBefore(since)).count();
    return most > 0 && count >= most
        ? Optional.of(Refusal.of(code, "%d orders %s before it".formatted(count, window)))
        : Optional.empty();
  }

  private Optional<Refusal> patience(IntentAdmitted order) {
    Optional<Instant> bought =
        Optional.ofNullable(lastTraded.get(new Line(order.isin(), Side.BUY)));
    Optional<Instant> sold = Optional.ofNullable(lastTraded.get(new Line(order.isin(), Side.SELL)));
    return switch (order.side()) {
      case BUY ->
          within(bought, order.at(), limits.buyCooldownDays(), RefusalCode.BUY_COOLDOWN, "bought");
      case SELL ->
          within(
              latest(bought, sold),
              order.at(),
              limits.minimumHoldDays(),
              RefusalCode.MIN_HOLD,
              "traded");
    };
  }

  private static Optional<Refusal> within(
      Optional<Instant> last, Instant now, int days, RefusalCode code, String what) {
    return last.filter(at -> now.isBefore(at.plus(Duration.ofDays(days))))
        .map(
            at -> Refusal.of(code, "%s at %s, less than %d days before".formatted(what, at, days)));
  }

  private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() || (other.isPresent() && other.get().isAfter(one.get())) ? other : one;
  }
}
