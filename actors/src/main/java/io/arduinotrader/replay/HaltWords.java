package io.arduinotrader.replay;

import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.trading.TradingEvent.HaltEvent;

/** Halts in words. */
final class HaltWords {

  private HaltWords() {}

  static String text(HaltEvent event) {
    return switch (event) {
      case TradingEvent.HaltChanged changed ->
          switch (changed.state()) {
                case ACTIVE -> "trading goes on";
                case REDUCE -> "only sales from now on";
                case HALT -> "no trading from now on";
              }
              + because(changed.reason());
      case TradingEvent.SecurityHalted halted ->
          "%s is halted%s".formatted(halted.isin(), because(halted.reason()));
      case TradingEvent.SecurityReleased released ->
          "%s is released%s".formatted(released.isin(), because(released.reason()));
    };
  }

  private static String because(String reason) {
    return reason.isEmpty() ? "" : ": " + reason;
  }
}
