package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Side;
import java.time.Instant;

/** What happened to the trading rules' memory of an account. */
public sealed interface TradingEvent {

  Instant at();

  /** An intent passed the rules; from now on it is open and counts in the limits. */
  record IntentAdmitted(IntentId intent, Isin isin, Side side, Instant at)
      implements TradingEvent {}

  /** The portfolio could not set aside what the intent needs; it counts no more. */
  record AdmissionWithdrawn(IntentId intent, Instant at) implements TradingEvent {}

  /** Shares moved: cooldown and hold periods start again. */
  record FillNoted(
      IntentId intent, FillId fill, Isin isin, Side side, Instant executedAt, Instant at)
      implements TradingEvent {}

  /** The intent has ended; it is open no longer but still counts in the limits. */
  record IntentSettled(IntentId intent, Instant at) implements TradingEvent {}

  /** What was stopped or let go on. */
  sealed interface HaltEvent extends TradingEvent {}

  /** A person said how much of the account may be traded from now on. */
  record HaltChanged(HaltState state, String reason, Instant at) implements HaltEvent {}

  /**
   * A security is neither bought nor sold until a person releases it.
   *
   * @param cause the order that went wrong; it halts its security once
   */
  record SecurityHalted(Isin isin, IntentId cause, String reason, Instant at)
      implements HaltEvent {}

  /** A person has looked: the security may be traded again. */
  record SecurityReleased(Isin isin, String reason, Instant at) implements HaltEvent {}

  /** What our books and the broker's say differently. */
  sealed interface DriftEvent extends TradingEvent {}

  /**
   * Our books and the broker's differ and nothing on its way explains it. No book is changed; a
   * difference of the same subject that was noted before is not as it was any more.
   */
  record DriftNoted(BrokerView.Drift drift, Instant at) implements DriftEvent {}

  /** The books agree again about a subject. */
  record DriftCleared(String subject, Instant at) implements DriftEvent {}

  /** How much of trading is real. */
  sealed interface ModeEvent extends TradingEvent {}

  /** The first of two steps to live trading; it changes nothing yet. */
  record ArmingBegun(TradingMode.Arming arming, Instant at) implements ModeEvent {}

  /** The second step: from now on orders reach the broker, wherever it is. */
  record LiveArmed(String reason, Instant at) implements ModeEvent {}

  /** No order reaches a broker outside the house any more; what was begun is forgotten. */
  record LiveDisarmed(String reason, Instant at) implements ModeEvent {}
}
