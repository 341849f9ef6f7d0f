package io.arduinotrader.replay;

import io.arduinotrader.persistence.codec.JournalAudit;
import io.arduinotrader.persistence.codec.StreamReport;
import io.arduinotrader.persistence.db.Durability;
import io.arduinotrader.protocol.journal.JournalQuery;
import io.arduinotrader.protocol.journal.JournalQuery.StreamsReply;
import io.arduinotrader.protocol.journal.JournalQuery.VerdictReply;
import io.arduinotrader.protocol.journal.JournalQuery.WritableReply;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.support.Stages;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.stream.javadsl.Sink;

/** Answers questions about the journal of this node. */
public final class JournalDesk {

  private final ActorSystem<?> system;
  private final JournalAudit audit;
  private final Durability durability;
  private final Executor threads;

  private JournalDesk(ActorSystem<?> system, Durability durability, Executor threads) {
    this.system = system;
    this.audit = new JournalAudit(system);
    this.durability = durability;
    this.threads = threads;
  }

  /**
   * A desk that reads this node's journal.
   *
   * @param threads where forcing commits onto the disk may block
   */
  public static Behavior<JournalQuery> create(Durability durability, Executor threads) {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(JournalQuery.KEY, context.getSelf()));
          JournalDesk desk = new JournalDesk(context.getSystem(), durability, threads);
          return Behaviors.receiveMessage(
              query -> {
                desk.onQuery(query);
                return Behaviors.same();
              });
        });
  }

  private void onQuery(JournalQuery query) {
    switch (query) {
      case JournalQuery.ListStreams list ->
          streams(list)
              .exceptionally(failure -> new JournalQuery.Unreadable(Stages.reason(failure)))
              .thenAccept(list.replyTo()::tell);
      case JournalQuery.VerifyStream verify ->
          verdict(verify)
              .exceptionally(failure -> new JournalQuery.Unreadable(Stages.reason(failure)))
              .thenAccept(verify.replyTo()::tell);
      case JournalQuery.CheckWritable check ->
          Stages.on(
                  threads,
                  () -> {
                    durability.force();
                    return Done.getInstance();
                  })
              .<WritableReply>thenApply(done -> new JournalQuery.Writable())
              .exceptionally(failure -> new JournalQuery.NotWritable(Stages.reason(failure)))
              .thenAccept(check.replyTo()::tell);
    }
  }

  private CompletionStage<StreamsReply> streams(JournalQuery.ListStreams list) {
    return audit
        .streams()
        .filter(id -> id.compareTo(list.after()) > 0)
        .runWith(Sink.seq(), system)
        .thenApply(
            ids -> new JournalQuery.Streams(ids.stream().sorted().limit(list.limit()).toList()));
  }

  private CompletionStage<VerdictReply> verdict(JournalQuery.VerifyStream verify) {
    return audit
        .one(verify.persistenceId())
        .runWith(Sink.head(), system)
        .thenApply(JournalDesk::verdict);
  }

  private static VerdictReply verdict(StreamReport report) {
    if (report.isIntact() && report.events() == 0) {
      return new JournalQuery.UnknownStream(report.persistenceId());
    }
    return new JournalQuery.Verdict(
        report.persistenceId(),
        report.events(),
        report.head().equals(Digest.EMPTY) ? "" : report.head().hex(),
        report.defect().map(StreamReport.Defect::sequenceNumber).orElse(0L),
        report.defect().map(StreamReport.Defect::reason).orElse(""));
  }
}
