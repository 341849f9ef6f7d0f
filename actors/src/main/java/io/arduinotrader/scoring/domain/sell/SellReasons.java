package io.arduinotrader.scoring.domain.sell;

import io.arduinotrader.protocol.vocab.rule.Line;
import io.arduinotrader.scoring.domain.group.ScoringRules.Cliffs;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators.Instability;
import io.arduinotrader.scoring.domain.indicator.RiskIndicators.PositionDrawdown;
import java.util.Optional;
import java.util.OptionalLong;

/** From what is known of a position to a reason to sell it, 0 for none to 1 for a strong one. */
public final class SellReasons {

  private static final double DAYS_PER_YEAR = 365;
  private static final double SHORTEST_COMPOUNDED_YEARS = 0.25;
  private static final double NEUTRAL = 0.5;
  private static final double UNKNOWN_TIME = 0.6;
  private static final double UNKNOWN_DRAWDOWN = 0.3;
  private static final double UNKNOWN_INSTABILITY = 0.3;
  private static final int SHORTEST_ANNUALISED_DAYS = 30;

  private static final Line BY_RETURN =
      Line.through(-0.10, 0.9, -0.025, 0.7, 0.04, 0.5, 0.115, 0.1);
  private static final Line BY_GAIN_PER_YEAR =
      Line.through(0.10, 0.1, 0.25, 0.4, 0.40, 0.7, 0.60, 1);
  private static final Line BY_VOLATILITY = Line.through(1.0, 0.1, 1.35, 0.4, 1.75, 0.7, 2.25, 1);
  private static final Line BY_AVERAGE_DISTANCE =
      Line.through(0.05, 0.1, 0.15, 0.4, 0.25, 0.7, 0.35, 1);
  private static final Line BY_DAYS_HELD = Line.through(0, 0.2, 365, 0.6, 730, 0.8, 1095, 1);

  /** Sessions of a quarter and of a year. */
  private static final Line BY_SESSIONS_UNDER_WATER = Line.through(63, 0.5, 252, 0.9);

  private static final Line FLOOR_BY_PROFIT = Line.through(0.75, 0.1, 1.0, 0.2);

  private SellReasons() {}

  /**
   * A position that earns too little.
   *
   * @param profit as a fraction of the cost
   * @param known whether cost and time are known
   */
  public static double underperformance(
      boolean known, double profit, long daysHeld, SellSettings settings) {
    if (!known || daysHeld <= 0) {
      return NEUTRAL;
    }
    double years = daysHeld / DAYS_PER_YEAR;
    double annual =
        years < SHORTEST_COMPOUNDED_YEARS ? profit : Math.pow(1 + profit, 1 / years) - 1;
    return switch (settings.cliffs()) {
      case SHEER -> profit < settings.maximumLoss() ? 0 : steps(annual);
      case TAPERED -> BY_RETURN.at(annual);
    };
  }

  private static double steps(double annual) {
    if (annual < -0.05) {
      return 0.9;
    }
    if (annual < 0) {
      return 0.7;
    }
    if (annual < 0.08) {
      return 0.5;
    }
    return annual <= 0.15 ? 0.1 : 0.3;
  }

  /** A position that was held long enough to be looked at again. */
  public static double timeHeld(OptionalLong daysHeld, SellSettings settings) {
    if (daysHeld.isEmpty()) {
      return UNKNOWN_TIME;
    }
    long days = daysHeld.getAsLong();
    if (days < settings.minimumHoldDays()) {
      return 0;
    }
    return switch (settings.cliffs()) {
      case SHEER -> days < 180 ? 0.3 : days < 365 ? 0.6 : days < 730 ? 0.8 : 1;
      case TAPERED -> BY_DAYS_HELD.at((double) days);
    };
  }

  /**
   * A position in a crowded place.
   *
   * @param countryShare of the portfolio in the security's country, 0 to 1
   * @param industryShares of the portfolio in each of its industries, empty when unknown
   * @param share of the position in the portfolio, negative when that has no value
   */
  public static double balance(
      double countryShare, double[] industryShares, double share, Cliffs cliffs) {
    if (share < 0) {
      return NEUTRAL;
    }
    double industries = 0;
    for (double industry : industryShares) {
      industries += Math.min(1, industry / 0.3);
    }
    double crowded = industryShares.length == 0 ? NEUTRAL : industries / industryShares.length;
    double concentrated =
        switch (cliffs) {
          case SHEER -> share > 0.10 ? Math.min(1, share / 0.15) : share / 0.10;
          case TAPERED -> Math.min(1, share / 0.15);
        };
    return 0.5 * Math.min(1, countryShare / 0.5) + 0.3 * crowded + 0.2 * concentrated;
  }

  /**
   * A gain that came too fast to last.
   *
   * @param signs of the price, absent when it is too young
   * @param profit as a fraction of the cost
   */
  public static double instability(
      Optional<Instability> signs, double profit, long daysHeld, Cliffs cliffs) {
    if (signs.isEmpty()) {
      return UNKNOWN_INSTABILITY;
    }
    double gain =
        daysHeld <= SHORTEST_ANNUALISED_DAYS
            ? NEUTRAL
            : rising(
                Math.pow(1 + profit, DAYS_PER_YEAR / daysHeld) - 1,
                BY_GAIN_PER_YEAR,
                0.20,
                0.30,
                0.50,
                cliffs);
    double usual = signs.get().usualVolatility();
    double volatility =
        usual > 0
            ? rising(signs.get().recentVolatility() / usual, BY_VOLATILITY, 1.2, 1.5, 2.0, cliffs)
            : UNKNOWN_INSTABILITY;
    double distance =
        rising(
            signs.get().distanceFromAverage().orElse(0),
            BY_AVERAGE_DISTANCE,
            0.10,
            0.20,
            0.30,
            cliffs);
    double floor =
        switch (cliffs) {
          case SHEER -> profit > 1 ? 0.2 : 0;
          case TAPERED -> FLOOR_BY_PROFIT.at(profit);
        };
    return Math.max(floor, 0.40 * gain + 0.30 * volatility + 0.30 * distance);
  }

  private static double rising(
      double figure, Line line, double first, double second, double third, Cliffs cliffs) {
    return switch (cliffs) {
      case SHEER -> figure > third ? 1 : figure > second ? 0.7 : figure > first ? 0.4 : 0.1;
      case TAPERED -> line.at(figure);
    };
  }

  /**
   * A position far and long below its best price.
   *
   * @param drawdown of the last year, absent without prices
   */
  public static double drawdown(Optional<PositionDrawdown> drawdown, Cliffs cliffs) {
    if (drawdown.isEmpty()) {
      return UNKNOWN_DRAWDOWN;
    }
    double depth = -drawdown.get().current();
    int bars = drawdown.get().barsUnderWater().orElse(0);
    return switch (cliffs) {
      case SHEER ->
          depth > 0.25
              ? 1
              : depth > 0.15
                  ? (bars > 180 ? 0.9 : bars > 90 ? 0.7 : 0.5)
                  : depth > 0.10 ? 0.3 : 0.1;
      case TAPERED ->
          Line.through(0.05, 0.1, 0.125, 0.3, 0.20, BY_SESSIONS_UNDER_WATER.at(bars), 0.30, 1)
              .at(depth);
    };
  }
}
