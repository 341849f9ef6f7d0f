package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether the price the order was judged by can be believed. In a session a price has to be recent;
 * an order with a limit is protected by it and may be judged by the last close. Between sessions
 * the last close is the price.
 */
final class PriceRules {

  private PriceRules() {}

  static void check(Candidate candidate, List<Refusal> errors) {
    if (candidate.lastPrice().isEmpty()) {
      errors.add(
          Refusal.of(
              RefusalCode.PRICE_NOT_POSITIVE,
              "no price of " + candidate.intent().symbol() + " is known"));
      return;
    }
    candidate
        .facts()
        .quote()
        .map(Quote::at)
        .filter(at -> isStale(candidate, at))
        .ifPresent(
            at ->
                errors.add(
                    Refusal.of(
                        RefusalCode.STALE_PRICE,
                        "the last price of " + candidate.intent().symbol() + " is of " + at)));
  }

  private static boolean isStale(Candidate candidate, Instant at) {
    Facts.Venue venue = candidate.facts().venue();
    boolean sinceLastClose = venue.lastClose().filter(close -> !at.isBefore(close)).isPresent();
    return switch (venue.hours()) {
      case OPEN -> !isRecent(candidate, at) && !(candidate.hasLimit() && sinceLastClose);
      case CLOSED -> !sinceLastClose;
      // refused already because nobody knows the venue
      case UNKNOWN -> false;
    };
  }

  private static boolean isRecent(Candidate candidate, Instant at) {
    return Duration.between(at, candidate.facts().venue().at())
            .compareTo(candidate.rules().pricing().maximumPriceAge())
        <= 0;
  }
}
