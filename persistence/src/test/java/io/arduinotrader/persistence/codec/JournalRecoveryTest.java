package io.arduinotrader.persistence.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.persistence.StreamWriter;
import io.arduinotrader.persistence.TestNode;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseKind;
import io.arduinotrader.persistence.db.TestDatabases;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.vocab.Digest;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a writer finds after a restart. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class JournalRecoveryTest {

  private static final PersistenceId ID = PersistenceId.of("order", "intent-1");
  private static final List<OrderEvent> EVENTS = EventSamples.order();

  private final Database database;
  private final TestNode node;

  JournalRecoveryTest(DatabaseKind kind, @TempDir Path folder) {
    database = TestDatabases.installed(kind, folder);
    try (TestNode before = TestNode.start(database)) {
      before.store(ID, JournalCodecs.ORDER_EVENTS, "", EVENTS);
    }
    node = TestNode.start(database);
  }

  @AfterEach
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void itsSnapshotAndTheEventsSince() {
    StreamWriter.Found found = node.recover(ID, JournalCodecs.ORDER_EVENTS);
    assertThat(found.head()).isEqualTo(head(EVENTS));
    assertThat(found.events()).isEqualTo(EVENTS.size());
    assertThat(found.applied()).isLessThan(EVENTS.size());
  }

  @Test
  void allEventsWhenTheSnapshotCannotBeRead() {
    update("UPDATE snapshot SET snapshot_payload = ? WHERE persistence_id = ?", new byte[1]);
    assertThat(node.recover(ID, JournalCodecs.ORDER_EVENTS))
        .isEqualTo(new StreamWriter.Found(head(EVENTS), EVENTS.size(), EVENTS.size()));
  }

  @Test
  void nothingWhenTwoWritersHaveMixedTheirEvents() {
    update("DELETE FROM snapshot WHERE sequence_number > ? AND persistence_id = ?", 0);
    update(
        "UPDATE event_journal SET writer = ? WHERE persistence_id = ? AND sequence_number = 3",
        "another writer");
    node.awaitEnd(node.spawn(StreamWriter.create(ID, JournalCodecs.ORDER_EVENTS, "")));
  }

  private void update(String statement, Object first) {
    int rows =
        database.write(
            "a change by hand",
            connection -> {
              try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                prepared.setObject(1, first);
                prepared.setString(2, ID.id());
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
