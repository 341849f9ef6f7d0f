package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.operations.ModeResponse;

/** Whether trading is real, for a person. */
final class ModeLines {

  private ModeLines() {}

  static void print(ModeResponse mode, Words words) {
    words.line(
        "The account is in %s mode%s%s: %s.",
        mode.getMode(),
        mode.hasSince() ? " since " + Shown.time(true, mode.getSince()) : "",
        mode.getReason().isEmpty() ? "" : " (" + mode.getReason() + ")",
        meaning(mode));
    if (!mode.getPhrase().isEmpty()) {
      words.line(
          "Arming is begun; it counts after `trader arm --confirm %s` until %s.",
          mode.getPhrase(), Shown.time(true, mode.getPhraseValidUntil()));
    }
  }

  private static String meaning(ModeResponse mode) {
    if (!mode.getBrokerOutside()) {
      return "orders are simulated within the house";
    }
    return mode.getMode().equals("live")
        ? "orders reach the broker"
        : "no order reaches the broker";
  }
}
