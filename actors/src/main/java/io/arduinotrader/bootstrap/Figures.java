package io.arduinotrader.bootstrap;

import io.arduinotrader.persistence.readmodel.ProjectionTable;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.metrics.StateMetrics;
import java.time.Duration;
import java.util.Map;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Looks now and then at what nobody tells: how far the tables are, and who is in the cluster. */
final class Figures {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private sealed interface Message {}

  private record Look() implements Message {}

  private record Seen(Map<String, Long> lags) implements Message {}

  private record Unseen(String reason) implements Message {}

  private Figures() {}

  static Behavior<?> create(House house) {
    ProjectionTable projections = new ProjectionTable(house.database());
    return Behaviors.<Message>setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  look(context, house, projections);
                  return Behaviors.receiveMessage(
                      message -> {
                        switch (message) {
                          case Look look -> look(context, house, projections);
                          case Seen seen -> {
                            seen.lags().forEach(StateMetrics::projectionLag);
                            timers.startSingleTimer(new Look(), PAUSE);
                          }
                          case Unseen unseen -> {
                            context.getLog().warn("figures are missing: {}", unseen.reason());
                            timers.startSingleTimer(new Look(), PAUSE);
                          }
                        }
                        return Behaviors.same();
                      });
                }));
  }

  private static void look(
      ActorContext<Message> context, House house, ProjectionTable projections) {
    StateMetrics.members(house.sight().working(), house.sight().unreachable());
    context.pipeToSelf(
        Stages.on(house.tableThreads(), projections::lags),
        (lags, failure) -> failure == null ? new Seen(lags) : new Unseen(Stages.reason(failure)));
  }
}
