package io.arduinotrader.universe;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.persistence.projection.ProjectionTags;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityEvent;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Journaled;
import io.arduinotrader.support.JournaledEntity;
import io.arduinotrader.support.SnapshotForm;
import io.arduinotrader.universe.domain.SecurityState;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;

/**
 * Keeps what is known about one security beyond its master data: company figures, prices that were
 * kept out, scores. Its bars are in a table, because they are data and not decisions.
 */
public final class SecurityEntity
    extends JournaledEntity<SecurityCommand, SecurityEvent, SecurityState> {

  private final Isin isin;
  private final InstantSource clock;

  private SecurityEntity(Isin isin, InstantSource clock) {
    super(
        PersistenceId.of(SecurityCommand.KEY.name(), isin.value()),
        JournalCodecs.SECURITY_EVENTS,
        Set.of(ProjectionTags.SECURITY),
        new SnapshotForm<>(
            JournalCodecs.SECURITY_SNAPSHOTS.manifest(),
            SecurityView.class,
            state -> view(isin, state),
            view ->
                new SecurityState(
                    view.fundamentals(), view.recentAnomalies(), view.latestScore(), List.of())));
    this.isin = isin;
    this.clock = clock;
  }

  /** The keeper of what is known about a security. */
  public static Behavior<SecurityCommand> create(Isin isin, InstantSource clock) {
    return new SecurityEntity(isin, clock);
  }

  @Override
  protected SecurityState initial() {
    return SecurityState.EMPTY;
  }

  @Override
  protected SecurityState apply(SecurityState state, SecurityEvent event) {
    return state.apply(event);
  }

  @Override
  protected ReplyEffect<Chained<SecurityEvent>, Journaled<SecurityState>> onCommand(
      Journaled<SecurityState> journaled, SecurityCommand command) {
    SecurityState state = journaled.state();
    return switch (command) {
      case SecurityCommand.RecordFundamentals record ->
          note(
              journaled,
              state.noteFundamentals(record.fundamentals(), clock.instant()),
              record.replyTo());
      case SecurityCommand.RecordAnomalies record ->
          note(
              journaled,
              state.noteAnomalies(record.anomalies(), clock.instant()),
              record.replyTo());
      case SecurityCommand.RecordScore record ->
          note(journaled, state.noteScore(record.score(), clock.instant()), record.replyTo());
      case SecurityCommand.GetSecurity get -> Effect().reply(get.replyTo(), view(isin, state));
    };
  }

  private ReplyEffect<Chained<SecurityEvent>, Journaled<SecurityState>> note(
      Journaled<SecurityState> journaled,
      List<SecurityEvent> events,
      ActorRef<SecurityView> replyTo) {
    return persist(journaled, events).thenReply(replyTo, after -> view(isin, after.state()));
  }

  private static SecurityView view(Isin isin, SecurityState state) {
    return new SecurityView(isin, state.fundamentals(), state.anomalies(), state.latestScore());
  }
}
