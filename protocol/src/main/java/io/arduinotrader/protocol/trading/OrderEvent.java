package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Fill;
import java.time.Instant;

/** What happened to an order. */
public sealed interface OrderEvent {

  Instant at();

  /** Somebody wishes to trade. */
  record IntentRecorded(Intent intent, ClientOrderId clientOrderId, Instant at)
      implements OrderEvent {}

  /** A rule or the broker refused; the order has ended. */
  record OrderRejected(Refusal refusal, Instant at) implements OrderEvent {}

  /** The account's rules passed and funds or shares are set aside. */
  record OrderAdmitted(Instant at) implements OrderEvent {}

  /** The broker is called next; stored before it sees anything. */
  record SubmissionStarted(int attempt, Instant at) implements OrderEvent {}

  /** The broker has the order under this id. */
  record OrderAccepted(BrokerOrderId brokerOrderId, Instant at) implements OrderEvent {}

  /** The call to the broker ended without an answer. */
  record OutcomeUnknown(String reason, Instant at) implements OrderEvent {}

  /** A lookup at the broker did not find the order. */
  record LookupMissed(int misses, Instant at) implements OrderEvent {}

  /** The broker never got the order; it has ended. */
  record SubmissionFailed(String reason, Instant at) implements OrderEvent {}

  /** The order is in the market. */
  record OrderWorking(Instant at) implements OrderEvent {}

  /** Shares moved. */
  record FillRecorded(Fill fill, Instant at) implements OrderEvent {}

  /** More was executed than ordered; the fills are facts all the same. */
  record OverfillDetected(Instant at) implements OrderEvent {}

  /** Somebody wants the order withdrawn. */
  record CancelRequested(String reason, Instant at) implements OrderEvent {}

  /** The broker would not cancel; the order is in the market as before. */
  record CancelRefused(String reason, Instant at) implements OrderEvent {}

  /** The broker withdrew the order; it has ended. */
  record OrderCancelled(Instant at) implements OrderEvent {}

  /** The order's session is over; it has ended. */
  record OrderExpired(Instant at) implements OrderEvent {}

  /** Portfolio and account have taken note of the end: nothing is left to do. */
  record OrderSettled(Instant at) implements OrderEvent {}
}
