package io.arduinotrader.protocol.scoring;

import io.arduinotrader.protocol.vocab.rule.DipBand;
import java.util.OptionalDouble;

/**
 * What the settings ask of a security; plans and target weights ask the same.
 *
 * @param targetReturn growth aimed at, as a fraction per year
 * @param riskFreeRate as a fraction per year
 * @param marketPriceEarnings average price-earnings ratio of the market, empty when nobody states
 *     it
 * @param dips losses at which plans buy more
 */
public record ScoringAims(
    double targetReturn, double riskFreeRate, OptionalDouble marketPriceEarnings, DipBand dips) {}
