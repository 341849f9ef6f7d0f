package io.arduinotrader.scoring.domain.group;

import java.util.OptionalDouble;

/**
 * What is known about the company behind a share; each figure may be missing, and missing is never
 * zero. Funds and commodities have no company; of these figures only distributions are theirs.
 *
 * @param trailingPriceEarnings price to the earnings of the last year
 * @param forwardPriceEarnings price to the earnings expected for the next year
 * @param profitMargin fraction of revenue
 * @param debtToEquity as a ratio, 1.5 for debt of one and a half times the equity
 * @param currentRatio current assets to current liabilities
 * @param dividendYield annual dividends as a fraction of the price
 * @param payoutRatio dividends as a fraction of earnings
 * @param dividendGrowth annual growth of the dividend, as a fraction
 */
public record FundamentalFigures(
    OptionalDouble trailingPriceEarnings,
    OptionalDouble forwardPriceEarnings,
    OptionalDouble profitMargin,
    OptionalDouble debtToEquity,
    OptionalDouble currentRatio,
    OptionalDouble dividendYield,
    OptionalDouble payoutRatio,
    OptionalDouble dividendGrowth) {

  /** Nothing is known. */
  public static final FundamentalFigures NONE =
      new FundamentalFigures(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  /** What of it makes sense for a fund: what it pays out, not what a company earns and owes. */
  public FundamentalFigures distributions() {
    return new FundamentalFigures(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        dividendYield,
        OptionalDouble.empty(),
        dividendGrowth);
  }

  /** The same with what is known of dividends from elsewhere, where it is not known here. */
  public FundamentalFigures withDividends(OptionalDouble yield, OptionalDouble growth) {
    OptionalDouble paid = dividendYield.isPresent() ? dividendYield : yield;
    return new FundamentalFigures(
        trailingPriceEarnings,
        forwardPriceEarnings,
        profitMargin,
        debtToEquity,
        currentRatio,
        paid,
        payoutRatio.isPresent() ? payoutRatio : payout(paid, trailingPriceEarnings),
        dividendGrowth.isPresent() ? dividendGrowth : growth);
  }

  /** Dividends to price times price to earnings is dividends to earnings. */
  private static OptionalDouble payout(OptionalDouble yield, OptionalDouble priceEarnings) {
    return yield.isPresent() && priceEarnings.isPresent()
        ? OptionalDouble.of(yield.getAsDouble() * priceEarnings.getAsDouble())
        : OptionalDouble.empty();
  }
}
