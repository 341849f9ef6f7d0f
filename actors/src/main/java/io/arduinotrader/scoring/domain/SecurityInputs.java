package io.arduinotrader.scoring.domain;

import io.arduinotrader.protocol.scoring.PortfolioFit;
import io.arduinotrader.scoring.domain.group.AnalystView;
import io.arduinotrader.scoring.domain.group.FundamentalFigures;
import io.arduinotrader.scoring.domain.indicator.BarSeries;
import java.util.Optional;

/**
 * What is known about a security on a day.
 *
 * @param company whether there is a company behind it; funds and commodities are not judged by
 *     figures they cannot have
 * @param fundamentals absent when unknown
 * @param analysts their view, absent when unknown
 * @param fit how it would sit in the portfolio, absent when no portfolio is known
 */
public record SecurityInputs(
    BarSeries bars,
    boolean company,
    Optional<FundamentalFigures> fundamentals,
    Optional<AnalystView> analysts,
    Optional<PortfolioFit> fit) {

  /** Leaves out what a fund cannot have. */
  public SecurityInputs {
    if (!company) {
      fundamentals = fundamentals.map(FundamentalFigures::distributions);
      analysts = Optional.empty();
    }
  }

  /** Prices and nothing else. */
  public static SecurityInputs pricesOnly(BarSeries bars) {
    return new SecurityInputs(bars, true, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
