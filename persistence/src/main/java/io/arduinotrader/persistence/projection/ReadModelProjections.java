package io.arduinotrader.persistence.projection;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.PooledSession;
import io.arduinotrader.protocol.planning.PlanEvent;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.universe.SecurityEvent;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.jdbc.query.javadsl.JdbcReadJournal;
import org.apache.pekko.projection.Projection;
import org.apache.pekko.projection.ProjectionId;
import org.apache.pekko.projection.eventsourced.EventEnvelope;
import org.apache.pekko.projection.eventsourced.javadsl.EventSourcedProvider;
import org.apache.pekko.projection.jdbc.javadsl.JdbcHandler;
import org.apache.pekko.projection.jdbc.javadsl.JdbcProjection;

/**
 * The projections that fill the tables. Each is to run once in the cluster, on a node that has the
 * database. A failed one is started again after a pause, as {@code
 * pekko.projection.restart-backoff} says, from the last row it stored.
 */
public final class ReadModelProjections {

  private ReadModelProjections() {}

  /** Portfolio events into executions and movements of cash. */
  public static Projection<EventEnvelope<Chained<PortfolioEvent>>> ledger(
      ActorSystem<?> system, Database database) {
    return exactlyOnce("ledger", ProjectionTags.PORTFOLIO, LedgerHandler::new, system, database);
  }

  /** Security events into the history of scores. */
  public static Projection<EventEnvelope<Chained<SecurityEvent>>> scores(
      ActorSystem<?> system, Database database) {
    return exactlyOnce("scores", ProjectionTags.SECURITY, ScoreHandler::new, system, database);
  }

  /** Plan events into the list of all plans. */
  public static Projection<EventEnvelope<Chained<PlanEvent>>> plans(
      ActorSystem<?> system, Database database) {
    return exactlyOnce("plans", ProjectionTags.PLAN, PlanHandler::new, system, database);
  }

  static <E> Projection<EventEnvelope<Chained<E>>> exactlyOnce(
      String name,
      String tag,
      Supplier<JdbcHandler<EventEnvelope<Chained<E>>, PooledSession>> handler,
      ActorSystem<?> system,
      Database database) {
    return JdbcProjection.exactlyOnce(
        ProjectionId.of(name, tag),
        EventSourcedProvider.eventsByTag(system, JdbcReadJournal.Identifier(), tag),
        () -> PooledSession.begin(database),
        handler,
        system);
  }
}
