package io.arduinotrader.portfolio.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.DayValues.DayValue;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.DepositBooked;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.FillBooked;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.PositionsCorrected;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.ReservationReleased;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.ValueMarked;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookDeposit;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookFill;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.CorrectPositions;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Holding;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.MarkValue;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Release;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Reserve;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which changes of the books are granted. A repeat of a request that was granted before is granted
 * again and changes nothing, however late it comes.
 */
public final class PortfolioRules {

  private PortfolioRules() {}

  /** What a request leads to at an instant. */
  public static Decision decide(PortfolioState state, PortfolioRequest request, Instant now) {
    return switch (request) {
      case BookDeposit deposit -> deposit(state, deposit, now);
      case Reserve reserve -> reserve(state, reserve, now);
      case Release release -> release(state, release, now);
      case BookFill booking -> fill(state, booking.fill(), now);
      case CorrectPositions correction -> correction(state, correction, now);
      case PortfolioRequest.CorrectPosition correction ->
          CorrectionRule.position(state, correction, now);
      case PortfolioRequest.CorrectCash correction -> CorrectionRule.cash(state, correction, now);
      case MarkValue mark -> mark(state, mark, now);
    };
  }

  private static Decision deposit(PortfolioState state, BookDeposit request, Instant now) {
    Optional<Money> booked = Optional.ofNullable(state.known().deposits().get(request.id()));
    if (booked.isPresent()) {
      return booked.get().equals(request.amount())
          ? nothing()
          : refused(
              RefusalCode.CONFLICT,
              "deposit %s is booked with %s, not %s"
                  .formatted(request.id(), booked.get(), request.amount()));
    }
    if (request.amount().signum() <= 0) {
      return refused(
          RefusalCode.AMOUNT_NOT_POSITIVE, "a deposit must be above zero: " + request.amount());
    }
    if (!request.amount().currency().equals(Currency.EUR)) {
      return refused(
          RefusalCode.RATE_UNAVAILABLE,
          "deposits are booked in %s, not in %s"
              .formatted(Currency.EUR, request.amount().currency()));
    }
    return happens(new DepositBooked(request.id(), request.amount(), request.note(), now));
  }

  private static Decision reserve(PortfolioState state, Reserve request, Instant now) {
    if (state.reservations().isOpen(request.intent())) {
      return nothing();
    }
    if (state.known().released().contains(request.intent())) {
      return refused(
          RefusalCode.CONFLICT,
          "intent %s has ended and can reserve nothing any more".formatted(request.intent()));
    }
    if (request.quantity().isZero()) {
      return refused(RefusalCode.QTY_NOT_POSITIVE, "an order must be for more than no shares");
    }
    return switch (request.side()) {
      case BUY -> FundsRule.cash(state, request, now);
      case SELL -> FundsRule.shares(state, request, now);
    };
  }

  /** Also an intent that never reserved anything is noted as ended: its request may come late. */
  private static Decision release(PortfolioState state, Release request, Instant now) {
    return state.known().released().contains(request.intent())
        ? nothing()
        : happens(new ReservationReleased(request.intent(), now));
  }

  /**
   * An execution is a fact and booked whatever it does to the cash. Only what cannot be expressed
   * is refused: the books are behind or wrong, and the same request is granted once they are right.
   */
  private static Decision fill(PortfolioState state, Fill fill, Instant now) {
    if (state.known().fills().contains(fill.id())) {
      return nothing();
    }
    if (!fill.account().equals(state.account())) {
      return refused(
          RefusalCode.CONFLICT,
          "fill %s belongs to account %s".formatted(fill.id(), fill.account()));
    }
    if (!fill.rate().base().equals(Currency.EUR)) {
      return refused(
          RefusalCode.RATE_UNAVAILABLE,
          "fill %s has a rate from %s instead of %s"
              .formatted(fill.id(), fill.rate().base(), Currency.EUR));
    }
    Optional<Refusal> otherCurrency = otherCurrency(state, fill.isin(), fill.price().currency());
    if (otherCurrency.isPresent()) {
      return new Decision.Refused(otherCurrency.get());
    }
    Quantity held = state.holdings().quantity(fill.isin());
    if (fill.side() == Side.SELL && fill.quantity().compareTo(held) > 0) {
      return refused(
          RefusalCode.OVERSELL,
          ("fill %s sold %s shares of %s but %s are in the books; a missing purchase or a"
                  + " correction to at least %s must be booked first")
              .formatted(fill.id(), fill.quantity(), fill.symbol(), held, fill.quantity()));
    }
    return happens(new FillBooked(fill, now));
  }

  private static Decision correction(PortfolioState state, CorrectPositions request, Instant now) {
    if (state.known().corrections().contains(request.correctionId())) {
      return nothing();
    }
    Set<Isin> stated = new HashSet<>();
    for (Holding holding : request.holdings()) {
      Currency currency = holding.averagePrice().currency();
      if (!stated.add(holding.isin())) {
        return refused(RefusalCode.CONFLICT, holding.isin() + " is stated twice");
      }
      if (!holding.rate().base().equals(Currency.EUR) || !holding.rate().quote().equals(currency)) {
        return refused(
            RefusalCode.RATE_UNAVAILABLE,
            "%s needs a rate from %s to %s".formatted(holding.symbol(), Currency.EUR, currency));
      }
      Optional<Refusal> otherCurrency = otherCurrency(state, holding.isin(), currency);
      if (otherCurrency.isPresent()) {
        return new Decision.Refused(otherCurrency.get());
      }
    }
    return happens(
        new PositionsCorrected(request.correctionId(), request.holdings(), request.reason(), now));
  }

  private static Decision mark(PortfolioState state, MarkValue request, Instant now) {
    if (!request.total().currency().equals(Currency.EUR)
        || !request.cash().currency().equals(Currency.EUR)
        || !request.netFlow().currency().equals(Currency.EUR)) {
      return refused(RefusalCode.RATE_UNAVAILABLE, "a day's value is noted in " + Currency.EUR);
    }
    Optional<DayValue> last = state.marks().last();
    if (last.isPresent() && last.get().day().isAfter(request.day())) {
      return refused(
          RefusalCode.CONFLICT,
          "%s cannot be marked after %s".formatted(request.day(), last.get().day()));
    }
    Money booked = state.marks().netFlowOf(request.day());
    if (booked.isLessThan(request.netFlow())) {
      return refused(
          RefusalCode.CONFLICT,
          "%s of flows are stated for %s but %s are booked since the mark before: value again"
              .formatted(request.netFlow(), request.day(), booked));
    }
    DayValue value =
        new DayValue(request.day(), request.total(), request.cash(), request.netFlow());
    return last.isPresent() && last.get().equals(value)
        ? nothing()
        : happens(
            new ValueMarked(
                request.day(), request.total(), request.cash(), request.netFlow(), now));
  }

  /** Costs of two currencies cannot be averaged, so a position keeps the currency it has. */
  static Optional<Refusal> otherCurrency(PortfolioState state, Isin isin, Currency currency) {
    return state
        .holdings()
        .position(isin)
        .map(Position::currency)
        .filter(kept -> !kept.equals(currency))
        .map(
            kept ->
                Refusal.of(
                    RefusalCode.CONFLICT,
                    "%s is kept in %s, not in %s".formatted(isin, kept, currency)));
  }

  private static Decision happens(PortfolioEvent event) {
    return new Decision.Events(List.of(event));
  }

  private static Decision nothing() {
    return new Decision.Events(List.of());
  }

  private static Decision refused(RefusalCode code, String message) {
    return new Decision.Refused(Refusal.of(code, message));
  }
}
