package io.arduinotrader.scoring.domain.sell;

import io.arduinotrader.scoring.domain.indicator.RiskIndicators.Instability;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators.PositionDrawdown;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A position as the question whether to sell it sees it; prices and values are in base currency.
 *
 * @param allowed whether the universe allows selling it
 * @param lot shares are sold in multiples of this
 * @param averagePrice paid for a share, zero when unknown
 * @param daysHeld since the first purchase, empty when unknown
 * @param daysSinceBuy since the last purchase, empty when there is none to wait for
 * @param daysSinceSale since the last sale, empty when there was none
 * @param surroundings what else the portfolio holds
 * @param signs of an unstable price, absent when it is too young
 * @param drawdown of the last year, absent without prices
 */
public record HeldPosition(
    boolean allowed,
    double quantity,
    double lot,
    double price,
    double averagePrice,
    OptionalLong daysHeld,
    OptionalLong daysSinceBuy,
    OptionalLong daysSinceSale,
    Surroundings surroundings,
    Optional<Instability> signs,
    Optional<PositionDrawdown> drawdown) {

  /**
   * What else the portfolio holds.
   *
   * @param countryShare of the portfolio in the security's country, 0 to 1
   * @param industryShares of the portfolio in each of its industries, empty when unknown
   * @param total of the portfolio, cash included
   */
  public record Surroundings(double countryShare, List<Double> industryShares, double total) {

    /** Copies the list. */
    public Surroundings {
      industryShares = List.copyOf(industryShares);
    }
  }

  /** What it is worth. */
  public double value() {
    return quantity * price;
  }

  /** The gain as a fraction of the cost, zero when that is unknown. */
  public double profit() {
    return averagePrice > 0 ? (price - averagePrice) / averagePrice : 0;
  }
}
