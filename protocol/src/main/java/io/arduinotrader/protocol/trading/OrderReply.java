package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.IntentId;

/** What an order answers. */
public sealed interface OrderReply extends ClusterMessage {

  /** The order as it stands now. */
  record Known(OrderView view) implements OrderReply {}

  /** No such order was ever placed. */
  record Unknown(IntentId intent) implements OrderReply {}

  /** The request does not fit the order; the order is as before. */
  record Refused(Refusal refusal, OrderView view) implements OrderReply {}
}
