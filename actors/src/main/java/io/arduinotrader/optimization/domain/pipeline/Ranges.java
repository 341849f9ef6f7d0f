package io.arduinotrader.optimization.domain.pipeline;

/**
 * What the limits leave attainable, per year and as fractions.
 *
 * @param safestReturn expected return of the weights with the least variance; below it more risk is
 *     taken for less
 * @param largestReturn the largest expected return
 * @param leastVolatility the least volatility
 * @param largestVolatility the volatility of the weights with the largest return
 */
public record Ranges(
    double safestReturn, double largestReturn, double leastVolatility, double largestVolatility) {}
