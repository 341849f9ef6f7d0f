package io.arduinotrader.portfolio.domain;

import static java.util.Objects.requireNonNull;

import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookDeposit;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookFill;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.MarkValue;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Release;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Reserve;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.PortfolioView.Reservation;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What an account may be asked in some random life: deposits, orders in three currencies, partial
 * fills with conversions, ends, marks, and repeats of anything asked before. A broker executes
 * within what was set aside.
 */
final class RandomTrading {

  private record Security(Isin isin, Symbol symbol, FxRate rate) {}

  private static final List<Security> SECURITIES =
      List.of(
          new Security(Books.SAP, Books.SAP_DE, Books.EUR_EUR),
          new Security(Books.APPLE, Books.APPLE_US, rate(Currency.USD, "1.0837")),
          new Security(
              new Isin("KYG875721634"), new Symbol("700.HK"), rate(Currency.HKD, "8.4519")));

  private final SplittableRandom random;
  private final List<PortfolioRequest> asked = new ArrayList<>();
  private final Map<IntentId, Reserve> orders = new HashMap<>();
  private LocalDate day = LocalDate.parse("2026-03-02");
  private int number;

  RandomTrading(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Something to ask of books in the given state. */
  PortfolioRequest next(PortfolioState state, PortfolioView view) {
    number++;
    List<Reservation> open = view.reservations();
    PortfolioRequest request =
        switch (random.nextInt(10)) {
          case 0 -> deposit();
          case 1, 2 -> buy();
          case 3 -> sell();
          case 4, 5, 6 -> open.isEmpty() ? deposit() : fill(open.get(random.nextInt(open.size())));
          case 7 ->
              open.isEmpty() ? buy() : new Release(open.get(random.nextInt(open.size())).intent());
          case 8 -> mark(state);
          default -> asked.isEmpty() ? deposit() : asked.get(random.nextInt(asked.size()));
        };
    asked.add(request);
    return request;
  }

  private BookDeposit deposit() {
    return new BookDeposit(new DepositId("d" + number), cents(1, 500_000, Currency.EUR), "");
  }

  private Reserve buy() {
    Security security = SECURITIES.get(random.nextInt(SECURITIES.size()));
    Currency currency = security.rate().quote();
    return order(security, Side.BUY, quantity(20_000), cents(100, 300_000, currency));
  }

  private Reserve sell() {
    Security security = SECURITIES.get(random.nextInt(SECURITIES.size()));
    return order(security, Side.SELL, quantity(10_000), Money.zero(security.rate().quote()));
  }

  private Reserve order(Security security, Side side, Quantity quantity, Money worstCost) {
    Reserve order =
        new Reserve(
            new IntentId("i" + number),
            side,
            security.isin(),
            security.symbol(),
            quantity,
            worstCost,
            security.rate());
    orders.put(order.intent(), order);
    return order;
  }

  private PortfolioRequest fill(Reservation open) {
    Reserve order = requireNonNull(orders.get(open.intent()));
    BigDecimal left = open.quantity().value();
    BigDecimal part = BigDecimal.valueOf(random.nextInt(1, 1001), 3);
    Quantity quantity = new Quantity(left.multiply(part).setScale(3, RoundingMode.UP).min(left));
    if (quantity.isZero()) {
      return new Release(open.intent());
    }
    return open.side() == Side.BUY ? bought(order, open, quantity) : sold(order, quantity);
  }

  private PortfolioRequest sold(Reserve order, Quantity quantity) {
    Currency currency = order.rate().quote();
    Price price = new Price(BigDecimal.valueOf(random.nextInt(1, 3_000_000), 4), currency);
    Money value = Money.rounded(price.times(quantity), currency);
    return fill(order, quantity, price, value.min(cents(0, 300, currency)), Optional.empty());
  }

  /** Pays at most what is still set aside, in the trade currency first, then by a conversion. */
  private PortfolioRequest bought(Reserve order, Reservation open, Quantity quantity) {
    Currency currency = order.rate().quote();
    Money own = amount(open, currency);
    Money euros = currency.equals(Currency.EUR) ? Money.zero(currency) : amount(open, Currency.EUR);
    Money convertible =
        Money.rounded(
            order.rate().toQuote(euros.amount()).multiply(new BigDecimal("0.98")), currency);
    Money budget = own.plus(convertible);
    BigDecimal part = BigDecimal.valueOf(random.nextInt(1, 1000), 3);
    BigDecimal unit = budget.amount().multiply(part).divide(quantity.value(), 4, RoundingMode.DOWN);
    if (unit.signum() <= 0) {
      return new Release(open.intent());
    }
    Price price = new Price(unit, currency);
    Money value = Money.rounded(price.times(quantity), currency);
    Money left = budget.minus(value);
    Money commission = left.signum() > 0 ? left.min(cents(0, 300, currency)) : Money.zero(currency);
    Money missing = value.plus(commission).minus(own);
    Optional<Conversion> conversion = Optional.empty();
    if (missing.signum() > 0) {
      Money sold = Money.roundedUp(order.rate().toBase(missing.amount()), Currency.EUR);
      if (euros.isLessThan(sold)) {
        return new Release(open.intent());
      }
      conversion = Optional.of(new Conversion(sold, missing, order.rate()));
    }
    return fill(order, quantity, price, commission, conversion);
  }

  private BookFill fill(
      Reserve order,
      Quantity quantity,
      Price price,
      Money commission,
      Optional<Conversion> conversion) {
    return new BookFill(
        new Fill(
            new FillId("f" + number),
            order.intent(),
            new BrokerOrderId("o-" + order.intent()),
            AccountId.DEFAULT,
            order.isin(),
            order.symbol(),
            order.side(),
            quantity,
            price,
            commission,
            order.rate(),
            conversion,
            Books.START.plusSeconds(random.nextInt(1_000_000))));
  }

  private MarkValue mark(PortfolioState state) {
    day = day.plusDays(random.nextInt(2));
    Money total = cents(0, 1_000_000, Currency.EUR);
    return new MarkValue(day, total, total, state.marks().netFlowOf(day));
  }

  private Quantity quantity(int thousandths) {
    return new Quantity(BigDecimal.valueOf(random.nextInt(1, thousandths), 3));
  }

  private Money cents(int least, int most, Currency currency) {
    return new Money(BigDecimal.valueOf(random.nextInt(least, most + 1), 2), currency);
  }

  private static Money amount(Reservation open, Currency currency) {
    return open.amounts().stream()
        .filter(amount -> amount.currency().equals(currency))
        .findFirst()
        .orElse(Money.zero(currency));
  }

  private static FxRate rate(Currency currency, String rate) {
    return new FxRate(Currency.EUR, currency, new BigDecimal(rate), Books.START, "test");
  }
}
