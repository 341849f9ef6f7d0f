package io.arduinotrader.scoring.domain.group;

/** What a group is the weighted mean of; the weights of a group's parts sum to one. */
public enum ScorePart {
  GROWTH(ScoreGroup.LONG_TERM, "cagr", 0.40),
  SORTINO(ScoreGroup.LONG_TERM, "sortino", 0.35),
  SHARPE(ScoreGroup.LONG_TERM, "sharpe", 0.25),
  FINANCIAL_STRENGTH(ScoreGroup.FUNDAMENTALS, "financial_strength", 0.60),
  STEADINESS(ScoreGroup.FUNDAMENTALS, "consistency", 0.40),
  BELOW_YEAR_HIGH(ScoreGroup.OPPORTUNITY, "below_52w_high", 0.50),
  PRICE_EARNINGS(ScoreGroup.OPPORTUNITY, "pe_ratio", 0.50),
  DIVIDEND_YIELD(ScoreGroup.DIVIDENDS, "yield", 0.70),
  DIVIDEND_CONSISTENCY(ScoreGroup.DIVIDENDS, "consistency", 0.30),
  MOMENTUM(ScoreGroup.SHORT_TERM, "momentum", 0.50),
  DRAWDOWN(ScoreGroup.SHORT_TERM, "drawdown", 0.50),
  RELATIVE_STRENGTH(ScoreGroup.TECHNICALS, "rsi", 0.35),
  BAND_POSITION(ScoreGroup.TECHNICALS, "bollinger", 0.35),
  AVERAGE_DISTANCE(ScoreGroup.TECHNICALS, "ema", 0.30),
  RECOMMENDATION(ScoreGroup.OPINION, "recommendation", 0.60),
  PRICE_TARGET(ScoreGroup.OPINION, "price_target", 0.40),
  COUNTRY_ROOM(ScoreGroup.DIVERSIFICATION, "country", 0.40),
  INDUSTRY_ROOM(ScoreGroup.DIVERSIFICATION, "industry", 0.30),
  AVERAGING(ScoreGroup.DIVERSIFICATION, "averaging", 0.30);

  private final ScoreGroup group;
  private final String key;
  private final double weight;

  ScorePart(ScoreGroup group, String key, double weight) {
    this.group = group;
    this.key = key;
    this.weight = weight;
  }

  /** The group it belongs to. */
  public ScoreGroup group() {
    return group;
  }

  /** The public name, unique within the group. */
  public String key() {
    return key;
  }

  /** Whether it asks for a company behind the security, which funds and commodities lack. */
  public boolean needsCompany() {
    return switch (this) {
      case FINANCIAL_STRENGTH, PRICE_EARNINGS, RECOMMENDATION, PRICE_TARGET -> true;
      case GROWTH,
          SORTINO,
          SHARPE,
          STEADINESS,
          BELOW_YEAR_HIGH,
          DIVIDEND_YIELD,
          DIVIDEND_CONSISTENCY,
          MOMENTUM,
          DRAWDOWN,
          RELATIVE_STRENGTH,
          BAND_POSITION,
          AVERAGE_DISTANCE,
          COUNTRY_ROOM,
          INDUSTRY_ROOM,
          AVERAGING ->
          false;
    };
  }

  /** Its usual weight within the group. */
  public double weight() {
    return weight;
  }
}
