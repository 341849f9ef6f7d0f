package io.arduinotrader.persistence.db;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The databases the journal can live in, and where their SQL differs. */
public enum DatabaseKind {
  /** Embedded in the node's own process, in one file. */
  H2("jdbc:h2:", "h2"),
  /** A server that several nodes may share. */
  POSTGRESQL("jdbc:postgresql:", "postgres");

  private final String urlPrefix;
  private final String schemaFolder;

  DatabaseKind(String urlPrefix, String schemaFolder) {
    this.urlPrefix = urlPrefix;
    this.schemaFolder = schemaFolder;
  }

  /**
   * The kind a JDBC URL names.
   *
   * @throws IllegalArgumentException for any other database
   */
  public static DatabaseKind of(String url) {
    return Stream.of(values())
        .filter(kind -> url.startsWith(kind.urlPrefix))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("neither H2 nor PostgreSQL is named by " + url));
  }

  /** The folder of the kind's schema scripts. */
  public String schemaFolder() {
    return schemaFolder;
  }

  /**
   * A statement with one parameter per column, in their order, that inserts a row or replaces the
   * one that has the same key.
   */
  public String upsert(String table, List<String> key, List<String> columns) {
    String names = String.join(", ", columns);
    String values = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    String keys = String.join(", ", key);
    return switch (this) {
      case H2 -> "MERGE INTO %s (%s) KEY (%s) VALUES (%s)".formatted(table, names, keys, values);
      case POSTGRESQL ->
          "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s"
              .formatted(
                  table,
                  names,
                  values,
                  keys,
                  columns.stream()
                      .filter(column -> !key.contains(column))
                      .map(column -> column + " = EXCLUDED." + column)
                      .collect(Collectors.joining(", ")));
    };
  }
}
