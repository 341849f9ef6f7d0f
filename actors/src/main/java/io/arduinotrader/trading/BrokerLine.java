package io.arduinotrader.trading;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import java.util.concurrent.CompletionStage;

/**
 * What an order can ask of the broker. A stage never fails: that nobody knows the outcome is an
 * answer of its own.
 */
public interface BrokerLine {

  /** Send an order; everything committed so far is on the disk before the broker sees a byte. */
  CompletionStage<Submitted> submit(Intent intent, ClientOrderId name);

  /** Ask the broker to withdraw an order. */
  CompletionStage<Cancelled> cancel(ClientOrderId name);

  /** Ask whether the broker has an order. */
  CompletionStage<LookedUp> lookup(ClientOrderId name);

  /** What became of sending an order. */
  sealed interface Submitted {}

  /** The broker has the order under this id. */
  record Taken(BrokerOrderId id) implements Submitted {}

  /** The broker will not have the order. */
  record TurnedDown(String reason) implements Submitted {}

  /** The order has surely not left the house; it may be sent later. */
  record NotSent(String reason) implements Submitted {}

  /** What became of a wish to cancel. */
  sealed interface Cancelled {}

  /** The broker has withdrawn the order, or is about to; a report says which. */
  record Accepted() implements Cancelled {}

  /** The broker will not withdraw the order. */
  record NotCancelled(String reason) implements Cancelled {}

  /** What became of a lookup. */
  sealed interface LookedUp {}

  /** The broker has the order. */
  record Found(BrokerReport report) implements LookedUp {}

  /** The broker has answered in full and does not know the order. */
  record Absent() implements LookedUp {}

  /** The call ended without an answer. */
  record Unanswered(String reason) implements Submitted, Cancelled, LookedUp {}
}
