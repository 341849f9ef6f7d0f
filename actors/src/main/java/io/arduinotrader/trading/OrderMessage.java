package io.arduinotrader.trading;

import io.arduinotrader.protocol.trading.AdmissionReply;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.trading.domain.OrderLifecycle;

/** What an order tells itself, never seen outside. */
sealed interface OrderMessage extends OrderCommand.Internal {

  /** The account's rules have answered. */
  record Judged(AdmissionReply reply) implements OrderMessage {}

  /** Sending has come to an answer. */
  record Sent(BrokerLine.Submitted answer) implements OrderMessage {}

  /**
   * The broker was asked whether it has the order.
   *
   * @param resending how often it may be sent if it has not
   */
  record LookedUp(BrokerLine.LookedUp answer, OrderLifecycle.Resending resending)
      implements OrderMessage {}

  /** A wish to cancel has come to an answer. */
  record CancelAnswered(BrokerLine.Cancelled answer) implements OrderMessage {}

  /** The account knows of an order that was placed past its rules. */
  record Announced() implements OrderMessage {}

  /** Portfolio and account know of an execution. */
  record Delivered(FillId fill) implements OrderMessage {}

  /** Portfolio and account know that the order has ended. */
  record Settled() implements OrderMessage {}

  /** An errand has come to nothing. */
  record Failed(OrderErrands.Errand errand) implements OrderMessage {}

  /** An errand may be run again. */
  record Again(OrderErrands.Errand errand) implements OrderMessage {}

  /** Whoever placed the order has waited long enough for its execution. */
  record WaitOver() implements OrderMessage {}
}
