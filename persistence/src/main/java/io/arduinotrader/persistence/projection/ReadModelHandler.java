package io.arduinotrader.persistence.projection;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.db.PooledSession;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.pekko.Done;
import org.apache.pekko.projection.eventsourced.EventEnvelope;
import org.apache.pekko.projection.jdbc.javadsl.JdbcHandler;

/**
 * Writes the rows of one event in the transaction that also moves the projection's offset.
 *
 * @param <E> the sealed family of events
 */
abstract class ReadModelHandler<E> extends JdbcHandler<EventEnvelope<Chained<E>>, PooledSession> {

  /**
   * Writes the rows of an event.
   *
   * @param persistenceId whose event it is
   * @param sequenceNumber its place in the stream
   */
  abstract void write(Connection connection, String persistenceId, long sequenceNumber, E event)
      throws SQLException;

  @Override
  public final void process(PooledSession session, EventEnvelope<Chained<E>> envelope)
      throws Exception {
    session.withConnection(
        connection -> {
          write(
              connection,
              envelope.persistenceId(),
              envelope.sequenceNr(),
              envelope.event().event());
          return Done.getInstance();
        });
  }
}
