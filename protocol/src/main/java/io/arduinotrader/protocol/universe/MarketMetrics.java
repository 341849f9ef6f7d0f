package io.arduinotrader.protocol.universe;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Figures about a security's market. Each may be missing, because there is too little history or no
 * source knows it, and missing is never zero.
 *
 * @param asOf the day of the last bar the figures were computed from
 * @param beta how much the security moves with the market
 * @param volatility standard deviation of daily returns per year, as a fraction
 * @param averageVolume20 shares a session over the last 20 sessions
 * @param averageVolume60 shares a session over the last 60 sessions
 * @param marketCapitalization in the trade currency
 * @param priceEarnings price to trailing earnings
 * @param dividendYield per year, as a fraction of the price
 * @param dayChange last close minus the close before, per share in the trade currency
 * @param dayChangePercent the same in percent points of the close before
 * @param high52Weeks highest price of the last 52 weeks
 * @param low52Weeks lowest price of the last 52 weeks
 */
public record MarketMetrics(
    Isin isin,
    Currency currency,
    Optional<LocalDate> asOf,
    OptionalDouble beta,
    OptionalDouble volatility,
    OptionalDouble averageVolume20,
    OptionalDouble averageVolume60,
    OptionalDouble marketCapitalization,
    OptionalDouble priceEarnings,
    OptionalDouble dividendYield,
    Optional<BigDecimal> dayChange,
    OptionalDouble dayChangePercent,
    Optional<Price> high52Weeks,
    Optional<Price> low52Weeks) {}
