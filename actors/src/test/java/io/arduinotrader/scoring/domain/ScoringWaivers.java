package io.arduinotrader.scoring.domain;

import java.util.Map;

/** Which worked examples are not run, and why. The only place that says so. */
final class ScoringWaivers {

  /** Corrections that hold in every edition, and what they change. */
  static final Map<String, String> ADOPTED =
      Map.of(
          "D15",
              "zero is a figure: a company without debt has debt to equity 0, not the usual 50 %",
          "D16",
              "scores stay in 0 to 1: negative equity is not strength, negative payout not safety",
          "D05", "a thought purchase keeps what is known of the rest of the portfolio",
          "D34", "without prices nothing is known of a drawdown, and that is not the same as none",
          "D38", "the newest cut of a dividend counts, not the oldest");

  private ScoringWaivers() {}

  /** Whether an example shows what an adopted correction has changed. */
  static boolean waives(String id) {
    int mark = id.indexOf('!');
    return mark >= 0 && ADOPTED.containsKey(id.substring(mark + 1));
  }
}
