package io.arduinotrader.persistence.readmodel;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import io.arduinotrader.protocol.vocab.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What commands under a key were answered, for a limited time. Answers travel as Base64. Every
 * method throws {@link StoreUnavailableException} on failure, also when two nodes begin the same
 * command at once; whoever calls again finds the row.
 */
public final class AnswerTable {

  private static final String OF_COMMAND = " WHERE command = ? AND command_key = ?";

  private static final String INSERT =
      Columns.insert("command_answer", List.of("command", "command_key", "body_hash", "begun_at"));

  private final Database database;

  public AnswerTable(Database database) {
    this.database = database;
  }

  /**
   * A command that was begun.
   *
   * @param body names its request
   * @param answer empty when nobody knows it
   */
  public record Row(Digest body, Optional<String> answer) {}

  /**
   * Notes a command unless it was noted before.
   *
   * @param oldest what was begun before this is forgotten first
   * @return the row of an earlier call, empty when this is the first
   */
  public Optional<Row> begin(String command, String key, Digest body, Instant now, Instant oldest) {
    return database.write(
        "a command",
        connection -> {
          update(connection, "DELETE FROM command_answer WHERE begun_at < ?", oldest);
          Optional<Row> known = find(connection, command, key);
          if (known.isEmpty()) {
            update(connection, INSERT, command, key, body.hex(), now);
          }
          return known;
        });
  }

  /** Keeps an answer unless there is one; returns the one that is kept. */
  public String keep(String command, String key, String answer) {
    return database.write(
        "an answer",
        connection -> {
          update(
              connection,
              "UPDATE command_answer SET answer = ?" + OF_COMMAND + " AND answer IS NULL",
              Base64.getDecoder().decode(answer),
              command,
              key);
          return find(connection, command, key).flatMap(Row::answer).orElse(answer);
        });
  }

  /** Takes back the note of a command that was never answered. */
  public void forget(String command, String key) {
    database.write(
        "a command",
        connection ->
            update(
                connection,
                "DELETE FROM command_answer" + OF_COMMAND + " AND answer IS NULL",
                command,
                key));
  }

  private static Optional<Row> find(Connection connection, String command, String key)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT body_hash, answer FROM command_answer" + OF_COMMAND)) {
      Columns.bind(statement, command, key);
      return Columns.all(
              statement,
              rows -> {
                byte[] answer = rows.getBytes("answer");
                return new Row(
                    new Digest(rows.getString("body_hash")),
                    answer == null
                        ? Optional.empty()
                        : Optional.of(Base64.getEncoder().encodeToString(answer)));
              })
          .stream()
          .findFirst();
    }
  }

  private static int update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns.bind(statement, values);
      return statement.executeUpdate();
    }
  }
}
