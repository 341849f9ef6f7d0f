package io.arduinotrader.scoring.domain;

import java.util.Map;
import java.util.Set;

/** Which worked examples are not run, and why. The only place that says so. */
final class ScoringWaivers {

  /** Corrections that hold in every edition, and what they change. */
  static final Map<String, String> ADOPTED =
      Map.of(
          "D15",
              "zero is a figure: a company without debt has debt to equity 0, not the usual 50 %",
          "D16",
              "scores stay in 0 to 1: negative equity is not strength, negative payout not safety");

  /** Functions of a later stage: diversification, selling, end states, windfalls, dividends. */
  static final Set<String> NEXT_STAGE =
      Set.of(
          "scorer.total_return",
          "scorer.promise_sortino",
          "scorer.volatility",
          "group.diversification",
          "total.security_score",
          "portfolio.score",
          "portfolio.post_transaction",
          "sell.underperformance",
          "sell.time_held",
          "sell.balance",
          "sell.instability",
          "sell.drawdown",
          "sell.eligibility",
          "sell.quantity",
          "sell.score",
          "end.total_return",
          "end.promise",
          "end.stability",
          "end.portfolio",
          "windfall.excess",
          "windfall.score",
          "windfall.take_profits",
          "windfall.recommendation",
          "gate.price_too_high",
          "div.cut",
          "div.growth",
          "div.stability",
          "div.consistent");

  private ScoringWaivers() {}

  /** Whether an example shows what an adopted correction has changed. */
  static boolean waives(String id) {
    int mark = id.indexOf('!');
    return mark >= 0 && ADOPTED.containsKey(id.substring(mark + 1));
  }
}
