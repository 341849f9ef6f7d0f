package io.arduinotrader.protocol.universe;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Company figures of a security; each may be missing, and missing is never zero.
 *
 * @param asOf the day the figures describe
 * @param marketCapitalization in the trade currency
 * @param priceEarnings price to trailing earnings
 * @param dividendYield per year, as a fraction of the price
 * @param profitMargin fraction of revenue
 * @param returnOnEquity fraction per year
 * @param debtToEquity ratio
 * @param currentRatio current assets to current liabilities
 * @param revenueGrowth fraction per year
 * @param earningsGrowth fraction per year
 * @param source who said so
 */
public record Fundamentals(
    LocalDate asOf,
    OptionalDouble marketCapitalization,
    OptionalDouble priceEarnings,
    OptionalDouble dividendYield,
    OptionalDouble profitMargin,
    OptionalDouble returnOnEquity,
    OptionalDouble debtToEquity,
    OptionalDouble currentRatio,
    OptionalDouble revenueGrowth,
    OptionalDouble earningsGrowth,
    Optional<String> industry,
    String source) {}
