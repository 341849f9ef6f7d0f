package io.arduinotrader.planning;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.planning.domain.PlanState;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.planning.PlanCommand.NumberedPlan;
import io.arduinotrader.protocol.planning.PlanCommand.PlansView;
import io.arduinotrader.protocol.planning.PlanEvent;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.support.Journaled;
import io.arduinotrader.support.JournaledEntity;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;

/** Keeps every plan made for one portfolio state; a plan's content never changes. */
public final class PlanEntity extends JournaledEntity<PlanCommand, PlanEvent, PlanState> {

  /** What the events are tagged with, for the table of all plans. */
  public static final String TAG = "plan";

  private final PortfolioHash hash;
  private final InstantSource clock;
  private final PlansUnderway underway = new PlansUnderway();

  private PlanEntity(PortfolioHash hash, InstantSource clock) {
    super(
        PersistenceId.of(PlanCommand.KEY.name(), hash.value()),
        JournalCodecs.PLAN_EVENTS,
        Set.of(TAG),
        null);
    this.hash = hash;
    this.clock = clock;
  }

  /** The keeper of the plans of one portfolio state. */
  public static Behavior<PlanCommand> create(PortfolioHash hash, InstantSource clock) {
    return new PlanEntity(hash, clock);
  }

  @Override
  protected PlanState initial() {
    return PlanState.initial();
  }

  @Override
  protected PlanState apply(PlanState state, PlanEvent event) {
    return state.apply(event);
  }

  @Override
  protected ReplyEffect<Chained<PlanEvent>, Journaled<PlanState>> onCommand(
      Journaled<PlanState> journaled, PlanCommand command) {
    PlanState state = journaled.state();
    return switch (command) {
      case PlanCommand.NextPlan next -> number(journaled, next);
      case PlanCommand.KeepPlan keep ->
          store(journaled, state.keep(keep.plan(), keep.facts(), clock.instant()), keep.replyTo());
      case PlanCommand.MarkPlan mark ->
          store(journaled, state.mark(mark.id(), mark.status(), clock.instant()), mark.replyTo());
      case PlanCommand.NotePlan note -> {
        underway.note(note.soFar(), clock.instant());
        yield Effect().noReply();
      }
      case PlanCommand.GetPlans get -> Effect().reply(get.replyTo(), view(state));
    };
  }

  private ReplyEffect<Chained<PlanEvent>, Journaled<PlanState>> number(
      Journaled<PlanState> journaled, PlanCommand.NextPlan next) {
    PlanEvent.PlanNumbered numbered = journaled.state().number(hash, clock.instant());
    return persist(journaled, List.of(numbered))
        .thenReply(next.replyTo(), after -> new NumberedPlan(numbered.id()));
  }

  private ReplyEffect<Chained<PlanEvent>, Journaled<PlanState>> store(
      Journaled<PlanState> journaled, List<PlanEvent> events, ActorRef<PlansView> replyTo) {
    return persist(journaled, events).thenReply(replyTo, after -> view(after.state()));
  }

  private PlansView view(PlanState state) {
    return new PlansView(state.plans(), underway.besides(state, clock.instant()));
  }
}
