package io.arduinotrader.protocol.answers;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.Digest;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What the keeper of the answers to repeatable commands can be told. */
public sealed interface AnswerCommand extends ClusterMessage {

  ServiceKey<AnswerCommand> KEY = ServiceKey.create(AnswerCommand.class, "answers");

  /**
   * Names a command.
   *
   * @param command what is called, for example {@code ExecuteTrade}
   * @param key under which its caller may repeat it
   */
  record Name(String command, String key) {}

  /** Somebody calls a command. */
  record Begin(Name name, Digest body, ActorRef<BeginReply> replyTo) implements AnswerCommand {}

  /** The command came to an answer; the first one that is kept stays. */
  record Keep(Name name, String answer, ActorRef<KeepReply> replyTo) implements AnswerCommand {}

  /** The command was not understood or not allowed and had no effect: its key is free again. */
  record Forget(Name name, ActorRef<ForgetReply> replyTo) implements AnswerCommand {}

  /** The answer to {@link Begin}. */
  sealed interface BeginReply extends ClusterMessage {}

  /** The answer to {@link Keep}. */
  sealed interface KeepReply extends ClusterMessage {}

  /** The answer to {@link Forget}. */
  sealed interface ForgetReply extends ClusterMessage {}

  /** Nobody used the key before. */
  record First() implements BeginReply {}

  /** It was begun before and nobody knows what it was answered. */
  record Unanswered() implements BeginReply {}

  /** The key was used with another request. */
  record OtherRequest() implements BeginReply {}

  /**
   * What it was answered.
   *
   * @param answer the message's bytes in Base64
   */
  record Answered(String answer) implements BeginReply, KeepReply {}

  /** The key is free. */
  record Forgotten() implements ForgetReply {}

  /** The store cannot be used now. */
  record NotKept(String reason) implements BeginReply, KeepReply, ForgetReply {}
}
