package io.arduinotrader.persistence.readmodel;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import io.arduinotrader.protocol.scoring.ScoreRow;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.vocab.Isin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Past scores. Every method throws {@link StoreUnavailableException} or an {@link SQLException} on
 * failure.
 */
public final class ScoreTable {

  private static final String INSERT =
      Columns.insert(
          "score_history",
          List.of("isin", "sequence_number", "score_day", "total", "grade", "calculated_at"));

  private static final String LAST_OF_EACH_DAY =
      "SELECT score_day, total, grade FROM score_history s WHERE isin = ? AND score_day >= ?"
          + " AND sequence_number = (SELECT MAX(n.sequence_number) FROM score_history n"
          + " WHERE n.isin = s.isin AND n.score_day = s.score_day) ORDER BY score_day";

  private final Database database;

  public ScoreTable(Database database) {
    this.database = database;
  }

  /** The last score of each day since a day, oldest first. */
  public List<ScoreRow> since(Isin isin, LocalDate day) {
    return database.read(
        "scores",
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(LAST_OF_EACH_DAY)) {
            Columns.bind(statement, isin.value(), day);
            return Columns.all(
                statement,
                rows ->
                    new ScoreRow(
                        Columns.day(rows, "score_day"),
                        rows.getDouble("total"),
                        rows.getString("grade")));
          }
        });
  }

  /**
   * Stores a score within a projection's transaction.
   *
   * @param sequenceNumber the scoring event's place in the security's stream
   */
  public static void insert(Connection connection, long sequenceNumber, SecurityScore score)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      Columns.bind(
          statement,
          score.isin().value(),
          sequenceNumber,
          score.asOf(),
          score.total(),
          score.grade(),
          score.calculatedAt());
      statement.executeUpdate();
    }
  }
}
