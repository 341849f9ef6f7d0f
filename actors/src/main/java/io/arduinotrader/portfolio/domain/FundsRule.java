package io.arduinotrader.portfolio.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.FundsReserved;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.SharesReserved;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Reserve;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What an order needs must be there, free, and is set aside before the broker hears of it. */
final class FundsRule {

  /** What a conversion may cost more than the rate says, until the broker has made it. */
  private static final BigDecimal CONVERSION_MARGIN = new BigDecimal("1.02");

  private FundsRule() {}

  /**
   * Cash for a buy: free cash of the trade currency first, the rest from the base currency with a
   * margin for the conversion, rounded up to the minor unit.
   */
  static Decision cash(PortfolioState state, Reserve request, Instant now) {
    Money cost = request.worstCost();
    Currency traded = cost.currency();
    if (cost.signum() <= 0) {
      return refused(RefusalCode.AMOUNT_NOT_POSITIVE, "a purchase must cost something: " + cost);
    }
    if (!request.rate().base().equals(Currency.EUR) || !request.rate().quote().equals(traded)) {
      return refused(
          RefusalCode.RATE_UNAVAILABLE,
          "a rate from %s to %s is needed, given was one from %s to %s"
              .formatted(Currency.EUR, traded, request.rate().base(), request.rate().quote()));
    }
    for (Currency currency : List.of(traded, Currency.EUR)) {
      if (state.cash().balance(currency).signum() < 0) {
        return refused(
            RefusalCode.NEGATIVE_BALANCE,
            "the balance is %s".formatted(state.cash().balance(currency)));
      }
    }
    Money ready = free(state, traded).min(cost);
    Money missing = cost.minus(ready);
    List<Money> amounts = new ArrayList<>();
    if (ready.signum() > 0) {
      amounts.add(ready);
    }
    if (missing.signum() > 0) {
      if (traded.equals(Currency.EUR)) {
        return refused(
            RefusalCode.INSUFFICIENT_FUNDS,
            "%s are needed and %s are free".formatted(cost, free(state, traded)));
      }
      Money toConvert =
          Money.roundedUp(
              request.rate().toBase(missing.amount()).multiply(CONVERSION_MARGIN), Currency.EUR);
      if (free(state, Currency.EUR).isLessThan(toConvert)) {
        return refused(
            RefusalCode.FX_CONVERSION_FAILED,
            "%s are needed, %s are free; the missing %s cost up to %s and %s are free"
                .formatted(
                    cost, free(state, traded), missing, toConvert, free(state, Currency.EUR)));
      }
      amounts.add(toConvert);
    }
    amounts.sort(Comparator.comparing(Money::currency));
    return new Decision.Events(
        List.of(
            new FundsReserved(
                request.intent(), request.isin(), request.quantity(), List.copyOf(amounts), now)));
  }

  /** Shares for a sale: nothing is sold that is not held or that another sale may take. */
  static Decision shares(PortfolioState state, Reserve request, Instant now) {
    Quantity held = state.holdings().quantity(request.isin());
    if (held.isZero()) {
      return refused(RefusalCode.NO_POSITION, "nothing is held of " + request.symbol());
    }
    Quantity reserved = state.reservations().shares(request.isin());
    if (held.value().subtract(reserved.value()).compareTo(request.quantity().value()) < 0) {
      return refused(
          RefusalCode.OVERSELL,
          "%s shares of %s are to be sold, %s are held and %s of them set aside"
              .formatted(request.quantity(), request.symbol(), held, reserved));
    }
    return new Decision.Events(
        List.of(new SharesReserved(request.intent(), request.isin(), request.quantity(), now)));
  }

  /** Zero at least: executions may have cost more than was set aside. */
  private static Money free(PortfolioState state, Currency currency) {
    Money free = state.cash().balance(currency).minus(state.reservations().cash(currency));
    return free.signum() < 0 ? Money.zero(currency) : free;
  }

  private static Decision refused(RefusalCode code, String message) {
    return new Decision.Refused(Refusal.of(code, message));
  }
}
