package io.arduinotrader.replay;

import com.google.protobuf.ByteString;
import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.EventCodec;
import io.arduinotrader.persistence.codec.JournalSerializer;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseSettings;
import io.arduinotrader.persistence.readmodel.EventTable;
import io.arduinotrader.persistence.schema.SchemaInstaller;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Digest;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real H2 journal that tests write row by row, as the entities would. */
final class WrittenJournal implements AutoCloseable {

  private static final String INSERT =
      "INSERT INTO event_journal (persistence_id, sequence_number, writer, write_timestamp,"
          + " adapter_manifest, event_ser_id, event_ser_manifest, event_payload)"
          + " VALUES (?, ?, 'test', 0, '', ?, ?, ?)";

  /** A row as it is stored. */
  record Row(String stream, long sequenceNumber, String manifest, ByteString payload) {}

  private final Database database;
  private final JournalSerializer serializer = new JournalSerializer();
  private final Map<String, Digest> heads = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final List<Row> waiting = new ArrayList<>();

  WrittenJournal(Path folder) {
    database = Database.open(DatabaseSettings.embedded(folder));
    SchemaInstaller.install(database);
  }

  Database database() {
    return database;
  }

  EventTable table() {
    return new EventTable(database);
  }

  Journal journal() {
    return new Journal(table(), AccountId.DEFAULT);
  }

  /** Appends an event to a stream. */
  <E> WrittenJournal add(String stream, EventCodec<E> codec, E event) {
    Chained<E> link = Chained.append(heads.getOrDefault(stream, Digest.EMPTY), event, codec);
    heads.put(stream, link.hash());
    long number = numbers.merge(stream, 1L, Long::sum);
    waiting.add(
        new Row(
            stream,
            number,
            serializer.manifest(link),
            ByteString.copyFrom(serializer.toBinary(link))));
    if (waiting.size() == 1000) {
      write();
    }
    return this;
  }

  /** Appends rows as they are. */
  void add(List<Row> rows) {
    waiting.addAll(rows);
    write();
  }

  /** Stores what was added. */
  WrittenJournal write() {
    database.write(
        "test events",
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Row row : waiting) {
              insert.setString(1, row.stream());
              insert.setLong(2, row.sequenceNumber());
              insert.setInt(3, JournalSerializer.IDENTIFIER);
              insert.setString(4, row.manifest());
              insert.setBytes(5, row.payload().toByteArray());
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
    waiting.clear();
    return this;
  }

  /** Changes stored rows by hand. */
  void update(String sql) {
    database.write(
        "a change by hand",
        connection -> {
          try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }

  /** The hash of the last event of a stream. */
  Digest head(String stream) {
    return heads.getOrDefault(stream, Digest.EMPTY);
  }

  @Override
  public void close() {
    database.close();
  }
}
