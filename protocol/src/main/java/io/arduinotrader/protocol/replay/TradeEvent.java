package io.arduinotrader.protocol.replay;

import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to an account, for a reader.
 *
 * @param position its place in the whole journal
 * @param stream whose stream it is in
 * @param sequenceNumber its number there
 * @param hash of the event and everything before it in its stream
 * @param at the market's time
 * @param kind family and event, for example {@code order.fill-recorded}
 * @param text the same as a sentence
 * @param trade the order it is about
 * @param cash what it moved or set aside, below zero for what went out
 */
public record TradeEvent(
    long position,
    String stream,
    long sequenceNumber,
    Digest hash,
    Instant at,
    String kind,
    String text,
    Optional<Trade> trade,
    List<Money> cash) {

  /**
   * The order and what is said of it.
   *
   * @param quantity shares ordered, or executed by a fill
   * @param price the limit of an order, or what a share was executed at
   */
  public record Trade(
      IntentId intent,
      Optional<BrokerOrderId> order,
      Optional<FillId> fill,
      Optional<Isin> isin,
      Optional<Symbol> symbol,
      Optional<Side> side,
      Optional<Quantity> quantity,
      Optional<Price> price,
      Optional<Money> commission) {}
}
