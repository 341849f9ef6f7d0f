package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Side;
import java.time.Instant;
import java.util.List;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** What the trading rules of an account can be told; the entity id is the account id. */
public sealed interface TradingCommand extends ClusterMessage {

  EntityTypeKey<TradingCommand> KEY = EntityTypeKey.create(TradingCommand.class, "trading");

  /**
   * Check every rule and set funds or shares aside, one intent at a time. A repeat for an admitted
   * intent answers Admitted again.
   */
  record Admit(Intent intent, ActorRef<AdmissionReply> replyTo) implements TradingCommand {}

  /** Check every rule without any effect and report all that would refuse. */
  record Validate(Intent intent, ActorRef<ValidationReply> replyTo) implements TradingCommand {}

  /**
   * The broker has an order nobody placed here: from now on it is open and counts in the limits
   * like any other. A repeat changes nothing.
   */
  record Adopt(IntentId intent, Isin isin, Side side, ActorRef<Done> replyTo)
      implements TradingCommand {}

  /** Shares of an admitted intent moved; starts cooldown and hold periods. */
  record NoteFill(
      IntentId intent, FillId fill, Isin isin, Side side, Instant at, ActorRef<Done> replyTo)
      implements TradingCommand {}

  /** An admitted intent has ended: it is open no longer. */
  record Settle(IntentId intent, ActorRef<Done> replyTo) implements TradingCommand {}

  /** A person says how much of the account may be traded; the same again changes nothing. */
  record ChangeHalt(HaltState state, String reason, ActorRef<TradingView> replyTo)
      implements TradingCommand {}

  /**
   * An order went wrong in a way that a person has to look at; its security is not traded until
   * then. A repeat for the same order changes nothing, also after the release.
   */
  record HaltSecurity(Isin isin, IntentId cause, String reason, ActorRef<Done> replyTo)
      implements TradingCommand {}

  /** A person has looked at a halted security; releasing one that is not halted changes nothing. */
  record ReleaseSecurity(Isin isin, String reason, ActorRef<TradingView> replyTo)
      implements TradingCommand {}

  /** Show whether orders may reach a broker outside the house. */
  record GetMode(ActorRef<ModeReply> replyTo) implements TradingCommand {}

  /** A step to live trading. */
  sealed interface ArmingStep extends TradingCommand {}

  /** The first of two steps to live trading; the reply has the phrase for the second. */
  record Arm(String reason, String by, ActorRef<ModeReply> replyTo) implements ArmingStep {}

  /** The second step; in an account that is live already it changes nothing. */
  record ConfirmArming(String phrase, ActorRef<ModeReply> replyTo) implements ArmingStep {}

  /** No live trading from now on; orders at the broker go on. The same again changes nothing. */
  record Disarm(String reason, ActorRef<ModeReply> replyTo) implements TradingCommand {}

  /**
   * Note in what our books differ from the broker's after a complete reading; the same again
   * changes nothing.
   *
   * @param confirmed differences that were there in two readings in a row
   * @param subjects of everything that differs now; about all others the books agree
   */
  record NoteDrifts(List<BrokerView.Drift> confirmed, List<String> subjects, ActorRef<Done> replyTo)
      implements TradingCommand {}

  /** Show open intents, the clocks of the rules, what is halted and in what the books differ. */
  record GetTrading(ActorRef<TradingView> replyTo) implements TradingCommand {}

  /** What the account tells itself; only the entity makes these. */
  non-sealed interface Internal extends TradingCommand {}
}
