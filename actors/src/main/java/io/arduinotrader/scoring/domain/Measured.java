package io.arduinotrader.scoring.domain;

import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.scoring.domain.dividend.PaidDividends;
import io.arduinotrader.scoring.domain.endstate.EndStateRules;
import io.arduinotrader.scoring.domain.endstate.HoldingOutlook;
import io.arduinotrader.scoring.domain.group.FundamentalFigures;
import io.arduinotrader.scoring.domain.group.GroupScore;
import io.arduinotrader.scoring.domain.group.PartScore;
import io.arduinotrader.scoring.domain.group.ScorePart;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Gathers the figures that others read; what could not be measured is left out. */
final class Measured {

  private static final double USUAL_YIELD = 0.03;

  private final Map<SecurityMetric, Double> figures = new EnumMap<>(SecurityMetric.class);

  private Measured() {}

  static Map<SecurityMetric, Double> of(
      PriceMeasures prices,
      double close,
      FundamentalFigures company,
      PaidDividends dividends,
      OptionalDouble quality,
      List<GroupScore> groups,
      double targetReturn) {
    return new Measured()
        .put(SecurityMetric.GROWTH_5_YEARS, prices.recentGrowth())
        .put(SecurityMetric.GROWTH_10_YEARS, prices.decadeGrowth())
        .put(SecurityMetric.SHARPE, prices.sharpe())
        .put(SecurityMetric.SORTINO, prices.sortino())
        .put(SecurityMetric.VOLATILITY, prices.volatility())
        .put(SecurityMetric.RECENT_VOLATILITY, prices.recentVolatility())
        .put(SecurityMetric.MAXIMUM_DRAWDOWN, prices.maximumDrawdown())
        .put(SecurityMetric.YEAR_HIGH, prices.yearHigh())
        .put(SecurityMetric.LONG_AVERAGE, prices.longAverage())
        .put(SecurityMetric.CLOSE, OptionalDouble.of(close))
        .put(SecurityMetric.HISTORY_YEARS, OptionalDouble.of(prices.months() / 12.0))
        .put(SecurityMetric.QUALITY, quality)
        .put(SecurityMetric.DIVIDEND_YIELD, company.dividendYield())
        .put(SecurityMetric.PAYOUT_RATIO, company.payoutRatio())
        .put(SecurityMetric.DIVIDEND_STABILITY, stability(company, dividends))
        .putParts(groups)
        .putOutlook(targetReturn)
        .figures;
  }

  private Measured put(SecurityMetric metric, OptionalDouble figure) {
    figure.ifPresent(value -> figures.put(metric, value));
    return this;
  }

  private Measured putParts(List<GroupScore> groups) {
    for (GroupScore group : groups) {
      for (PartScore part : group.parts()) {
        if (part.coverage() > 0) {
          putPart(part);
        }
      }
    }
    return this;
  }

  /** What nothing is known of has no outlook; a figure that is missing among others is neutral. */
  private Measured putOutlook(double targetReturn) {
    HoldingOutlook outlook =
        HoldingOutlook.of(
            new HoldingOutlook.Figures(
                figure(SecurityMetric.GROWTH_5_YEARS),
                figure(SecurityMetric.DIVIDEND_YIELD),
                figure(SecurityMetric.STEADINESS),
                figure(SecurityMetric.FINANCIAL_STRENGTH),
                figure(SecurityMetric.DIVIDEND_CONSISTENCY),
                figure(SecurityMetric.PAYOUT_RATIO),
                figure(SecurityMetric.SORTINO),
                figure(SecurityMetric.VOLATILITY),
                figure(SecurityMetric.MAXIMUM_DRAWDOWN),
                figure(SecurityMetric.SHARPE)),
            EndStateRules.SECOND_EDITION.withTarget(targetReturn));
    if (knowsAny(SecurityMetric.GROWTH_5_YEARS)) {
      figures.put(SecurityMetric.RETURN_OUTLOOK, outlook.totalReturn());
    }
    if (knowsAny(
        SecurityMetric.STEADINESS,
        SecurityMetric.FINANCIAL_STRENGTH,
        SecurityMetric.DIVIDEND_CONSISTENCY,
        SecurityMetric.PAYOUT_RATIO,
        SecurityMetric.SORTINO)) {
      figures.put(SecurityMetric.PROMISE_OUTLOOK, outlook.promise());
    }
    if (knowsAny(
        SecurityMetric.VOLATILITY, SecurityMetric.MAXIMUM_DRAWDOWN, SecurityMetric.SHARPE)) {
      figures.put(SecurityMetric.STABILITY_OUTLOOK, outlook.stability());
    }
    return this;
  }

  private boolean knowsAny(SecurityMetric... metrics) {
    return Arrays.stream(metrics).anyMatch(figures::containsKey);
  }

  private OptionalDouble figure(SecurityMetric metric) {
    Double known = figures.get(metric);
    return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
  }

  private void putPart(PartScore part) {
    if (part.part() == ScorePart.STEADINESS) {
      put(SecurityMetric.STEADINESS, part.score());
    } else if (part.part() == ScorePart.FINANCIAL_STRENGTH) {
      put(SecurityMetric.FINANCIAL_STRENGTH, part.score());
    } else if (part.part() == ScorePart.DIVIDEND_CONSISTENCY) {
      put(SecurityMetric.DIVIDEND_CONSISTENCY, part.score());
    } else if (part.part() == ScorePart.MOMENTUM) {
      put(SecurityMetric.MOMENTUM, part.raw());
    }
  }

  private static OptionalDouble stability(FundamentalFigures company, PaidDividends dividends) {
    return dividends
        .history()
        .map(history -> OptionalDouble.of(history.stability(company.dividendYield(), USUAL_YIELD)))
        .orElse(OptionalDouble.empty());
  }
}
