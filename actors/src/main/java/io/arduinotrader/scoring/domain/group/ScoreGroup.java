package io.arduinotrader.scoring.domain.group;

/** The groups a total score is the weighted mean of. */
public enum ScoreGroup {
  LONG_TERM("long_term", 0.20),
  FUNDAMENTALS("fundamentals", 0.15),
  OPPORTUNITY("opportunity", 0.15),
  DIVIDENDS("dividends", 0.12),
  SHORT_TERM("short_term", 0.10),
  TECHNICALS("technicals", 0.10),
  OPINION("opinion", 0.10),
  DIVERSIFICATION("diversification", 0.08);

  private final String key;
  private final double defaultWeight;

  ScoreGroup(String key, double defaultWeight) {
    this.key = key;
    this.defaultWeight = defaultWeight;
  }

  /** The public name. */
  public String key() {
    return key;
  }

  /** The usual weight in the total; all sum to one. */
  public double defaultWeight() {
    return defaultWeight;
  }
}
