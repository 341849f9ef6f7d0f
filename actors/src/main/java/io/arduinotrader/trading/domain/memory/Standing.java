package io.arduinotrader.trading.domain.memory;

import io.arduinotrader.protocol.trading.TradingEvent;

/**
 * What is true of an account as a whole, beside its intents.
 *
 * @param halts what is halted
 * @param drifts in what its books differ from the broker's
 */
public record Standing(HaltBook halts, DriftBook drifts) {

  /** An account nothing was ever said about. */
  public static final Standing NEW = new Standing(HaltBook.NONE, DriftBook.NONE);

  /** The standing after something was stopped or let go on. */
  public Standing apply(TradingEvent.HaltEvent event) {
    return new Standing(halts.apply(event), drifts);
  }

  /** The standing after the books were compared. */
  public Standing apply(TradingEvent.DriftEvent event) {
    return new Standing(halts, drifts.apply(event));
  }
}
