package io.arduinotrader.scoring.domain.group;

import java.util.OptionalDouble;

/**
 * What is known about the company behind a share; each figure may be missing, and missing is never
 * zero. Funds and commodities have no company: for them there is no record at all.
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
    OptionalDouble dividendGrowth) {}
