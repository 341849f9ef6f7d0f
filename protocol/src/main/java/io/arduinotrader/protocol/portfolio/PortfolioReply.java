package io.arduinotrader.protocol.portfolio;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;

/** The outcome of a change. */
public sealed interface PortfolioReply extends ClusterMessage {

  /**
   * The change is stored, now or by an earlier request with the same id.
   *
   * @param view the portfolio after the change
   */
  record Accepted(PortfolioView view) implements PortfolioReply {}

  /** Nothing was changed. */
  record Refused(Refusal refusal, PortfolioView view) implements PortfolioReply {}
}
