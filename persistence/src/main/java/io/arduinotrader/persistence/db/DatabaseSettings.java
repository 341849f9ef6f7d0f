package io.arduinotrader.persistence.db;

import java.nio.file.Path;

/**
 * Where the database is.
 *
 * @param url a JDBC URL of H2 or PostgreSQL, for example {@code jdbc:h2:file:./data/trader}
 * @param user who connects
 * @param password the user's password, empty for none
 * @param connections the size of the node's one pool, at least {@link #MINIMUM_CONNECTIONS}
 */
public record DatabaseSettings(String url, String user, String password, int connections) {

  /**
   * Three for Pekko's plugins, see {@link SharedDatabaseProvider}, and what is left for projections
   * and queries. With one thread for projections and three for queries, the journal can always have
   * one and they can always have two.
   */
  public static final int MINIMUM_CONNECTIONS = 5;

  /** H2 must hand every commit to the operating system and stay open until we close it. */
  private static final String H2_OPTIONS =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DATABASE_TO_UPPER=FALSE";

  /** PostgreSQL sends a batch as one statement and notices a dead server. */
  private static final String POSTGRESQL_OPTIONS = "reWriteBatchedInserts=true&tcpKeepAlive=true";

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException when the URL names another database or the pool is too small
   */
  public DatabaseSettings {
    DatabaseKind.of(url);
    if (connections < MINIMUM_CONNECTIONS) {
      throw new IllegalArgumentException(
          "the store needs at least " + MINIMUM_CONNECTIONS + " connections, not " + connections);
    }
  }

  /** An H2 database in a file of the node's data directory, where nobody but the node connects. */
  public static DatabaseSettings embedded(Path dataDirectory) {
    Path file = dataDirectory.toAbsolutePath().normalize().resolve("trader");
    return new DatabaseSettings("jdbc:h2:file:" + file, "trader", "", MINIMUM_CONNECTIONS);
  }

  public DatabaseKind kind() {
    return DatabaseKind.of(url);
  }

  /** The URL with the options that the journal's promises rest on. */
  String completeUrl() {
    return switch (kind()) {
      case H2 -> url + H2_OPTIONS;
      case POSTGRESQL -> url + (url.contains("?") ? "&" : "?") + POSTGRESQL_OPTIONS;
    };
  }

  /** Everything but the password. */
  @Override
  public String toString() {
    return url + " as " + user + " with " + connections + " connections";
  }
}
