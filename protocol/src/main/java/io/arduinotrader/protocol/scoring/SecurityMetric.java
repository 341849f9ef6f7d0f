package io.arduinotrader.protocol.scoring;

import java.util.Arrays;
import java.util.Optional;

/**
 * A figure that scoring measures and others read. Growth and risk are measured on adjusted closes,
 * so dividends are part of them and must not be added again.
 */
public enum SecurityMetric {
  /** Compound growth per year over the newest five years at most, as a fraction. */
  GROWTH_5_YEARS("cagr_5y"),
  /** Compound growth per year over the newest ten years, of eight at least, as a fraction. */
  GROWTH_10_YEARS("cagr_10y"),
  /** Annual Sharpe ratio of the daily window. */
  SHARPE("sharpe"),
  /** Annual Sortino ratio of the daily window. */
  SORTINO("sortino"),
  /** Annual volatility of the daily window, as a fraction. */
  VOLATILITY("volatility"),
  /** Annual volatility of the newest 59 returns, as a fraction. */
  RECENT_VOLATILITY("recent_volatility"),
  /** Deepest drawdown of the daily window, zero or a negative fraction. */
  MAXIMUM_DRAWDOWN("max_drawdown"),
  /** How alike the growth of two spans of years was, 0 to 1. */
  STEADINESS("consistency"),
  /** Margin, leverage and liquidity of the company, 0 to 1. */
  FINANCIAL_STRENGTH("financial_strength"),
  /** Whether the dividend is likely to go on, 0 to 1. */
  DIVIDEND_CONSISTENCY("dividend_consistency"),
  /** What past dividends say of future ones, 0 to 1. */
  DIVIDEND_STABILITY("dividend_stability"),
  /** Dividends per year as a fraction of the price. */
  DIVIDEND_YIELD("dividend_yield"),
  /** Dividends as a fraction of earnings. */
  PAYOUT_RATIO("payout_ratio"),
  /** Change of the price over some weeks, as a fraction. */
  MOMENTUM("momentum"),
  /** Highest price of the last 252 sessions, on the basis of the last adjusted close. */
  YEAR_HIGH("high_52w"),
  /** Exponential average of 200 sessions, on the basis of the last adjusted close. */
  LONG_AVERAGE("ema_200"),
  /** The last adjusted close. */
  CLOSE("close"),
  /** Years of completed months growth was measured on. */
  HISTORY_YEARS("history_years"),
  /** Mean of past growth and the company's health, 0 to 1. */
  QUALITY("quality"),
  /** Score of the return it has brought, 0 to 1. */
  RETURN_OUTLOOK("return_outlook"),
  /** Score of its steadiness and strength, 0 to 1. */
  PROMISE_OUTLOOK("promise_outlook"),
  /** Score of its risk, 0 to 1. */
  STABILITY_OUTLOOK("stability_outlook");

  private final String key;

  SecurityMetric(String key) {
    this.key = key;
  }

  /** The public name. */
  public String key() {
    return key;
  }

  /** The metric of a public name, empty when there is none. */
  public static Optional<SecurityMetric> of(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst();
  }
}
