package io.arduinotrader.persistence.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.projection.jdbc.JdbcSession;

/** One transaction of a projection: its rows and its offset are stored together or not at all. */
public final class PooledSession implements JdbcSession {

  private final Connection connection;

  private PooledSession(Connection connection) {
    this.connection = connection;
  }

  /**
   * Begins a transaction on a connection of the pool.
   *
   * @throws StoreUnavailableException when there is none to be had
   */
  public static PooledSession begin(Database database) {
    try {
      Connection connection = database.dataSource().getConnection();
      connection.setAutoCommit(false);
      return new PooledSession(connection);
    } catch (SQLException e) {
      throw new StoreUnavailableException("cannot begin a transaction: " + e.getMessage(), e);
    }
  }

  @Override
  public <R> R withConnection(Function<Connection, R> work) throws Exception {
    return work.apply(connection);
  }

  @Override
  public void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public void rollback() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
