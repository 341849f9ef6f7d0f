package io.arduinotrader.persistence.readmodel;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.JournalSerializer;
import io.arduinotrader.persistence.codec.UnreadableRecordException;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * The journal as rows, read page by page without any entity. A page holds its connection only while
 * it is read, so that a long replay never keeps one from the writers. Every method throws {@link
 * StoreUnavailableException} on failure.
 */
public final class EventTable {

  private static final String COLUMNS =
      "SELECT ordering, persistence_id, sequence_number, event_ser_id, event_ser_manifest,"
          + " event_payload FROM event_journal WHERE ";

  private static final String FIRST = " FETCH FIRST ? ROWS ONLY";

  private final Database database;
  private final JournalSerializer serializer = new JournalSerializer();

  public EventTable(Database database) {
    this.database = database;
  }

  /**
   * Whose events are read.
   *
   * @param streams persistence ids
   * @param family the kind of entity all of whose streams are read too
   */
  public record Selection(List<String> streams, String family) {

    /** Keeps its own copy of the ids. */
    public Selection {
      streams = List.copyOf(streams);
    }
  }

  /** Events of several streams in the order they were stored, behind one position up to another. */
  public List<StoredEvent> page(Selection selection, long after, long upTo, int limit) {
    String sql =
        COLUMNS
            + "ordering > ? AND ordering <= ? AND (persistence_id IN ("
            + String.join(", ", Collections.nCopies(selection.streams().size(), "?"))
            + ") OR persistence_id LIKE ?) ORDER BY ordering"
            + FIRST;
    List<Object> values = new ArrayList<>(List.of(after, upTo));
    values.addAll(selection.streams());
    values.add(selection.family() + "|%");
    values.add(limit);
    return read(sql, values);
  }

  /** Events of one stream by number, behind one number. */
  public List<StoredEvent> stream(String stream, long after, int limit) {
    return read(
        COLUMNS + "persistence_id = ? AND sequence_number > ? ORDER BY sequence_number" + FIRST,
        List.of(stream, after, limit));
  }

  /** The position of the last event of the journal, zero when there is none. */
  public long head() {
    return database.read(
        "the end of the journal",
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT ordering FROM event_journal ORDER BY ordering DESC"
                      + " FETCH FIRST 1 ROWS ONLY")) {
            return number(statement).orElse(0);
          }
        });
  }

  /** The position of an event of a stream, empty when there is none. */
  public OptionalLong position(String stream, long sequenceNumber) {
    return database.read(
        "the journal",
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT ordering FROM event_journal WHERE persistence_id = ?"
                      + " AND sequence_number = ?")) {
            Columns.bind(statement, stream, sequenceNumber);
            return number(statement);
          }
        });
  }

  private List<StoredEvent> read(String sql, List<Object> values) {
    return database.read(
        "the journal",
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Columns.bind(statement, values.toArray());
            return Columns.all(statement, this::event);
          }
        });
  }

  private StoredEvent event(ResultSet rows) throws SQLException {
    long position = rows.getLong(1);
    String stream = rows.getString(2);
    long sequenceNumber = rows.getLong(3);
    String manifest = rows.getString(5);
    if (rows.getInt(4) != JournalSerializer.IDENTIFIER) {
      return new StoredEvent.Illegible(
          position, stream, sequenceNumber, "was written by another serializer");
    }
    try {
      return serializer.fromBinary(rows.getBytes(6), manifest) instanceof Chained<?> link
          ? new StoredEvent.Legible(position, stream, sequenceNumber, manifest, link)
          : new StoredEvent.Illegible(position, stream, sequenceNumber, "is no event");
    } catch (UnreadableRecordException unreadable) {
      return new StoredEvent.Illegible(
          position, stream, sequenceNumber, "cannot be read: " + unreadable.getMessage());
    }
  }

  private static OptionalLong number(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
    }
  }
}
