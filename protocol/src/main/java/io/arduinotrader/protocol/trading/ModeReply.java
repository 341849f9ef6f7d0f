package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;

/** What is said about research and live trading. */
public sealed interface ModeReply extends ClusterMessage {

  /**
   * The mode as it is now.
   *
   * @param brokerOutside whether the broker is outside the house; one that is not is play
   */
  record Known(TradingMode mode, boolean brokerOutside) implements ModeReply {}

  /** The mode is as before. */
  record Refused(Refusal refusal) implements ModeReply {}
}
