package io.arduinotrader.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseKind;
import io.arduinotrader.persistence.db.DatabaseSettings;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import io.arduinotrader.persistence.db.TestDatabases;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaInstallerTest {

  private static final List<String> TABLES =
      List.of(
          "cash_entry",
          "event_journal",
          "event_tag",
          "fx_rate",
          "pekko_projection_management",
          "pekko_projection_offset_store",
          "plan_index",
          "price_bar",
          "score_history",
          "snapshot",
          "trade");

  private final Path folder;

  SchemaInstallerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void installsEveryTableOnce(DatabaseKind kind) {
    DatabaseSettings settings = TestDatabases.settings(kind, folder);
    try (Database database = Database.open(settings)) {
      assertThat(SchemaInstaller.install(database)).isEqualTo(4);
      assertThat(tables(database)).containsAll(TABLES);
    }
    try (Database again = Database.open(settings)) {
      assertThat(SchemaInstaller.install(again)).isZero();
    }
  }

  @Test
  void refusesTablesOfALaterProgram() {
    try (Database database = TestDatabases.installed(DatabaseKind.H2, folder)) {
      database.write(
          "a later version",
          connection -> {
            try (var statement = connection.createStatement()) {
              return statement.executeUpdate(
                  "INSERT INTO \"flyway_schema_history\" SELECT 99, '99', 'later', type,"
                      + " 'V99__later.sql', 1, installed_by, installed_on, 0, TRUE"
                      + " FROM \"flyway_schema_history\" WHERE \"version\" = '3'");
            }
          });
      assertThatThrownBy(() -> SchemaInstaller.install(database))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("99");
    }
  }

  @Test
  void namesTheFileThatAnotherProcessHolds() throws Exception {
    DatabaseSettings settings = DatabaseSettings.embedded(folder);
    Database.open(settings).close();
    Path file = folder.resolve("trader.mv.db");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> Database.open(settings))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining(file.toString());
    }
  }

  private static List<String> tables(Database database) {
    return database.read(
        "table names",
        connection -> {
          List<String> names = new ArrayList<>();
          try (ResultSet tables =
              connection
                  .getMetaData()
                  .getTables(null, null, null, new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
              names.add(tables.getString("TABLE_NAME"));
            }
          }
          return names;
        });
  }
}
