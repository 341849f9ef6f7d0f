package io.arduinotrader.scoring.domain.sell;

/** What the sell score is the weighted mean of; the usual weights sum to one. */
public enum SellPart {
  UNDERPERFORMANCE("underperformance", 0.35),
  TIME_HELD("time_held", 0.18),
  BALANCE("portfolio_balance", 0.18),
  INSTABILITY("instability", 0.14),
  DRAWDOWN("drawdown", 0.15);

  private final String key;
  private final double weight;

  SellPart(String key, double weight) {
    this.key = key;
    this.weight = weight;
  }

  /** The public name. */
  public String key() {
    return key;
  }

  /** Its usual weight. */
  public double weight() {
    return weight;
  }
}
