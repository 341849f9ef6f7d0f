package io.arduinotrader.portfolio.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.CashCorrected;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.PositionCorrected;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Basis;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.CorrectCash;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.CorrectPosition;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a single figure may become the broker's. A person approved one difference, so the books
 * must still say what that person saw, and nothing that an open order counts on may go.
 */
final class CorrectionRule {

  private CorrectionRule() {}

  static Decision position(PortfolioState state, CorrectPosition request, Instant now) {
    if (state.known().corrections().contains(request.correctionId())) {
      return new Decision.Events(List.of());
    }
    Quantity held = state.holdings().quantity(request.isin());
    if (!held.equals(request.expected())) {
      return conflict(
          "%s shares of %s are in the books now, not %s: look at the difference again"
              .formatted(held, request.symbol(), request.expected()));
    }
    Quantity reserved = state.reservations().shares(request.isin());
    if (reserved.compareTo(request.quantity()) > 0) {
      return conflict(
          "%s shares of %s are set aside for an open order".formatted(reserved, request.symbol()));
    }
    if (request.basis().isEmpty() && held.isZero() && !request.quantity().isZero()) {
      return refused(
          RefusalCode.PRICE_NOT_POSITIVE,
          "the books do not know what %s cost".formatted(request.symbol()));
    }
    return request
        .basis()
        .flatMap(basis -> unusable(state, request, basis))
        .<Decision>map(Decision.Refused::new)
        .orElseGet(
            () ->
                new Decision.Events(
                    List.of(
                        new PositionCorrected(
                            request.correctionId(),
                            request.isin(),
                            request.symbol(),
                            request.quantity(),
                            request.basis(),
                            request.reason(),
                            request.by(),
                            now))));
  }

  static Decision cash(PortfolioState state, CorrectCash request, Instant now) {
    if (state.known().corrections().contains(request.correctionId())) {
      return new Decision.Events(List.of());
    }
    Currency currency = request.expected().currency();
    if (!currency.equals(request.balance().currency())) {
      return conflict("%s cannot become %s".formatted(request.expected(), request.balance()));
    }
    Money balance = state.cash().balance(currency);
    if (!balance.equals(request.expected())) {
      return conflict(
          "%s are in the books now, not %s: look at the difference again"
              .formatted(balance, request.expected()));
    }
    Money reserved = state.reservations().cash(currency);
    if (reserved.signum() > 0 && request.balance().isLessThan(reserved)) {
      return conflict("%s are set aside for open orders".formatted(reserved));
    }
    return new Decision.Events(
        List.of(
            new CashCorrected(
                request.correctionId(),
                request.balance().plus(balance.negated()),
                request.reason(),
                request.by(),
                now)));
  }

  private static Optional<Refusal> unusable(
      PortfolioState state, CorrectPosition request, Basis basis) {
    Currency currency = basis.averagePrice().currency();
    return basis.rate().base().equals(Currency.EUR) && basis.rate().quote().equals(currency)
        ? PortfolioRules.otherCurrency(state, request.isin(), currency)
        : Optional.of(
            Refusal.of(
                RefusalCode.RATE_UNAVAILABLE,
                "%s needs a rate from %s to %s"
                    .formatted(request.symbol(), Currency.EUR, currency)));
  }

  private static Decision conflict(String message) {
    return refused(RefusalCode.CONFLICT, message);
  }

  private static Decision refused(RefusalCode code, String message) {
    return new Decision.Refused(Refusal.of(code, message));
  }
}
