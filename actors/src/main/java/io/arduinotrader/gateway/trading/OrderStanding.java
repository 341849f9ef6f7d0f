package io.arduinotrader.gateway.trading;

import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.protocol.grpc.common.TradeStatus;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderView;

/** What an order's phase means to its caller. */
final class OrderStanding {

  private OrderStanding() {}

  /** The phase as one of the contract's four states. */
  static TradeStatus status(OrderPhase phase) {
    return switch (phase) {
      case INTENT_RECORDED,
          FUNDS_RESERVED,
          SUBMITTING,
          UNKNOWN,
          ACCEPTED,
          WORKING,
          PARTIALLY_FILLED,
          CANCEL_PENDING ->
          TradeStatus.PENDING;
      case FILLED -> TradeStatus.EXECUTED;
      case REJECTED, SEND_FAILED -> TradeStatus.FAILED;
      case CANCELLED, PARTIALLY_FILLED_CANCELLED, EXPIRED, PARTIALLY_FILLED_EXPIRED ->
          TradeStatus.CANCELLED;
    };
  }

  /** Whether the broker took the order or executed any of it. */
  static boolean isSuccess(OrderPhase phase) {
    return switch (phase) {
      case ACCEPTED,
          WORKING,
          PARTIALLY_FILLED,
          CANCEL_PENDING,
          FILLED,
          PARTIALLY_FILLED_CANCELLED,
          PARTIALLY_FILLED_EXPIRED ->
          true;
      case INTENT_RECORDED,
          FUNDS_RESERVED,
          SUBMITTING,
          UNKNOWN,
          REJECTED,
          SEND_FAILED,
          CANCELLED,
          EXPIRED ->
          false;
    };
  }

  /** Whether it has ended because the broker or the rules could not be reached. */
  private static boolean wasNeverSent(OrderView view) {
    return view.phase() == OrderPhase.REJECTED
        && view.refusal()
            .filter(
                refusal ->
                    refusal.code() == RefusalCode.UNAVAILABLE
                        || refusal.code() == RefusalCode.BROKER_UNAVAILABLE)
            .isPresent();
  }

  /** The phase in words. */
  static String message(OrderView view) {
    String words = view.refusal().map(Refusals::text).orElseGet(() -> message(view.phase()));
    if (view.phase() == OrderPhase.SEND_FAILED) {
      return words
          + "; the broker may have it all the same: compare the books before ordering again";
    }
    return wasNeverSent(view)
        ? words + "; the order has ended without being sent, another attempt is a new order"
        : words;
  }

  private static String message(OrderPhase phase) {
    return switch (phase) {
      case INTENT_RECORDED -> "the order is recorded and not checked yet";
      case FUNDS_RESERVED, SUBMITTING -> "the order passed the checks and is on its way";
      case UNKNOWN ->
          "the outcome is unknown: the order left and the broker did not answer; it is being looked"
              + " up, do not send it again";
      case ACCEPTED, WORKING -> "the broker has the order";
      case PARTIALLY_FILLED -> "a part of the order is executed";
      case FILLED -> "the order is executed";
      case CANCEL_PENDING -> "the broker was asked to cancel and has not confirmed it yet";
      case CANCELLED -> "the order is cancelled";
      case PARTIALLY_FILLED_CANCELLED -> "the rest of the order is cancelled";
      case EXPIRED -> "the order ended with its session";
      case PARTIALLY_FILLED_EXPIRED -> "the rest of the order ended with its session";
      case REJECTED -> "the order was refused";
      case SEND_FAILED -> "the order was sent and not found at the broker";
    };
  }
}
