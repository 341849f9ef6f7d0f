package io.arduinotrader.scoring.domain.group;

/**
 * From a figure measured on prices to a score between 0 and 1, by pieces of straight lines and one
 * bell curve.
 */
public final class PriceScorers {

  /** The score of a growth rate far from its target. */
  private static final double BELL_FLOOR = 0.15;

  private static final double STEEP_FALL = 0.2;
  private static final double GROWTH_WIDTH_BELOW = 0.06;
  private static final double GROWTH_WIDTH_ABOVE = 0.10;

  private PriceScorers() {}

  /**
   * Compound annual growth against a target: best at the target, less below it and, because growth
   * far above the target seldom lasts, more gently less above it.
   */
  public static double growth(double growth, double target, ScoringRules.LossTail tail) {
    return bell(growth, target, GROWTH_WIDTH_ABOVE, tail);
  }

  /**
   * A bell curve around a yearly return.
   *
   * @param widthAbove standard deviation of the curve above the target
   */
  public static double bell(
      double yearly, double target, double widthAbove, ScoringRules.LossTail tail) {
    boolean fallsOff =
        switch (tail) {
          case FLAT -> yearly <= 0;
          case CONTINUOUS -> false;
        };
    if (fallsOff) {
      return BELL_FLOOR;
    }
    double width = yearly < target ? GROWTH_WIDTH_BELOW : widthAbove;
    double distance = (yearly - target) / width;
    return BELL_FLOOR + (1 - BELL_FLOOR) * Math.exp(-distance * distance / 2);
  }

  /** Annual Sharpe ratio. */
  public static double sharpe(double ratio) {
    if (ratio >= 2) {
      return 1;
    }
    if (ratio >= 1) {
      return 0.7 + 0.3 * (ratio - 1);
    }
    if (ratio >= 0.5) {
      return 0.4 + 0.6 * (ratio - 0.5);
    }
    return Math.max(0, 0.8 * ratio);
  }

  /** Annual Sortino ratio. */
  public static double sortino(double ratio) {
    if (ratio >= 2) {
      return 1;
    }
    if (ratio >= 1.5) {
      return 0.8 + 0.4 * (ratio - 1.5);
    }
    if (ratio >= 1) {
      return 0.6 + 0.4 * (ratio - 1);
    }
    if (ratio >= 0.5) {
      return 0.4 + 0.4 * (ratio - 0.5);
    }
    return Math.max(0, 0.8 * ratio);
  }

  /** How far the price is below its 52-week high, as a fraction: the cheaper, the better. */
  public static double belowYearHigh(double below) {
    if (below >= 0.30) {
      return 1;
    }
    if (below >= 0.20) {
      return 0.8 + 2 * (below - 0.20);
    }
    if (below >= 0.10) {
      return 0.5 + 3 * (below - 0.10);
    }
    return 0.2 + 3 * Math.max(0, below);
  }

  /**
   * Change of the price over some weeks, as a fraction: a steady rise is best, an overheated one
   * less so, and a steep fall little.
   */
  public static double momentum(double change, ScoringRules.SteepFall steepFall) {
    if (change > 0.30) {
      return Math.max(0.5, 0.8 - 2 * (change - 0.30));
    }
    if (change > 0.15) {
      return 0.8 + (0.30 - change) / 0.15 * 0.2;
    }
    if (change >= 0.05) {
      return 1;
    }
    if (change >= 0) {
      return 0.6 + 8 * change;
    }
    if (change >= -0.10) {
      return 0.5 + (change + 0.10);
    }
    return switch (steepFall) {
      case JUMP -> STEEP_FALL;
      case RAMP -> Math.max(STEEP_FALL, 0.5 + 3 * (change + 0.10));
    };
  }

  /** The deepest drawdown, zero or a negative fraction. */
  public static double drawdown(double drawdown) {
    double depth = Math.abs(drawdown);
    if (depth <= 0.10) {
      return 1;
    }
    if (depth <= 0.20) {
      return 0.8 + 2 * (0.20 - depth);
    }
    if (depth <= 0.30) {
      return 0.6 + 2 * (0.30 - depth);
    }
    if (depth <= 0.50) {
      return 0.2 + 2 * (0.50 - depth);
    }
    return Math.max(0, 0.2 - (depth - 0.50));
  }

  /** Relative strength index, 0 to 100: oversold is good, overbought bad. */
  public static double relativeStrength(double index) {
    if (index < 30) {
      return 1;
    }
    return index > 70 ? 0 : 1 - (index - 30) / 40;
  }

  /** Position between the Bollinger bands, 0 at the lower and 1 at the upper: low is good. */
  public static double bandPosition(double position) {
    return Math.clamp(1 - position, 0.0, 1.0);
  }

  /** The price relative to its long average, as a signed fraction: below is good. */
  public static double averageDistance(double distance) {
    if (distance >= 0.10) {
      return 0.2;
    }
    if (distance >= 0) {
      return 0.5 - 3 * distance;
    }
    if (distance >= -0.05) {
      return 0.5 + 4 * Math.abs(distance);
    }
    if (distance >= -0.10) {
      return 0.7 + 6 * (Math.abs(distance) - 0.05);
    }
    return 1;
  }

  /** How alike growth was in two spans of years: the difference of the rates, as a fraction. */
  public static double steadiness(double difference, ScoringRules.Cliffs cliffs) {
    double apart = Math.abs(difference);
    double line = Math.max(0.4, 1 - 4 * apart);
    return switch (cliffs) {
      case SHEER -> apart < 0.02 ? 1 : apart < 0.05 ? 0.8 : line;
      case TAPERED -> line;
    };
  }
}
