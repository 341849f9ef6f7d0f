package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How often the account may trade, counted by admissions: an order counts from the moment it may be
 * sent, whatever becomes of it. The first limit that is reached is the one reported.
 */
final class FrequencyRules {

  private static final Duration WEEK = Duration.ofDays(7);

  private FrequencyRules() {}

  static void check(Candidate candidate, List<Refusal> errors) {
    TradingRules.Frequency limits = candidate.rules().frequency();
    if (limits.enabled()) {
      List<Instant> admitted = candidate.state().admittedAt();
      Instant now = candidate.facts().now();
      gap(admitted, limits, now)
          .or(() -> day(admitted, limits, now))
          .or(() -> week(admitted, limits, now))
          .ifPresent(errors::add);
    }
  }

  private static Optional<Refusal> gap(
      List<Instant> admitted, TradingRules.Frequency limits, Instant now) {
    return admitted.stream()
        .max(Instant::compareTo)
        .map(last -> limits.minimumGap().minus(Duration.between(last, now)))
        .filter(left -> left.isPositive())
        .map(
            left ->
                Refusal.of(
                    RefusalCode.FREQ_MIN_GAP,
                    left.toMinutes()
                        + " of "
                        + limits.minimumGap().toMinutes()
                        + " minutes between orders are left"));
  }

  private static Optional<Refusal> day(
      List<Instant> admitted, TradingRules.Frequency limits, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, limits.zone());
    return limit(
        RefusalCode.FREQ_DAILY,
        "today",
        admitted,
        today.atStartOfDay(limits.zone()).toInstant(),
        limits.perDay());
  }

  private static Optional<Refusal> week(
      List<Instant> admitted, TradingRules.Frequency limits, Instant now) {
    return limit(
        RefusalCode.FREQ_WEEKLY, "in seven days", admitted, now.minus(WEEK), limits.perWeek());
  }

  private static Optional<Refusal> limit(
      RefusalCode code, String window, List<Instant> admitted, Instant since, int limit) {
    long count = admitted.stream().filter(at -> !at.isBefore(since)).count();
    return count >= limit
        ? Optional.of(Refusal.of(code, count + " orders " + window + ", " + limit + " are allowed"))
        : Optional.empty();
  }
}
