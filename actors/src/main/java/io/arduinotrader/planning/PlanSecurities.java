package io.arduinotrader.planning;

import io.arduinotrader.config.OptimizationSettings;
import io.arduinotrader.config.TargetGroup;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.PlanSecurity;
import io.arduinotrader.protocol.planning.PlanSecurity.Bounds;
import io.arduinotrader.protocol.planning.PlanSecurity.Holding;
import io.arduinotrader.protocol.planning.PlanSecurity.Outlook;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.MarketDataQuery.Quotes;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the rooms know about securities, in the words of the planner. */
record PlanSecurities(
    Map<Isin, SecurityRecord> universe,
    Quotes quotes,
    PortfolioView portfolio,
    TradingView trading,
    OptimizationSettings groups,
    Instant now) {

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final double USUAL_PRIORITY = 1;

  /**
   * The security as the planner sees it.
   *
   * @param held free shares
   * @param target wanted share of the portfolio, empty when nobody wants any
   * @throws IllegalStateException when it is not in the universe or its currency has no rate: a
   *     plan that leaves it out would value the portfolio wrongly
   */
  PlanSecurity security(SecurityView view, Quantity held, Optional<Double> target) {
    SecurityRecord record = universe.get(view.isin());
    if (record == null) {
      throw new IllegalStateException(view.isin() + " is not in the universe");
    }
    return new PlanSecurity(
        record.isin(),
        record.symbol(),
        record.name(),
        record.minimumLot(),
        price(record.isin()),
        rate(record.currency()),
        holding(record.isin(), held),
        countryGroup(record),
        industryGroups(record),
        view.latestScore().map(PlanSecurities::outlook).orElse(Outlook.UNKNOWN),
        new Bounds(target, share(record.minimumTarget()), share(record.maximumTarget())),
        USUAL_PRIORITY,
        open(record.isin()).or(() -> buyDisabled(record)),
        open(record.isin()).or(() -> sellDisabled(record)));
  }

  private Optional<Price> price(Isin isin) {
    return quotes.quotes().stream()
        .filter(quote -> quote.isin().equals(isin))
        .findFirst()
        .map(Quote::price);
  }

  private FxRate rate(Currency currency) {
    if (currency.equals(Currency.EUR)) {
      return FxRate.identity(currency, now);
    }
    return quotes.rates().stream()
        .filter(rate -> rate.quote().equals(currency))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no exchange rate is known for " + currency));
  }

  /** What was taken over from the broker was bought when it was first seen there. */
  private Holding holding(Isin isin, Quantity held) {
    Optional<Instant> firstBought =
        portfolio
            .position(isin)
            .filter(position -> !position.quantity().isZero())
            .map(Position::firstBought);
    return new Holding(
        held,
        portfolio.position(isin).flatMap(Position::averagePrice),
        firstBought,
        lastTraded(isin, Side.BUY).or(() -> firstBought),
        lastTraded(isin, Side.SELL));
  }

  private Optional<Instant> lastTraded(Isin isin, Side side) {
    return trading.lastTraded().stream()
        .filter(trade -> trade.isin().equals(isin) && trade.side() == side)
        .map(TradingView.LastTrade::at)
        .max(Instant::compareTo);
  }

  private String countryGroup(SecurityRecord record) {
    return groups(record.country(), groups.countryGroups()).findFirst().orElse("");
  }

  private List<String> industryGroups(SecurityRecord record) {
    return groups(record.industry(), groups.industryGroups()).distinct().toList();
  }

  private static Stream<String> groups(String names, List<TargetGroup> groups) {
    return Arrays.stream(names.split(",", -1))
        .map(String::strip)
        .flatMap(
            name ->
                groups.stream()
                    .filter(group -> group.members().stream().anyMatch(name::equalsIgnoreCase)))
        .map(TargetGroup::name);
  }

  private static Outlook outlook(SecurityScore score) {
    return new Outlook(
        Optional.of(score.total()),
        metric(score, SecurityMetric.DIVIDEND_YIELD),
        metric(score, SecurityMetric.RETURN_OUTLOOK),
        metric(score, SecurityMetric.PROMISE_OUTLOOK),
        metric(score, SecurityMetric.STABILITY_OUTLOOK),
        metric(score, SecurityMetric.GROWTH_5_YEARS)
            .or(() -> metric(score, SecurityMetric.GROWTH_10_YEARS)),
        metric(score, SecurityMetric.VOLATILITY),
        metric(score, SecurityMetric.QUALITY),
        metric(score, SecurityMetric.YEAR_HIGH));
  }

  private static Optional<Double> metric(SecurityScore score, SecurityMetric metric) {
    OptionalDouble measured = score.metric(metric);
    return measured.isPresent() ? Optional.of(measured.getAsDouble()) : Optional.empty();
  }

  private static Optional<Double> share(Optional<BigDecimal> percent) {
    return percent.map(points -> points.divide(PERCENT).doubleValue());
  }

  private Optional<Refusal> open(Isin isin) {
    return trading.open().stream()
        .filter(order -> order.isin().equals(isin))
        .findFirst()
        .map(
            order ->
                Refusal.of(
                    RefusalCode.PENDING_ORDER, "order " + order.intent() + " is still open"));
  }

  private static Optional<Refusal> buyDisabled(SecurityRecord record) {
    return record.active() && record.allowBuy()
        ? Optional.empty()
        : Optional.of(
            Refusal.of(RefusalCode.BUY_DISABLED, "the universe does not allow buying it"));
  }

  private static Optional<Refusal> sellDisabled(SecurityRecord record) {
    return record.allowSell()
        ? Optional.empty()
        : Optional.of(
            Refusal.of(RefusalCode.SELL_DISABLED, "the universe does not allow selling it"));
  }
}
