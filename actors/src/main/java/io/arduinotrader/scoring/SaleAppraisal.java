package io.arduinotrader.scoring;

import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.scoring.ScoreExplanation.Gain;
import io.arduinotrader.protocol.scoring.ScoreExplanation.Sale;
import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.rule.Windfall;
import io.arduinotrader.protocol.vocab.rule.WindfallRules;
import io.arduinotrader.scoring.domain.indicator.PriceIndicators;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators.Instability;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators.PositionDrawdown;
import io.arduinotrader.scoring.domain.sell.HeldPosition;
import io.arduinotrader.scoring.domain.sell.SellScore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Weighs whether to sell what is held of a security. */
final class SaleAppraisal {

  private final Facts facts;
  private final Optional<PortfolioView> books;
  private final TradingView trading;
  private final Instant now;

  SaleAppraisal(Facts facts, Optional<PortfolioView> books, TradingView trading, Instant now) {
    this.facts = facts;
    this.books = books;
    this.trading = trading;
    this.now = now;
  }

  /** The appraisal of a position. */
  Sale of(
      SecurityRecord security,
      PositionValue held,
      Optional<SecurityScore> score,
      AccountPicture account) {
    HeldPosition position = position(security, held, score, account);
    SellScore sell = SellScore.of(position, facts.standards().selling());
    Map<String, Double> parts = new TreeMap<>();
    sell.parts().forEach((part, value) -> parts.put(part.key(), value));
    return new Sale(
        sell.block().map(Enum::name),
        sell.total(),
        parts,
        sell.size().quantity(),
        sell.value(),
        position.profit(),
        gain(position, score));
  }

  private HeldPosition position(
      SecurityRecord security,
      PositionValue held,
      Optional<SecurityScore> score,
      AccountPicture account) {
    double quantity = held.quantity().value().doubleValue();
    OptionalLong daysHeld = daysHeld(security.isin());
    OptionalLong sinceBuy = daysSince(security.isin(), Side.BUY);
    return new HeldPosition(
        security.allowSell(),
        quantity,
        security.minimumLot().value().doubleValue(),
        held.marketValue().amount().doubleValue() / quantity,
        held.cost().amount().doubleValue() / quantity,
        daysHeld,
        sinceBuy.isPresent() ? sinceBuy : daysHeld,
        daysSince(security.isin(), Side.SELL),
        new HeldPosition.Surroundings(
            account.regionShare(security), account.industryShares(security), account.total()),
        signs(score),
        drawdown(security.isin()));
  }

  private OptionalLong daysHeld(Isin isin) {
    return books.stream()
        .flatMap(portfolio -> portfolio.position(isin).stream())
        .mapToLong(position -> days(position.firstBought()))
        .findFirst();
  }

  private OptionalLong daysSince(Isin isin, Side side) {
    return trading.lastTraded().stream()
        .filter(trade -> trade.isin().equals(isin))
        .filter(trade -> trade.side() == side)
        .mapToLong(trade -> days(trade.at()))
        .min();
  }

  private long days(Instant then) {
    return Math.max(0, Duration.between(then, now).toDays());
  }

  private static Optional<Instability> signs(Optional<SecurityScore> score) {
    OptionalDouble recent = Explanation.metric(score, SecurityMetric.RECENT_VOLATILITY);
    OptionalDouble usual = Explanation.metric(score, SecurityMetric.VOLATILITY);
    if (recent.isEmpty() || usual.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble close = Explanation.metric(score, SecurityMetric.CLOSE);
    OptionalDouble average = Explanation.metric(score, SecurityMetric.LONG_AVERAGE);
    return Optional.of(
        new Instability(
            recent.getAsDouble(),
            usual.getAsDouble(),
            close.isEmpty() || average.isEmpty()
                ? OptionalDouble.empty()
                : PriceIndicators.distance(close.getAsDouble(), average.getAsDouble())));
  }

  private Optional<PositionDrawdown> drawdown(Isin isin) {
    return facts
        .series(isin)
        .flatMap(
            bars ->
                RiskIndicators.positionDrawdown(
                    bars.adjustedCloses().newest(PriceIndicators.BARS_PER_YEAR)));
  }

  private Optional<Gain> gain(HeldPosition position, Optional<SecurityScore> score) {
    if (!(position.averagePrice() > 0) || position.daysHeld().isEmpty()) {
      return Optional.empty();
    }
    Windfall windfall =
        Windfall.of(
            position.profit(),
            Windfall.years(position.daysHeld().getAsLong()),
            Explanation.metric(score, SecurityMetric.GROWTH_5_YEARS),
            Explanation.metric(score, SecurityMetric.GROWTH_10_YEARS),
            WindfallRules.SECOND_EDITION);
    Windfall.Taking taking =
        windfall.taking(WindfallRules.SECOND_EDITION, facts.standards().windfallExcess());
    return Optional.of(
        new Gain(windfall.expected(), windfall.score(), taking.reason().name(), taking.share()));
  }
}
