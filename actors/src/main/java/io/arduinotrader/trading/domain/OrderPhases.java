package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.trading.OrderPhase;

/**
 * Which phase follows which. An order that has ended never becomes open again; an execution that
 * comes late may only sharpen how it ended, from cancelled without to cancelled after executions.
 */
final class OrderPhases {

  private OrderPhases() {}

  /** The next phase of an order that is open; one that has ended stays as it is. */
  static OrderPhase open(OrderPhase phase, OrderPhase next) {
    return phase.isTerminal() ? phase : next;
  }

  static OrderPhase accepted(OrderPhase phase, boolean cancelWanted) {
    return open(phase, cancelWanted ? OrderPhase.CANCEL_PENDING : OrderPhase.ACCEPTED);
  }

  static OrderPhase filled(OrderPhase phase, boolean complete) {
    return switch (phase) {
      case REJECTED, SEND_FAILED, FILLED -> phase;
      case CANCELLED, PARTIALLY_FILLED_CANCELLED ->
          complete ? OrderPhase.FILLED : OrderPhase.PARTIALLY_FILLED_CANCELLED;
      case EXPIRED, PARTIALLY_FILLED_EXPIRED ->
          complete ? OrderPhase.FILLED : OrderPhase.PARTIALLY_FILLED_EXPIRED;
      case CANCEL_PENDING -> complete ? OrderPhase.FILLED : OrderPhase.CANCEL_PENDING;
      case INTENT_RECORDED,
          FUNDS_RESERVED,
          SUBMITTING,
          UNKNOWN,
          ACCEPTED,
          WORKING,
          PARTIALLY_FILLED ->
          complete ? OrderPhase.FILLED : OrderPhase.PARTIALLY_FILLED;
    };
  }

  /** Only an order the broker has can be on its way out of the market. */
  static OrderPhase cancelRequested(OrderPhase phase) {
    return switch (phase) {
      case ACCEPTED, WORKING, PARTIALLY_FILLED, CANCEL_PENDING -> OrderPhase.CANCEL_PENDING;
      case INTENT_RECORDED,
          FUNDS_RESERVED,
          SUBMITTING,
          UNKNOWN,
          REJECTED,
          FILLED,
          CANCELLED,
          PARTIALLY_FILLED_CANCELLED,
          EXPIRED,
          PARTIALLY_FILLED_EXPIRED,
          SEND_FAILED ->
          phase;
    };
  }

  static OrderPhase cancelRefused(OrderPhase phase, boolean nothingFilled) {
    if (phase != OrderPhase.CANCEL_PENDING) {
      return phase;
    }
    return nothingFilled ? OrderPhase.WORKING : OrderPhase.PARTIALLY_FILLED;
  }

  static OrderPhase cancelled(OrderPhase phase, boolean nothingFilled) {
    return open(
        phase, nothingFilled ? OrderPhase.CANCELLED : OrderPhase.PARTIALLY_FILLED_CANCELLED);
  }

  static OrderPhase expired(OrderPhase phase, boolean nothingFilled) {
    return open(phase, nothingFilled ? OrderPhase.EXPIRED : OrderPhase.PARTIALLY_FILLED_EXPIRED);
  }
}
