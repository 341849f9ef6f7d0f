package io.arduinotrader.protocol.trading;

/** Where an order stands between the wish and its end. */
public enum OrderPhase {
  /** The wish is stored; nothing is checked yet. */
  INTENT_RECORDED,
  /** A rule or the broker said no. */
  REJECTED,
  /** Every rule said yes and funds or shares are set aside. */
  FUNDS_RESERVED,
  /** The broker is about to be called or being called. */
  SUBMITTING,
  /** The call to the broker ended without an answer; only a lookup may tell. */
  UNKNOWN,
  /** The broker has the order. */
  ACCEPTED,
  /** The order is in the market. */
  WORKING,
  /** A part is executed, the rest is in the market. */
  PARTIALLY_FILLED,
  /** Everything is executed. */
  FILLED,
  /** The broker was asked to cancel. */
  CANCEL_PENDING,
  /** Cancelled without any execution. */
  CANCELLED,
  /** Cancelled after a part was executed. */
  PARTIALLY_FILLED_CANCELLED,
  /** Ended with its session without any execution. */
  EXPIRED,
  /** Ended with its session after a part was executed. */
  PARTIALLY_FILLED_EXPIRED,
  /** The broker never got the order and it is not sent again. */
  SEND_FAILED;

  /** Whether the order has ended and will never change again. */
  public boolean isTerminal() {
    return switch (this) {
      case REJECTED,
          FILLED,
          CANCELLED,
          PARTIALLY_FILLED_CANCELLED,
          EXPIRED,
          PARTIALLY_FILLED_EXPIRED,
          SEND_FAILED ->
          true;
      case INTENT_RECORDED,
          FUNDS_RESERVED,
          SUBMITTING,
          UNKNOWN,
          ACCEPTED,
          WORKING,
          PARTIALLY_FILLED,
          CANCEL_PENDING ->
          false;
    };
  }
}
