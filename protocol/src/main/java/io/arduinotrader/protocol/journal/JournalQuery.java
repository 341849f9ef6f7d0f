package io.arduinotrader.protocol.journal;

import io.arduinotrader.protocol.message.ClusterMessage;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What can be asked about the journal on a node that has it. */
public sealed interface JournalQuery extends ClusterMessage {

  ServiceKey<JournalQuery> KEY = ServiceKey.create(JournalQuery.class, "journal");

  /**
   * Which streams does the journal have? In the order of their ids.
   *
   * @param after only ids behind this one, empty for the first page
   * @param limit streams in the answer at most; fewer means that there are no more
   */
  record ListStreams(String after, int limit, ActorRef<StreamsReply> replyTo)
      implements JournalQuery {}

  /** Read a whole stream and follow its hash chain. */
  record VerifyStream(String persistenceId, ActorRef<VerdictReply> replyTo)
      implements JournalQuery {}

  /** Could an event be stored now? */
  record CheckWritable(ActorRef<WritableReply> replyTo) implements JournalQuery {}

  /** The answer to {@link ListStreams}. */
  sealed interface StreamsReply extends ClusterMessage {}

  /** A page of persistence ids. */
  record Streams(List<String> persistenceIds) implements StreamsReply {}

  /** The answer to {@link VerifyStream}. */
  sealed interface VerdictReply extends ClusterMessage {}

  /**
   * What following the chain came to.
   *
   * @param events events read
   * @param headHash hash of the last event that fits the chain in lower-case hex, empty when none
   *     does
   * @param firstBadSequence sequence number of the first event that does not fit, zero when all do
   * @param reason what is wrong with that event, empty when nothing is
   */
  record Verdict(
      String persistenceId, long events, String headHash, long firstBadSequence, String reason)
      implements VerdictReply {}

  /** The journal has no such stream. */
  record UnknownStream(String persistenceId) implements VerdictReply {}

  /** The answer to {@link CheckWritable}. */
  sealed interface WritableReply extends ClusterMessage {}

  /** Events can be stored. */
  record Writable() implements WritableReply {}

  /** Events cannot be stored. */
  record NotWritable(String reason) implements WritableReply {}

  /** The journal could not be read. */
  record Unreadable(String reason) implements StreamsReply, VerdictReply {}
}
