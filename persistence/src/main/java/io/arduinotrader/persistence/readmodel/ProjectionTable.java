package io.arduinotrader.persistence.readmodel;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.TreeMap;

/** How far projections are. */
public final class ProjectionTable {

  private static final String OFFSETS =
      "SELECT projection_name, projection_key, current_offset FROM pekko_projection_offset_store";
  private static final String BEHIND =
      "SELECT COUNT(*) FROM event_tag WHERE event_id > ? AND tag = ?";

  private record Offset(String projection, String tag, long offset) {}

  private final Database database;

  public ProjectionTable(Database database) {
    this.database = database;
  }

  /**
   * How many events each projection that has begun has before it.
   *
   * @throws StoreUnavailableException when it cannot be read
   */
  public Map<String, Long> lags() {
    return database.read(
        "the offsets of projections",
        connection -> {
          Map<String, Long> lags = new TreeMap<>();
          try (PreparedStatement offsets = connection.prepareStatement(OFFSETS);
              PreparedStatement behind = connection.prepareStatement(BEHIND)) {
            for (Offset offset :
                Columns.all(
                    offsets,
                    rows ->
                        new Offset(
                            rows.getString("projection_name"),
                            rows.getString("projection_key"),
                            Long.parseLong(rows.getString("current_offset"))))) {
              behind.setLong(1, offset.offset());
              behind.setString(2, offset.tag());
              lags.merge(offset.projection(), Columns.count(behind), Long::sum);
            }
          }
          return Map.copyOf(lags);
        });
  }
}
