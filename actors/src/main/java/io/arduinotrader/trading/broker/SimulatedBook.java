package io.arduinotrader.trading.broker;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The simulated broker's book on disk: a database file of its own, apart from the journal, as a
 * real broker's would be. Every call is one transaction; what it has stored survives the death of
 * the process. One thread at a time.
 */
final class SimulatedBook implements AutoCloseable {

  /**
   * WRITE_DELAY=0: H2 acknowledges commits before it has written them unless told not to.
   * DB_CLOSE_ON_EXIT=FALSE: whoever stops the node closes the book, not a shutdown hook.
   */
  private static final String OPTIONS =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DATABASE_TO_UPPER=FALSE";

  private static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS broker_order (
            number BIGINT PRIMARY KEY,
            client_id VARCHAR(128) NOT NULL UNIQUE,
            intent VARCHAR(128) NOT NULL,
            account VARCHAR(128) NOT NULL,
            isin VARCHAR(12) NOT NULL,
            symbol VARCHAR(32) NOT NULL,
            side VARCHAR(4) NOT NULL,
            quantity NUMERIC(20, 6) NOT NULL,
            order_type VARCHAR(16) NOT NULL,
            limit_price NUMERIC(20, 6),
            time_in_force VARCHAR(4) NOT NULL,
            currency VARCHAR(3) NOT NULL,
            status VARCHAR(20) NOT NULL,
            changed TIMESTAMP(9) WITH TIME ZONE NOT NULL,
            expires TIMESTAMP(9) WITH TIME ZONE)
          """,
          """
          CREATE TABLE IF NOT EXISTS broker_order_funds (
            order_number BIGINT NOT NULL REFERENCES broker_order (number),
            currency VARCHAR(3) NOT NULL,
            amount NUMERIC(24, 4) NOT NULL,
            PRIMARY KEY (order_number, currency))
          """,
          """
          CREATE TABLE IF NOT EXISTS broker_fill (
            number BIGINT PRIMARY KEY,
            order_number BIGINT NOT NULL REFERENCES broker_order (number),
            quantity NUMERIC(20, 6) NOT NULL,
            price NUMERIC(20, 6) NOT NULL,
            commission NUMERIC(24, 4) NOT NULL,
            rate_base VARCHAR(3) NOT NULL,
            rate NUMERIC(30, 10) NOT NULL,
            rate_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
            rate_source VARCHAR(128) NOT NULL,
            sold NUMERIC(24, 4),
            bought NUMERIC(24, 4),
            applied_rate NUMERIC(30, 10),
            executed TIMESTAMP(9) WITH TIME ZONE NOT NULL)
          """,
          """
          CREATE TABLE IF NOT EXISTS broker_cash (
            currency VARCHAR(3) PRIMARY KEY,
            amount NUMERIC(24, 4) NOT NULL)
          """,
          """
          CREATE TABLE IF NOT EXISTS broker_position (
            isin VARCHAR(12) PRIMARY KEY,
            quantity NUMERIC(20, 6) NOT NULL)
          """,
          """
          CREATE TABLE IF NOT EXISTS broker_deposit (
            id VARCHAR(128) PRIMARY KEY,
            currency VARCHAR(3) NOT NULL,
            amount NUMERIC(24, 4) NOT NULL)
          """,
          // a position from before costs were kept has none
          "ALTER TABLE broker_position ADD COLUMN IF NOT EXISTS average NUMERIC(30, 10)",
          "ALTER TABLE broker_position ADD COLUMN IF NOT EXISTS currency VARCHAR(3)");

  private final String url;
  private @Nullable Connection connection;

  private SimulatedBook(String url) {
    this.url = url;
  }

  /** The book in a file, which is made when there is none. */
  static SimulatedBook at(Path file) {
    return new SimulatedBook("jdbc:h2:file:" + file.toAbsolutePath() + OPTIONS);
  }

  /** What can be read and written within one transaction. */
  record Entries(OrderRows orders, AccountRows account) {

    private static Entries of(Connection connection) {
      Rows rows = new Rows(connection);
      return new Entries(new OrderRows(rows), new AccountRows(rows));
    }
  }

  /** What is done with the book within one transaction. */
  interface Work<T> {
    T with(Entries entries) throws SQLException;
  }

  /**
   * Does everything or nothing.
   *
   * @throws BrokerUnreachableException when the book could not be read or written
   */
  synchronized <T> T transact(Work<T> work) {
    try {
      Connection open = connection();
      try {
        T result = work.with(Entries.of(open));
        open.commit();
        return result;
      } catch (SQLException | RuntimeException failure) {
        open.rollback();
        throw failure;
      }
    } catch (SQLException failure) {
      close();
      throw new BrokerUnreachableException(
          "the simulated broker's book cannot be used: " + failure.getMessage(), failure);
    }
  }

  /** A connection that broke is replaced at the next call. */
  private Connection connection() throws SQLException {
    if (connection != null && !connection.isClosed()) {
      return connection;
    }
    Connection fresh = DriverManager.getConnection(url, "sa", "");
    try (Statement statement = fresh.createStatement()) {
      for (String table : SCHEMA) {
        statement.execute(table);
      }
    }
    fresh.setAutoCommit(false);
    connection = fresh;
    return fresh;
  }

  @Override
  public synchronized void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException failure) {
        throw new BrokerUnreachableException(
            "the simulated broker's book cannot be closed", failure);
      }
    }
  }
}
