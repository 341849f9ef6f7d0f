package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.operations.HaltedSecurity;
import io.arduinotrader.protocol.grpc.operations.HaltsResponse;

/** What is halted, for a person. */
final class HaltLines {

  private HaltLines() {}

  static void print(HaltsResponse halts, Words words) {
    words.line(
        "Trading is %s%s%s.",
        state(halts.getState()),
        halts.hasSince() ? " since " + Shown.time(true, halts.getSince()) : "",
        halts.getReason().isEmpty() ? "" : ": " + halts.getReason());
    for (HaltedSecurity security : halts.getSecuritiesList()) {
      words.line(
          "%s is halted since %s: %s.",
          security.getSymbol().isEmpty() ? security.getIsin() : security.getSymbol(),
          Shown.time(true, security.getSince()),
          security.getReason());
    }
  }

  private static String state(String token) {
    return switch (token) {
      case "active" -> "active";
      case "reduce" -> "reduced to sales";
      default -> "halted";
    };
  }
}
