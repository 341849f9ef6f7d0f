package io.arduinotrader.scoring.domain;

/** A score, or why there is none. */
public sealed interface ScoreOutcome permits ScoreCard, ScoreOutcome.NoScore {

  /** Why a security has no score; it is no statement about the security. */
  sealed interface NoScore extends ScoreOutcome {

    /** The reason as a sentence for a person. */
    String reason();
  }

  /** The daily history is too short. */
  record TooFewBars(int bars, int needed) implements NoScore {
    @Override
    public String reason() {
      return "only %d of the %d daily bars a score needs".formatted(bars, needed);
    }
  }

  /** The monthly history is too short. */
  record TooFewMonths(int months, int needed) implements NoScore {
    @Override
    public String reason() {
      return "only %d of the %d completed months a score needs".formatted(months, needed);
    }
  }

  /** Too many figures are unknown; both are fractions of the total's weights. */
  record TooLittleCovered(double coverage, double needed) implements NoScore {
    @Override
    public String reason() {
      return "inputs cover %.0f %% of the weights, a score needs %.0f %%"
          .formatted(100 * coverage, 100 * needed);
    }
  }
}
