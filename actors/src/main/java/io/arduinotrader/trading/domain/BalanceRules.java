package io.arduinotrader.trading.domain;

import static io.arduinotrader.trading.domain.Candidate.refusal;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether there is something to sell, or cash to buy with. The portfolio decides the same once more
 * when it sets funds or shares aside; here the answer can be had without doing so.
 */
final class BalanceRules {

  private BalanceRules() {}

  static void check(Candidate candidate, Optional<Costs> costs, List<Refusal> errors) {
    if (candidate.facts().listing().isPresent() && candidate.rate().isEmpty()) {
      errors.add(
          Refusal.of(
              RefusalCode.RATE_UNAVAILABLE,
              "no exchange rate is known for " + candidate.intent().symbol()));
    }
    Optional<Facts.Books> books = candidate.facts().books();
    if (books.isEmpty()) {
      errors.add(Refusal.of(RefusalCode.CASH_UNKNOWN, "positions and balances cannot be read now"));
    } else if (candidate.buys()) {
      costs
          .flatMap(known -> funds(candidate.rules().pricing(), books.get(), known))
          .ifPresent(errors::add);
    } else {
      shares(candidate, books.get()).ifPresent(errors::add);
    }
  }

  private static Optional<Refusal> shares(Candidate candidate, Facts.Books books) {
    Quantity wanted = candidate.intent().quantity();
    if (books.held().isZero()) {
      return Optional.of(
          refusal(
              RefusalCode.NO_POSITION,
              "no shares of " + candidate.intent().symbol() + " are held",
              "quantity"));
    }
    return wanted.compareTo(books.freeShares()) > 0
        ? Optional.of(
            refusal(
                RefusalCode.OVERSELL,
                "%s to sell, %s held, %s free".formatted(wanted, books.held(), books.freeShares()),
                "quantity"))
        : Optional.empty();
  }

  private static Optional<Refusal> funds(
      TradingRules.Pricing pricing, Facts.Books books, Costs costs) {
    Optional<Money> negative =
        Stream.of(books.traded().balance(), books.base().balance())
            .filter(balance -> balance.signum() < 0)
            .findFirst();
    if (negative.isPresent()) {
      return Optional.of(
          Refusal.of(RefusalCode.NEGATIVE_BALANCE, "the balance is " + negative.get()));
    }
    Money free = books.traded().free();
    if (!free.isLessThan(costs.worst())) {
      return Optional.empty();
    }
    if (free.currency().equals(costs.rate().base()) || !pricing.convertFromBase()) {
      return Optional.of(
          Refusal.of(
              RefusalCode.INSUFFICIENT_FUNDS,
              costs.worst() + " needed at worst, " + free + " free"));
    }
    BigDecimal missing = costs.worst().amount().subtract(free.amount().max(BigDecimal.ZERO));
    Money fromBase =
        Money.roundedUp(
            costs.rate().toBase(missing).multiply(BigDecimal.ONE.add(pricing.exchangeMargin())),
            costs.rate().base());
    return books.base().free().isLessThan(fromBase)
        ? Optional.of(
            Refusal.of(
                RefusalCode.FX_CONVERSION_FAILED,
                "%s needed to buy %s %s, %s free"
                    .formatted(
                        fromBase, missing.toPlainString(), free.currency(), books.base().free())))
        : Optional.empty();
  }
}
