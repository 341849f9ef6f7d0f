package io.arduinotrader.trading.domain;

import java.util.Map;

/** Which worked examples are not run, and why. The only place that says so. */
final class TradingWaivers {

  private static final Map<String, String> REASONS =
      Map.of(
          "trade.frequency exec/week-window-starts-at-midnight-7-days-back",
              "the week is seven times 24 hours and begins at no midnight",
          "trade.executeBatch exec/hold-bypassed", "no caller may leave a rule out",
          "trade.executeBatch exec/broker-returns-nothing",
              "a broker that says nothing leaves the outcome unknown, which is no failure",
          "trade.dailyLossBreaker fix/no-baseline-blocks",
              "an account without a close has lost nothing since; otherwise its first trade could"
                  + " never happen",
          "order.protocol hand/sell-before-buy-in-batch",
              "batches are put in order where they are received",
          "order.protocol hand/stop-on-error", "batches are stopped where they are received");

  private TradingWaivers() {}

  /** Whether an example shows what is decided otherwise here, or belongs elsewhere. */
  static boolean waives(String example) {
    return REASONS.containsKey(example);
  }

  static int count() {
    return REASONS.size();
  }
}
