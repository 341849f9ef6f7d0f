package io.arduinotrader.universe;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.universe.UniverseCommand.Accepted;
import io.arduinotrader.protocol.universe.UniverseCommand.Refused;
import io.arduinotrader.protocol.universe.UniverseCommand.Reply;
import io.arduinotrader.protocol.universe.UniverseCommand.UniverseView;
import io.arduinotrader.protocol.universe.UniverseEvent;
import io.arduinotrader.support.Journaled;
import io.arduinotrader.support.JournaledEntity;
import io.arduinotrader.support.SnapshotForm;
import io.arduinotrader.universe.domain.Decision;
import io.arduinotrader.universe.domain.UniverseState;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;

/** Keeps which securities there are; everybody who needs them asks here. */
public final class UniverseEntity
    extends JournaledEntity<UniverseCommand, UniverseEvent, UniverseState> {

  private static final SnapshotForm<UniverseState, UniverseView> SNAPSHOTS =
      new SnapshotForm<>(
          JournalCodecs.UNIVERSE_SNAPSHOTS.manifest(),
          UniverseView.class,
          state -> new UniverseView(state.bySymbol()),
          view ->
              new UniverseState(
                  view.securities().stream()
                      .collect(Collectors.toMap(SecurityRecord::isin, Function.identity()))));

  private final InstantSource clock;

  private UniverseEntity(String universe, InstantSource clock) {
    super(
        PersistenceId.of(UniverseCommand.KEY.name(), universe),
        JournalCodecs.UNIVERSE_EVENTS,
        Set.of(),
        SNAPSHOTS);
    this.clock = clock;
  }

  /**
   * The keeper of a universe.
   *
   * @param universe its id, for example {@link UniverseCommand#DEFAULT_ID}
   */
  public static Behavior<UniverseCommand> create(String universe, InstantSource clock) {
    return new UniverseEntity(universe, clock);
  }

  @Override
  protected UniverseState initial() {
    return UniverseState.EMPTY;
  }

  @Override
  protected UniverseState apply(UniverseState state, UniverseEvent event) {
    return state.apply(event);
  }

  @Override
  protected ReplyEffect<Chained<UniverseEvent>, Journaled<UniverseState>> onCommand(
      Journaled<UniverseState> journaled, UniverseCommand command) {
    UniverseState state = journaled.state();
    return switch (command) {
      case UniverseCommand.AddSecurity add ->
          decided(journaled, state.add(add.security(), clock.instant()), add.replyTo());
      case UniverseCommand.ChangeSecurity change ->
          decided(journaled, state.change(change.security(), clock.instant()), change.replyTo());
      case UniverseCommand.RemoveSecurity remove ->
          decided(
              journaled,
              state.remove(remove.isin(), remove.reason(), clock.instant()),
              remove.replyTo());
      case UniverseCommand.GetUniverse get ->
          Effect().reply(get.replyTo(), new UniverseView(state.bySymbol()));
    };
  }

  private ReplyEffect<Chained<UniverseEvent>, Journaled<UniverseState>> decided(
      Journaled<UniverseState> journaled, Decision decision, ActorRef<Reply> replyTo) {
    return switch (decision) {
      case Decision.Refused refused -> Effect().reply(replyTo, new Refused(refused.refusal()));
      case Decision.Change change ->
          persist(journaled, change.events())
              .thenReply(
                  replyTo, after -> new Accepted(change.security(), !change.events().isEmpty()));
    };
  }
}
