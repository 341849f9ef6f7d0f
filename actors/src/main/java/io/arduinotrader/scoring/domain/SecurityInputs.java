package io.arduinotrader.scoring.domain;

import io.arduinotrader.scoring.domain.group.AnalystView;
import io.arduinotrader.scoring.domain.group.FundamentalFigures;
import io.arduinotrader.scoring.domain.indicator.BarSeries;
import java.util.Optional;

/**
 * What is known about a security on a day.
 *
 * @param fundamentals of the company, absent when unknown and for products without a company
 * @param analysts their view, absent when unknown
 */
public record SecurityInputs(
    BarSeries bars, Optional<FundamentalFigures> fundamentals, Optional<AnalystView> analysts) {

  /** Prices and nothing else. */
  public static SecurityInputs pricesOnly(BarSeries bars) {
    return new SecurityInputs(bars, Optional.empty(), Optional.empty());
  }
}
