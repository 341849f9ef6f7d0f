package io.arduinotrader.protocol.universe;

import java.util.Arrays;
import java.util.Optional;

/**
 * A figure about a company, its unit, and the range outside of which it cannot have that unit:
 * providers change from fractions to percent points without telling.
 */
public enum CompanyFigure {
  PRICE_EARNINGS("price_earnings", "a ratio", -100_000, 100_000),
  FORWARD_PRICE_EARNINGS("forward_price_earnings", "a ratio", -100_000, 100_000),
  PROFIT_MARGIN("profit_margin", "a fraction of revenue", -1_000, 1),
  DEBT_TO_EQUITY("debt_to_equity", "a ratio", -30, 30),
  CURRENT_RATIO("current_ratio", "a ratio", 0, 200),
  DIVIDEND_YIELD("dividend_yield", "a fraction of the price", 0, 0.5),
  PAYOUT_RATIO("payout_ratio", "a fraction of earnings", -20, 20),
  DIVIDEND_GROWTH("dividend_growth", "a fraction per year", -1, 5),
  RECOMMENDATION("recommendation", "0 for a strong sell to 1 for a strong buy", 0, 1),
  PRICE_TARGET_UPSIDE("price_target_upside", "a fraction of the price", -1, 5);

  private final String key;
  private final String unit;
  private final double least;
  private final double most;

  CompanyFigure(String key, String unit, double least, double most) {
    this.key = key;
    this.unit = unit;
    this.least = least;
    this.most = most;
  }

  /** The public name. */
  public String key() {
    return key;
  }

  /** The figure of a public name, empty when there is none. */
  public static Optional<CompanyFigure> of(String key) {
    return Arrays.stream(values()).filter(figure -> figure.key.equals(key)).findFirst();
  }

  /** What is wrong with a value, empty when it can be true. */
  public Optional<String> complaint(double value) {
    return value >= least && value <= most
        ? Optional.empty()
        : Optional.of("is " + unit + " between " + least + " and " + most + ", not " + value);
  }
}
