package io.arduinotrader.protocol.scoring;

/**
 * How a portfolio stands as a whole, cash included as neither good nor bad.
 *
 * @param total of the three parts, 0 to 100
 * @param diversification how near its shares are to the wanted ones, 0 to 100
 * @param dividend what it yields, 0 to 100
 * @param quality of what it holds, 0 to 100
 * @param endState what it is worth holding, 0 to 1
 * @param cashShare 0 to 1
 */
public record PortfolioStanding(
    double total,
    double diversification,
    double dividend,
    double quality,
    double endState,
    double cashShare) {}
