package io.arduinotrader.persistence.codec;

import io.arduinotrader.protocol.vocab.Digest;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.japi.pf.PFBuilder;
import org.apache.pekko.persistence.jdbc.query.javadsl.JdbcReadJournal;
import org.apache.pekko.persistence.query.EventEnvelope;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.stream.javadsl.Source;

/**
 * Reads streams of events as they are stored and checks that each event follows from the one
 * before. No entity takes part. A changed last event cannot be noticed from within: nothing links
 * to it yet, so heads are worth writing down elsewhere.
 */
public final class JournalAudit {

  private final JdbcReadJournal journal;

  /** An audit of the journal that the actor system writes. */
  public JournalAudit(ActorSystem<?> system) {
    this.journal =
        PersistenceQuery.get(system)
            .getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier());
  }

  /** The ids of all streams there are. */
  public Source<String, NotUsed> streams() {
    return journal.currentPersistenceIds();
  }

  /** The report on one stream; a stream without events is intact. */
  public Source<StreamReport, NotUsed> one(String persistenceId) {
    return journal
        .currentEventsByPersistenceId(persistenceId, 1, Long.MAX_VALUE)
        .<Observation>map(Stored::new)
        .recover(new PFBuilder<Throwable, Observation>().matchAny(Unreadable::new).build())
        .fold(
            new StreamReport(persistenceId, 0, Digest.EMPTY, Optional.empty()), JournalAudit::next);
  }

  private sealed interface Observation {}

  private record Stored(EventEnvelope envelope) implements Observation {}

  private record Unreadable(Throwable cause) implements Observation {}

  private static StreamReport next(StreamReport report, Observation observation) {
    if (!report.isIntact()) {
      return report;
    }
    return switch (observation) {
      case Stored stored -> next(report, stored.envelope());
      case Unreadable unreadable ->
          broken(report, report.events() + 1, "cannot be read: " + unreadable.cause());
    };
  }

  private static StreamReport next(StreamReport report, EventEnvelope envelope) {
    long expected = report.events() + 1;
    if (envelope.sequenceNr() != expected) {
      return broken(report, expected, "is missing, the next one is " + envelope.sequenceNr());
    }
    if (!(envelope.event() instanceof Chained<?> link)) {
      return broken(report, expected, "is no link of a chain");
    }
    if (!link.previous().equals(report.head())) {
      return broken(report, expected, "does not follow from the event before it");
    }
    return new StreamReport(report.persistenceId(), expected, link.hash(), Optional.empty());
  }

  private static StreamReport broken(StreamReport report, long sequenceNumber, String reason) {
    return new StreamReport(
        report.persistenceId(),
        report.events(),
        report.head(),
        Optional.of(
            new StreamReport.Defect(sequenceNumber, "event " + sequenceNumber + " " + reason)));
  }
}
