package io.arduinotrader.portfolio.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import java.util.List;

/** What the rules say to a request. */
public sealed interface Decision {

  /**
   * The request is granted.
   *
   * @param events what happens; nothing when an earlier request with the same id has done it all
   */
  record Events(List<PortfolioEvent> events) implements Decision {}

  /** Nothing happens. */
  record Refused(Refusal refusal) implements Decision {}
}
