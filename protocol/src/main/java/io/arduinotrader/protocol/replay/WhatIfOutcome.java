package io.arduinotrader.protocol.replay;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.util.List;

/**
 * What would have come of the recorded orders under other conditions.
 *
 * @param orders how many orders were executed in the time looked at
 * @param refusedOrders how many of them a rule would have refused
 * @param refused the first of those, in their order
 * @param contributions where the difference of the values comes from; they add up to it
 * @param text the same, sentences
 */
public record WhatIfOutcome(
    ReplayedState recorded,
    ReplayedState changed,
    Figures recordedFigures,
    Figures changedFigures,
    int orders,
    int refusedOrders,
    List<RefusedOrder> refused,
    List<Contribution> contributions,
    List<String> text)
    implements ClusterMessage, ReplayQuery.WhatIfReply {

  /**
   * An account at the end, in base currency.
   *
   * @param positions shares at the last price they were traded at
   * @param costs commissions within the time looked at
   */
  public record Figures(Money cash, Money positions, Money value, Money costs) {}

  /** An order that was executed and would not have been. */
  public record RefusedOrder(
      IntentId intent, Symbol symbol, Side side, Quantity quantity, Refusal refusal) {}

  /** A part of the difference of the values. */
  public record Contribution(String name, Money amount) {}
}
