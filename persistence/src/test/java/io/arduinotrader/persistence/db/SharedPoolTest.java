package io.arduinotrader.persistence.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.persistence.TestNode;
import io.arduinotrader.persistence.codec.EventSamples;
import io.arduinotrader.persistence.codec.JournalAudit;
import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.persistence.codec.StreamReport;
import io.arduinotrader.persistence.projection.ReadModelProjections;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.projection.ProjectionBehavior;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Journal, snapshots, queries, projections and tables live on one pool. */
class SharedPoolTest {

  private final Path folder;

  SharedPoolTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void aNodeOpensNoMoreConnectionsThanItsPool(DatabaseKind kind) throws Exception {
    try (Database database = TestDatabases.installed(kind, folder);
        TestNode node = TestNode.start(database)) {
      node.spawn(ProjectionBehavior.create(ReadModelProjections.ledger(node.system(), database)));
      node.spawn(ProjectionBehavior.create(ReadModelProjections.scores(node.system(), database)));
      node.spawn(ProjectionBehavior.create(ReadModelProjections.plans(node.system(), database)));
      for (int i = 0; i < 12; i++) {
        node.store(
            PersistenceId.of("order", "intent-" + i),
            JournalCodecs.ORDER_EVENTS,
            "",
            EventSamples.order());
      }
      JournalAudit audit = new JournalAudit(node.system());
      List<StreamReport> reports =
          audit
              .streams()
              .flatMapConcat(audit::one)
              .runWith(Sink.seq(), node.system())
              .toCompletableFuture()
              .get(20, TimeUnit.SECONDS);
      assertThat(reports).hasSize(12).allMatch(StreamReport::isIntact);
      assertThat(sessions(database)).isBetween(1, database.connections());
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void aSecondWriterOfAStreamFailsAtTheDatabase(DatabaseKind kind) {
    try (Database database = TestDatabases.installed(kind, folder);
        TestNode node = TestNode.start(database)) {
      node.store(
          PersistenceId.of("order", "intent"),
          JournalCodecs.ORDER_EVENTS,
          "",
          EventSamples.order());
      assertThatThrownBy(
              () ->
                  database.write(
                      "the same event again",
                      connection -> {
                        try (Statement statement = connection.createStatement()) {
                          return statement.executeUpdate(
                              "INSERT INTO event_journal (persistence_id, sequence_number, writer,"
                                  + " write_timestamp, adapter_manifest, event_ser_id,"
                                  + " event_ser_manifest, event_payload) SELECT persistence_id,"
                                  + " sequence_number, 'other', write_timestamp, adapter_manifest,"
                                  + " event_ser_id, event_ser_manifest, event_payload"
                                  + " FROM event_journal WHERE sequence_number = 1");
                        }
                      }))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  private static int sessions(Database database) {
    String query =
        switch (database.kind()) {
          case H2 -> "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS";
          case POSTGRESQL ->
              "SELECT COUNT(*) FROM pg_stat_activity"
                  + " WHERE datname = current_database() AND backend_type = 'client backend'";
        };
    return database.read("sessions", connection -> number(connection.createStatement(), query));
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (statement;
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
