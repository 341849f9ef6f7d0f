package io.arduinotrader.protocol.replay;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.AccountId;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What can be asked about the past on a node that has the journal. Nothing of it has an effect. */
public sealed interface ReplayQuery extends ClusterMessage {

  ServiceKey<ReplayQuery> KEY = ServiceKey.create(ReplayQuery.class, "replay");

  /** Which part of the journal lies between two moments, both included? */
  record Locate(AccountId account, Moment from, Moment to, ActorRef<LocateReply> replyTo)
      implements ReplayQuery {}

  /**
   * What happened?
   *
   * @param after only events behind this position
   * @param upTo only events up to this position
   * @param limit rows of the journal that are looked at; the page may have fewer events, or none
   */
  record ReadEvents(
      AccountId account, long after, long upTo, int limit, ActorRef<EventsReply> replyTo)
      implements ReplayQuery {}

  /** How did the account stand? */
  record GetState(AccountId account, Moment moment, ActorRef<StateReply> replyTo)
      implements ReplayQuery {}

  /** Is the record whole, and is the living account what it adds up to? */
  record VerifyAccount(AccountId account, ActorRef<VerifyReply> replyTo) implements ReplayQuery {}

  /** Why was an order made? It is named by its intent, the broker's id or one of its fills. */
  record ExplainOrder(AccountId account, String order, ActorRef<ExplainReply> replyTo)
      implements ReplayQuery {}

  /** What would have come of the same orders under other conditions? */
  record WhatIf(
      AccountId account,
      Moment from,
      Moment to,
      WhatIfChanges changes,
      ActorRef<WhatIfReply> replyTo)
      implements ReplayQuery {}

  /** The answer to {@link Locate}. */
  sealed interface LocateReply extends ClusterMessage {}

  /** The events behind one position up to another. */
  record Range(long after, long upTo) implements LocateReply {}

  /** The answer to {@link ReadEvents}. */
  sealed interface EventsReply extends ClusterMessage {}

  /**
   * A page of events.
   *
   * @param position where the next page begins
   * @param isLast whether there is nothing behind it up to the position asked for
   */
  record EventPage(List<TradeEvent> events, long position, boolean isLast) implements EventsReply {}

  /** The answer to {@link GetState}. */
  sealed interface StateReply extends ClusterMessage {}

  /** How the account stood. */
  record State(ReplayedState state) implements StateReply {}

  /** The answer to {@link VerifyAccount}. */
  sealed interface VerifyReply extends ClusterMessage permits AccountVerdict, NotReplayed {}

  /** The answer to {@link ExplainOrder}. */
  sealed interface ExplainReply extends ClusterMessage
      permits OrderExplanation, UnknownOrder, NotReplayed {}

  /** The account never had such an order. */
  record UnknownOrder(String order) implements ExplainReply {}

  /** The answer to {@link WhatIf}. */
  sealed interface WhatIfReply extends ClusterMessage permits WhatIfOutcome, NotReplayed {}

  /** Why there is no answer. */
  enum Obstacle {
    /** The journal or the living account cannot be read now. */
    UNREACHABLE,
    /** Too many questions wait. */
    BUSY,
    /** The record is not what was written. */
    BROKEN,
    /** There is no such moment. */
    NO_SUCH_MOMENT
  }

  /** There is no answer. */
  record NotReplayed(Obstacle obstacle, String reason)
      implements LocateReply, EventsReply, StateReply, VerifyReply, ExplainReply, WhatIfReply {}
}
