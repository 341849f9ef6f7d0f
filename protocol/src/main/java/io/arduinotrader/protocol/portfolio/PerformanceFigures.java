package io.arduinotrader.protocol.portfolio;

import io.arduinotrader.protocol.vocab.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Figures over a series of daily values, free of the effect of deposits.
 *
 * @param totalReturnPercent percent points over the whole series
 * @param annualReturnPercent percent points per year of 252 days, zero for a single return
 * @param volatility standard deviation of the daily returns, a fraction per year
 * @param sharpe mean excess return per volatility, per year
 * @param sortino mean excess return per downside deviation, per year
 * @param calmar annual return per deepest fall
 * @param maximumDrawdownPercent the deepest fall below an earlier peak, percent points, zero or
 *     more
 * @param peakValue the highest value of the account
 * @param peakDay the first day it was reached
 */
public record PerformanceFigures(
    BigDecimal totalReturnPercent,
    BigDecimal annualReturnPercent,
    BigDecimal volatility,
    BigDecimal sharpe,
    BigDecimal sortino,
    BigDecimal calmar,
    BigDecimal maximumDrawdownPercent,
    Money peakValue,
    LocalDate peakDay) {}
