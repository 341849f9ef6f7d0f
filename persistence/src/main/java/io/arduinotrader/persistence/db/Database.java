package io.arduinotrader.persistence.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one pool of connections of a node. Journal, snapshots, queries, projections and read models
 * all take theirs from it. It is opened before the actor system starts and closed after the actor
 * system has ended.
 */
public final class Database implements AutoCloseable {

  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);

  private final DatabaseSettings settings;
  private final HikariDataSource pool;

  private Database(DatabaseSettings settings, HikariDataSource pool) {
    this.settings = settings;
    this.pool = pool;
  }

  /**
   * Opens the pool.
   *
   * @throws StoreUnavailableException when the database cannot be reached or opened, for example
   *     because another process has the file open; the message says why
   */
  public static Database open(DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setJdbcUrl(settings.completeUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
    if (settings.kind() == DatabaseKind.POSTGRESQL) {
      // a commit that returns before the log is flushed would not be durable
      config.setConnectionInitSql("SET synchronous_commit = on");
    }
    try {
      return new Database(settings, new HikariDataSource(config));
    } catch (RuntimeException e) {
      throw new StoreUnavailableException(
          "cannot open the store " + settings + ": " + reason(e), e);
    }
  }

  /** What the driver said, which names the file or the server. */
  private static @Nullable String reason(RuntimeException failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure.getMessage() : cause.getMessage();
  }

  public DatabaseKind kind() {
    return settings.kind();
  }

  /** How many connections the node's parts share. */
  public int connections() {
    return settings.connections();
  }

  /** The pool, for libraries that want it as such. Whoever takes it must not close it. */
  public DataSource dataSource() {
    return pool;
  }

  /** Work on a connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Reads with a connection of the pool.
   *
   * @param what is read, for the message of a failure
   * @throws StoreUnavailableException when it fails
   */
  public <T> T read(String what, Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new StoreUnavailableException("cannot read " + what + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes in one transaction: all of it is stored, or nothing.
   *
   * @param what is written, for the message of a failure
   * @throws StoreUnavailableException when it fails
   */
  public <T> T write(String what, Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreUnavailableException("cannot write " + what + ": " + e.getMessage(), e);
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /**
   * The way to force commits onto the disk. H2 hands a commit to the operating system and flushes
   * only when told; PostgreSQL flushes its log with every commit.
   */
  public Durability durability() {
    return switch (kind()) {
      case H2 -> this::checkpoint;
      case POSTGRESQL -> () -> {};
    };
  }

  private void checkpoint() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    } catch (SQLException e) {
      throw new StoreUnavailableException(
          "cannot force the store onto the disk: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
