package io.arduinotrader.portfolio.domain.valuation;

import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.portfolio.PortfolioView.Reservation;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Region;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What a portfolio is worth, if that can be said. */
public sealed interface Valuation {

  /** It is worth this. */
  record Valued(AccountValue value) implements Valuation {}

  /** No rate is known for these currencies; they are not counted as if they were euros. */
  record Unvaluable(List<Currency> currencies) implements Valuation {}

  /**
   * Values a portfolio. A position whose price nobody knows is valued at its average price and
   * flagged, for that is the last price at which it is known to have been traded.
   *
   * @param securities what is known about securities; unknown ones get no sector
   */
  static Valuation of(PortfolioView portfolio, Market market, Map<Isin, SecurityFacts> securities) {
    Set<Currency> unknown = new TreeSet<>(currencies(portfolio, market));
    unknown.removeIf(currency -> market.rate(currency).isPresent());
    return unknown.isEmpty()
        ? new Valued(value(portfolio, market, securities))
        : new Unvaluable(List.copyOf(unknown));
  }

  private static Set<Currency> currencies(PortfolioView portfolio, Market market) {
    Set<Currency> needed = new TreeSet<>();
    for (Position position : portfolio.positions()) {
      if (!position.quantity().isZero()) {
        needed.add(
            market
                .quote(position.isin())
                .map(quote -> quote.price().currency())
                .orElse(position.currency()));
      }
    }
    needed.addAll(cashCurrencies(portfolio));
    return needed;
  }

  private static Set<Currency> cashCurrencies(PortfolioView portfolio) {
    Set<Currency> held = new TreeSet<>();
    portfolio.cash().stream()
        .filter(balance -> balance.signum() != 0)
        .forEach(balance -> held.add(balance.currency()));
    for (Reservation reservation : portfolio.reservations()) {
      reservation.amounts().stream()
          .filter(amount -> amount.signum() != 0)
          .forEach(amount -> held.add(amount.currency()));
    }
    return held;
  }

  private static AccountValue value(
      PortfolioView portfolio, Market market, Map<Isin, SecurityFacts> securities) {
    List<PositionValue> positions =
        portfolio.positions().stream()
            .filter(position -> !position.quantity().isZero())
            .map(position -> value(position, market, securities))
            .sorted(
                Comparator.comparing((PositionValue value) -> value.marketValue().amount())
                    .reversed()
                    .thenComparing(PositionValue::symbol))
            .toList();
    Money invested = sum(positions, PositionValue::marketValue);
    Money cost = sum(positions, PositionValue::cost);
    Money gain = invested.minus(cost);
    Money freeCash = cash(portfolio, market, portfolio::free);
    Money stale =
        sum(positions.stream().filter(PositionValue::stale).toList(), PositionValue::marketValue);
    Allocation sectors = Allocation.nothing(invested);
    Allocation regions = Allocation.nothing(invested);
    for (PositionValue position : positions) {
      Optional<SecurityFacts> facts = Optional.ofNullable(securities.get(position.isin()));
      sectors =
          sectors.with(facts.map(Valuation::sectors).orElse(List.of()), position.marketValue());
      regions =
          regions.with(
              Region.of(facts.map(SecurityFacts::country).orElse(""), position.symbol())
                  .map(List::of)
                  .orElse(List.of()),
              position.marketValue());
    }
    return new AccountValue(
        positions,
        invested,
        cash(portfolio, market, portfolio::balance),
        freeCash.signum() < 0 ? Money.zero(Currency.EUR) : freeCash,
        cost,
        gain,
        rounded(Repricing.percent(gain.amount(), cost.amount())),
        sectors.shares(),
        regions.shares(),
        invested.signum() == 0
            ? BigDecimal.ZERO
            : stale.amount().divide(invested.amount(), 6, RoundingMode.HALF_EVEN));
  }

  private static PositionValue value(
      Position position, Market market, Map<Isin, SecurityFacts> securities) {
    Optional<SecurityFacts> facts = Optional.ofNullable(securities.get(position.isin()));
    Symbol symbol = facts.map(SecurityFacts::symbol).orElse(position.symbol());
    Optional<Quote> quote = market.quote(position.isin());
    Price average = position.averagePrice().orElseThrow();
    Price price = quote.map(Quote::price).orElse(average);
    FxRate rate = market.rate(price.currency()).orElseThrow();
    Repricing repricing = Repricing.of(position, price, rate);
    Money marketValue = Money.rounded(repricing.marketValue(), Currency.EUR);
    Money cost = Money.rounded(position.baseCost(), Currency.EUR);
    return new PositionValue(
        position.isin(),
        symbol,
        facts.map(SecurityFacts::name).filter(name -> !name.isBlank()).orElse(symbol.value()),
        position.quantity(),
        average,
        quote,
        marketValue,
        cost,
        marketValue.minus(cost),
        rounded(repricing.gainPercent()),
        quote.isEmpty() || market.isOld(quote.get().at()) || market.isOld(rate.at()));
  }

  private static Money cash(
      PortfolioView portfolio, Market market, Function<Currency, Money> amount) {
    Money sum = Money.zero(Currency.EUR);
    for (Currency currency : cashCurrencies(portfolio)) {
      BigDecimal worth =
          market.rate(currency).orElseThrow().toBase(amount.apply(currency).amount());
      sum = sum.plus(Money.rounded(worth, Currency.EUR));
    }
    return sum;
  }

  private static List<String> sectors(SecurityFacts facts) {
    return Allocation.labels(facts.sector().isBlank() ? facts.industry() : facts.sector());
  }

  private static Money sum(List<PositionValue> positions, Function<PositionValue, Money> part) {
    return positions.stream().map(part).reduce(Money.zero(Currency.EUR), Money::plus);
  }

  private static BigDecimal rounded(BigDecimal percent) {
    return percent.setScale(6, RoundingMode.HALF_EVEN);
  }
}
