package io.arduinotrader.protocol.vocab.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * A gain against what the security's own trend would have brought in the same time. Explanations
 * and plans ask the same rule, so neither takes a profit the other does not see.
 *
 * @param gain as a fraction of the cost
 * @param years the position was held
 * @param trend growth per year, as a fraction
 * @param expected gain by the trend
 * @param excess gain above that
 * @param score 0 for none to 1 for an excess of half the cost
 */
public record Windfall(
    double gain, double years, double trend, double expected, double excess, double score) {

  private static final double USUAL_TREND = 0.10;
  private static final double SHORTEST_YEARS = 0.1;
  private static final int TREND_PLACES = 4;

  /** The excess counted from the least one at which a fifth is taken. */
  private static final Line SHARE_BY_EXCESS = Line.through(-0.10, 0, 0, 0.2, 0.25, 0.4, 0.75, 0.5);

  private static final Line SHARE_BY_GAIN = Line.through(0.80, 0, 1.0, 0.3);

  /** No share is larger than this many times what the gain is above the trend. */
  private static final double STEEPEST = 2;

  /**
   * A position's gain.
   *
   * @param recentTrend growth of the newest five years per year
   * @param longTrend of ten years, which stands in for it
   */
  public static Windfall of(
      double gain,
      double years,
      OptionalDouble recentTrend,
      OptionalDouble longTrend,
      WindfallRules rules) {
    double known =
        recentTrend.isPresent() ? recentTrend.getAsDouble() : longTrend.orElse(USUAL_TREND);
    double trend =
        switch (rules) {
          case FIRST_EDITION -> known;
          case SECOND_EDITION -> Math.max(0, known);
        };
    double excess = excess(gain, years, trend);
    return new Windfall(gain, years, trend, gain - excess, excess, score(excess));
  }

  /** The years of a position; a purchase of today would make every gain a marvel. */
  public static double years(long daysHeld) {
    return Math.max(SHORTEST_YEARS, daysHeld / 365.0);
  }

  /**
   * The gain above the trend; all of it when there is no trend or no time to compare with. The same
   * to the last bit on every machine, because every node that makes a plan computes it again.
   */
  static double excess(double gain, double years, double trend) {
    double expected = StrictMath.pow(1 + trend, years) - 1;
    return years <= 0 || trend <= -1 || !Double.isFinite(expected) ? gain : gain - expected;
  }

  private static double score(double excess) {
    if (excess >= 0.50) {
      return 1;
    }
    return excess >= 0.25 ? 0.5 + 2 * (excess - 0.25) : Math.max(0, 2 * excess);
  }

  /**
   * What to take of it.
   *
   * @param least excess at which a fifth of the position is taken, as a fraction; of less than that
   *     a part of the fifth is taken from ten points below on, so that the share never jumps.
   *     Nothing is taken of what is not above its trend, and close above it no more than twice the
   *     excess
   */
  public Taking taking(WindfallRules rules, double least) {
    return switch (rules) {
      case FIRST_EDITION -> {
        Reason reason = Reason.of(gain, excess(gain, years, rounded(trend)), least);
        yield new Taking(reason, reason.share());
      }
      case SECOND_EDITION -> continuous(least);
    };
  }

  private Taking continuous(double least) {
    double byExcess = SHARE_BY_EXCESS.at(excess - least);
    double byGain = SHARE_BY_GAIN.at(gain);
    double most = STEEPEST * Math.max(0, Math.min(gain, excess));
    double share = Math.min(most, Math.max(byExcess, byGain));
    if (!(share > 0)) {
      return new Taking(Reason.forNothing(excess), 0);
    }
    return new Taking(
        byGain >= byExcess ? Reason.CONSISTENT_DOUBLER : Reason.forExcess(gain, excess, least),
        share);
  }

  private static double rounded(double trend) {
    return new BigDecimal(trend).setScale(TREND_PLACES, RoundingMode.HALF_EVEN).doubleValue();
  }

  /**
   * Profits to take.
   *
   * @param share of the position, 0 to 1
   */
  public record Taking(Reason reason, double share) {

    /** Whether anything is to be sold. */
    public boolean sells() {
      return share > 0;
    }
  }

  /** Why profits are taken or left. */
  public enum Reason {
    WINDFALL_DOUBLER(0.50),
    CONSISTENT_DOUBLER(0.30),
    HIGH_WINDFALL(0.40),
    MEDIUM_WINDFALL(0.20),
    NORMAL_RANGE(0),
    NEAR(0),
    UNDER(0);

    private final double share;

    Reason(double share) {
      this.share = share;
    }

    private double share() {
      return share;
    }

    private static Reason of(double gain, double excess, double least) {
      if (gain >= 1) {
        return excess > 0.30 ? WINDFALL_DOUBLER : CONSISTENT_DOUBLER;
      }
      return excess >= least ? forExcess(gain, excess, least) : forNothing(excess);
    }

    /** Why some is taken of a gain that is large for its time. */
    private static Reason forExcess(double gain, double excess, double least) {
      if (gain >= 1) {
        return WINDFALL_DOUBLER;
      }
      return excess >= least + 0.25 ? HIGH_WINDFALL : MEDIUM_WINDFALL;
    }

    /** Why nothing is taken. */
    private static Reason forNothing(double excess) {
      if (excess > 0) {
        return NORMAL_RANGE;
      }
      return excess > -0.10 ? NEAR : UNDER;
    }
  }
}
