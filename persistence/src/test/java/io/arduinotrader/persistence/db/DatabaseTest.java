package io.arduinotrader.persistence.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {

  private final Path folder;

  DatabaseTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void writesAllOrNothing(DatabaseKind kind) {
    try (Database database = TestDatabases.installed(kind, folder)) {
      database.write("a rate", connection -> insertRate(connection, "USD"));

      assertThatThrownBy(
              () ->
                  database.write(
                      "rates",
                      connection -> {
                        insertRate(connection, "GBP");
                        return insertRate(connection, "USD");
                      }))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageStartingWith("cannot write rates: ");
      assertThatThrownBy(
              () ->
                  database.write(
                      "rates",
                      connection -> {
                        insertRate(connection, "HKD");
                        throw new IllegalStateException("no");
                      }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(rates(database)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void failureIsNoEmptyAnswer(DatabaseKind kind) {
    Database database = TestDatabases.installed(kind, folder);
    database.close();
    assertThatThrownBy(() -> rates(database))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageStartingWith("cannot read rates: ");
    assertThatThrownBy(() -> PooledSession.begin(database))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void writesAreForcedOntoTheDisk(DatabaseKind kind) {
    try (Database database = TestDatabases.installed(kind, folder)) {
      database.write("a rate", connection -> insertRate(connection, "USD"));
      assertThatCode(() -> database.durability().force()).doesNotThrowAnyException();
    }
  }

  @Test
  void whatCannotBeForcedIsSaid() {
    Database database = TestDatabases.installed(DatabaseKind.H2, folder);
    Durability durability = database.durability();
    database.close();
    assertThatThrownBy(durability::force).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void postgresqlCommitsAreFlushedWhateverTheServersDefaultIs() throws SQLException {
    DatabaseSettings settings = TestDatabases.settings(DatabaseKind.POSTGRESQL, folder);
    try (Database database = Database.open(settings)) {
      String name =
          database.read("name", connection -> first(connection, "SELECT current_database()"));
      database.read(
          "default",
          connection -> {
            try (Statement statement = connection.createStatement()) {
              return statement.execute("ALTER DATABASE " + name + " SET synchronous_commit = off");
            }
          });
    }
    try (Database database = Database.open(settings)) {
      assertThat(
              database.<String>read(
                  "setting", connection -> first(connection, "SHOW synchronous_commit")))
          .isEqualTo("on");
    }
  }

  @Test
  void anUnreachableServerIsNamed() {
    DatabaseSettings nobody =
        new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/trader", "trader", "secret", 5);
    assertThatThrownBy(() -> Database.open(nobody))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageNotContaining("secret");
  }

  @Test
  void otherDatabasesAndSmallPoolsAreRefused() {
    assertThatThrownBy(() -> new DatabaseSettings("jdbc:mysql://host/trader", "u", "", 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jdbc:mysql");
    assertThatThrownBy(() -> new DatabaseSettings("jdbc:h2:mem:x", "u", "", 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 5");
  }

  private static int insertRate(Connection connection, String quote) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO fx_rate VALUES ('EUR', ?, TIMESTAMP '2026-03-02 00:00:00', 1.5, 'x')")) {
      statement.setString(1, quote);
      return statement.executeUpdate();
    }
  }

  private static long rates(Database database) {
    return database.read(
        "rates", connection -> Long.parseLong(first(connection, "SELECT COUNT(*) FROM fx_rate")));
  }

  private static String first(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
