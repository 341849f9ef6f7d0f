package io.arduinotrader.scoring.domain.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A position as the portfolio's health sees it.
 *
 * @param value in base currency, zero or more
 * @param country the group its country belongs to, absent when unknown
 * @param industries the groups of its industries, empty when unknown
 * @param dividendYield per year as a fraction of the price, absent when unknown
 * @param quality 0 to 1, absent when unknown
 */
public record Holding(
    double value,
    Optional<String> country,
    List<String> industries,
    OptionalDouble dividendYield,
    OptionalDouble quality) {

  /** Copies the list. */
  public Holding {
    industries = List.copyOf(industries);
  }

  Holding withValue(double worth) {
    return new Holding(worth, country, industries, dividendYield, quality);
  }
}
