package io.arduinotrader.optimization;

import io.arduinotrader.config.StatedRate;
import io.arduinotrader.protocol.optimization.OptimizationWork.ReturnFigures;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rooms know about the account and the securities of a question.
 *
 * @param portfolio the account's books
 * @param freeCash the account's free cash in base currency
 * @param securities the whole universe
 * @param known what is known of the securities' returns, with their latest scores
 * @param rates base currency to others, all that held in the window of the bars
 */
record Market(
    PortfolioView portfolio,
    Money freeCash,
    Map<Isin, SecurityRecord> securities,
    Map<Isin, ReturnFigures> known,
    Map<Isin, Quote> quotes,
    Map<Isin, BarColumns> bars,
    List<FxRate> rates) {

  /** The price of a share in base currency, empty when price or rate is unknown. */
  Optional<BigDecimal> basePrice(Isin isin) {
    return Optional.ofNullable(quotes.get(isin))
        .flatMap(
            quote ->
                newestRate(quote.price().currency())
                    .map(rate -> rate.toBase(quote.price().amount())));
  }

  /** The newest rate of a currency, one for the base currency itself. */
  Optional<FxRate> newestRate(Currency currency) {
    return history(currency).stream().max(Comparator.comparing(FxRate::at));
  }

  /** What is known of the return of a security. */
  ReturnFigures figures(Isin isin) {
    return known.getOrDefault(isin, ReturnFigures.UNKNOWN);
  }

  /** What the account holds once its open orders are done. */
  Map<Isin, Quantity> expectedShares() {
    Map<Isin, Quantity> shares = new LinkedHashMap<>();
    for (PortfolioView.Position position : portfolio.positions()) {
      shares.put(position.isin(), portfolio.freeShares(position.isin()));
    }
    for (PortfolioView.Reservation order : portfolio.reservations()) {
      if (order.side() == Side.BUY) {
        shares.merge(order.isin(), order.quantity(), Quantity::plus);
      }
    }
    return shares;
  }

  /** The free cash and what open sales are expected to bring, in base currency. */
  BigDecimal expectedCash() {
    BigDecimal cash = freeCash.amount();
    for (PortfolioView.Reservation order : portfolio.reservations()) {
      if (order.side() == Side.SELL) {
        BigDecimal price = basePrice(order.isin()).orElse(BigDecimal.ZERO);
        cash = cash.add(price.multiply(order.quantity().value()));
      }
    }
    return cash;
  }

  /**
   * Days and prices in base currency, each price at the newest rate not after its day. Days from
   * before the first rate are left out: nobody knows what a price was worth then. Only a rate that
   * the owner states stands for all days before it, too.
   */
  Prices baseHistory(Isin isin) {
    BarColumns columns = bars.get(isin);
    if (columns == null) {
      return new Prices(new int[0], new double[0]);
    }
    List<FxRate> rates = history(columns.currency());
    int[] days = new int[columns.size()];
    double[] prices = new double[days.length];
    int known = 0;
    int next = !rates.isEmpty() && rates.getFirst().source().equals(StatedRate.SOURCE) ? 1 : 0;
    for (int i = 0; i < days.length; i++) {
      while (next < rates.size() && day(rates.get(next)) <= columns.days()[i]) {
        next++;
      }
      if (next > 0) {
        days[known] = columns.days()[i];
        prices[known++] =
            columns.adjustedClose()[i] / rates.get(next - 1).quotePerBase().doubleValue();
      }
    }
    return new Prices(Arrays.copyOf(days, known), Arrays.copyOf(prices, known));
  }

  /** Columns of equal length. */
  @SuppressWarnings("ArrayRecordComponent") // columns of numbers: boxing them would cost tenfold
  record Prices(int[] days, double[] prices) {}

  /** All known rates of a currency, oldest first. */
  private List<FxRate> history(Currency currency) {
    if (currency.equals(Currency.EUR)) {
      return List.of(
          FxRate.identity(currency, LocalDate.EPOCH.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
    return rates.stream()
        .filter(rate -> rate.base().equals(Currency.EUR) && rate.quote().equals(currency))
        .sorted(Comparator.comparing(FxRate::at))
        .toList();
  }

  private static long day(FxRate rate) {
    return LocalDate.ofInstant(rate.at(), ZoneOffset.UTC).toEpochDay();
  }
}
