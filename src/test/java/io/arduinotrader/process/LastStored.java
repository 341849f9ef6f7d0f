package io.arduinotrader.process;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a dead node has stored last. */
final class LastStored {

  private LastStored() {}

  /** The name of the last event in the journal of a node that does not run. */
  static String in(Path folder) {
    Path file = folder.resolve("data").resolve("trader").toAbsolutePath();
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + file + ";IFEXISTS=TRUE", "trader", "");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT \"event_ser_manifest\" FROM \"event_journal\""
                    + " ORDER BY \"ordering\" DESC LIMIT 1")) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
