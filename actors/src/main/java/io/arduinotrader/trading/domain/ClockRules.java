package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.vocab.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a security is left alone: while an order is open, after a buy, before a sale. */
final class ClockRules {

  private ClockRules() {}

  static void check(Candidate candidate, List<Refusal> errors) {
    pending(candidate, errors);
    if (candidate.buys()) {
      buyCooldown(candidate, errors);
    } else {
      minimumHold(candidate, errors);
    }
  }

  private static void pending(Candidate candidate, List<Refusal> errors) {
    Intent intent = candidate.intent();
    candidate
        .state()
        .openFor(intent.isin(), intent.id())
        .map(open -> "order " + open.intent() + " for " + intent.symbol() + " is open")
        .or(() -> justTraded(candidate))
        .ifPresent(reason -> errors.add(Refusal.of(RefusalCode.PENDING_ORDER, reason)));
  }

  private static Optional<String> justTraded(Candidate candidate) {
    Intent intent = candidate.intent();
    TradingRules.Patience patience = candidate.rules().patience();
    Duration window = candidate.buys() ? patience.sameSide() : patience.saleAfterSale();
    return candidate
        .state()
        .lastTraded(intent.isin(), intent.side())
        .filter(at -> isWithin(candidate, at, window))
        .map(at -> intent.symbol() + " was traded on the same side at " + at);
  }

  private static void buyCooldown(Candidate candidate, List<Refusal> errors) {
    Intent intent = candidate.intent();
    Duration cooldown = candidate.rules().patience().buyCooldown();
    candidate
        .state()
        .lastTraded(intent.isin(), Side.BUY)
        .filter(at -> isWithin(candidate, at, cooldown))
        .ifPresent(
            at ->
                errors.add(
                    Refusal.of(
                        RefusalCode.BUY_COOLDOWN,
                        intent.symbol()
                            + " was bought at "
                            + at
                            + ", less than "
                            + cooldown.toDays()
                            + " days ago")));
  }

  private static void minimumHold(Candidate candidate, List<Refusal> errors) {
    Intent intent = candidate.intent();
    int minimum = candidate.rules().patience().minimumHoldDays();
    Stream.of(Side.values())
        .flatMap(side -> candidate.state().lastTraded(intent.isin(), side).stream())
        .max(Instant::compareTo)
        .map(at -> Duration.between(at, candidate.facts().now()).toDays())
        .filter(days -> days < minimum)
        .ifPresent(
            days ->
                errors.add(
                    Refusal.of(
                        RefusalCode.MIN_HOLD,
                        intent.symbol()
                            + " was traded "
                            + days
                            + " days ago; it is held for "
                            + minimum)));
  }

  private static boolean isWithin(Candidate candidate, Instant at, Duration window) {
    return !at.isBefore(candidate.facts().now().minus(window));
  }
}
