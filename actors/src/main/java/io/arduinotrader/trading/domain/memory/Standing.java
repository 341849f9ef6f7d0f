package io.arduinotrader.trading.domain.memory;

import io.arduinotrader.protocol.trading.TradingEvent;

/**
 * What is true of an account as a whole, beside its intents.
 *
 * @param halts what is halted
 * @param drifts in what its books differ from the broker's
 * @param mode whether it trades for real
 */
public record Standing(HaltBook halts, DriftBook drifts, ModeBook mode) {

  /** An account nothing was ever said about. */
  public static final Standing NEW = new Standing(HaltBook.NONE, DriftBook.NONE, ModeBook.RESEARCH);

  /** The standing after something was stopped or let go on. */
  public Standing apply(TradingEvent.HaltEvent event) {
    return new Standing(halts.apply(event), drifts, mode);
  }

  /** The standing after the books were compared. */
  public Standing apply(TradingEvent.DriftEvent event) {
    return new Standing(halts, drifts.apply(event), mode);
  }

  /** The standing after a step between research and live trading. */
  public Standing apply(TradingEvent.ModeEvent event) {
    return new Standing(halts, drifts, mode.apply(event));
  }
}
