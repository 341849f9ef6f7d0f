package io.arduinotrader.persistence.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.persistence.TestNode;
import io.arduinotrader.persistence.codec.StreamReport.Defect;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseKind;
import io.arduinotrader.persistence.db.TestDatabases;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.vocab.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit says of a journal that is intact and of one that somebody has touched. */
class JournalAuditTest {

  private static final PersistenceId ORDER = PersistenceId.of("order", "intent-1");
  private static final PersistenceId OTHER = PersistenceId.of("order", "intent-2");
  private static final List<OrderEvent> EVENTS = EventSamples.order();

  private final Database database;
  private final TestNode node;

  JournalAuditTest(@TempDir Path folder) {
    database = TestDatabases.installed(DatabaseKind.H2, folder);
    node = TestNode.start(database);
    node.store(ORDER, JournalCodecs.ORDER_EVENTS, "", EVENTS);
  }

  @AfterEach
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void anIntactJournalIsReportedStreamByStream() throws Exception {
    node.store(OTHER, JournalCodecs.ORDER_EVENTS, "", EVENTS.subList(0, 2));
    JournalAudit audit = new JournalAudit(node.system());
    assertThat(run(audit.streams().flatMapConcat(audit::one)))
        .containsExactlyInAnyOrder(
            new StreamReport(ORDER.id(), EVENTS.size(), head(EVENTS), Optional.empty()),
            new StreamReport(OTHER.id(), 2, head(EVENTS.subList(0, 2)), Optional.empty()));
  }

  @Test
  void aStreamWithoutEventsIsIntact() throws Exception {
    assertThat(one(OTHER))
        .isEqualTo(new StreamReport(OTHER.id(), 0, Digest.EMPTY, Optional.empty()));
  }

  @Test
  void aChangedEventBreaksTheLinkOfTheNext() throws Exception {
    update(
        "UPDATE event_journal SET event_ser_manifest = 'order.order-settled.v1'"
            + " WHERE persistence_id = ? AND event_ser_manifest = 'order.order-admitted.v1'");
    StreamReport report = one(ORDER);
    assertThat(report.isIntact()).isFalse();
    assertThat(report.defect())
        .contains(new Defect(5, "event 5 does not follow from the event before it"));
  }

  @Test
  void anEventThatCannotBeReadIsNamed() throws Exception {
    update(
        "UPDATE event_journal SET event_payload = X'00' WHERE persistence_id = ?"
            + " AND sequence_number = 3");
    StreamReport report = one(ORDER);
    assertThat(report.events()).isEqualTo(2);
    assertThat(report.head()).isEqualTo(head(EVENTS.subList(0, 2)));
    assertThat(report.defect()).map(Defect::sequenceNumber).contains(3L);
    assertThat(report.defect().orElseThrow().reason()).contains("cut off");
  }

  @Test
  void aMissingEventIsNamed() throws Exception {
    update("DELETE FROM event_journal WHERE persistence_id = ? AND sequence_number = 3");
    assertThat(one(ORDER).defect())
        .contains(new Defect(3, "event 3 is missing, the next one is 4"));
  }

  @Test
  void aChangedLastEventShowsInTheHead() throws Exception {
    update(
        "UPDATE event_journal SET event_ser_manifest = 'order.order-expired.v1'"
            + " WHERE persistence_id = ? AND event_ser_manifest = 'order.order-settled.v1'");
    StreamReport report = one(ORDER);
    assertThat(report.isIntact()).isTrue();
    assertThat(report.head()).isNotEqualTo(head(EVENTS));
  }

  private StreamReport one(PersistenceId id) throws Exception {
    return run(new JournalAudit(node.system()).one(id.id())).getFirst();
  }

  private List<StreamReport> run(Source<StreamReport, ?> reports) throws Exception {
    return reports
        .runWith(Sink.seq(), node.system())
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  private void update(String statement) {
    int rows =
        database.write(
            "a change by hand",
            connection -> {
              try (var prepared = connection.prepareStatement(statement)) {
                prepared.setString(1, ORDER.id());
                return prepared.executeUpdate();
              }
            });
    assertThat(rows).isPositive();
  }

  private static Digest head(List<OrderEvent> events) {
    Digest head = Digest.EMPTY;
    for (OrderEvent event : events) {
      head = Chained.append(head, event, JournalCodecs.ORDER_EVENTS).hash();
    }
    return head;
  }
}
