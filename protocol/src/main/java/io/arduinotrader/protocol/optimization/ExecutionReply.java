package io.arduinotrader.protocol.optimization;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import java.time.Instant;
import java.util.List;

/** How orders are cut into slices. */
public sealed interface ExecutionReply extends ClusterMessage {

  /**
   * Scheduled, sells before buys.
   *
   * @param funded whether the cash pays for every buy
   * @param commissions in base currency
   * @param impact estimated market impact in base currency
   */
  record Scheduled(
      boolean funded, List<Schedule> schedules, Money commissions, Money impact, String note)
      implements ExecutionReply {}

  /** The question cannot be answered. */
  record Refused(Refusal refusal) implements ExecutionReply {}

  /** The slices of one order in time order. */
  record Schedule(Isin isin, List<Slice> slices) {}

  /** A part of an order: how many shares, from when on, at about which price. */
  record Slice(Quantity quantity, Instant from, Price estimatedPrice, String strategy) {}
}
