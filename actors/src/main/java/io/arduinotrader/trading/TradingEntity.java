package io.arduinotrader.trading;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.AdmissionReply;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.ModeReply;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.trading.TradingSnapshot;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.support.Journaled;
import io.arduinotrader.support.JournaledEntity;
import io.arduinotrader.support.SnapshotForm;
import io.arduinotrader.trading.domain.Costs;
import io.arduinotrader.trading.domain.Facts;
import io.arduinotrader.trading.domain.SafetyChecks;
import io.arduinotrader.trading.domain.TradingState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/**
 * The one point of an account where intents are judged, one at a time: every rule is asked, the
 * intent counts as open, and funds or shares are set aside before the next intent is looked at. It
 * also wakes orders that have not ended, so that none is forgotten after a restart.
 */
public final class TradingEntity
    extends JournaledEntity<TradingCommand, TradingEvent, TradingState> {

  private static final Duration WAKE_EVERY = Duration.ofSeconds(30);

  private final AccountId account;
  private final ActorContext<TradingCommand> context;
  private final TimerScheduler<TradingCommand> timers;
  private final TradingSetup setup;
  private final TradingErrands errands;
  private final ModeErrands modes;
  private final Admissions admissions = new Admissions();

  private TradingEntity(
      AccountId account,
      ActorContext<TradingCommand> context,
      TimerScheduler<TradingCommand> timers,
      TradingSetup setup) {
    super(
        PersistenceId.of(TradingCommand.KEY.name(), account.value()),
        JournalCodecs.TRADING_EVENTS,
        Set.of(),
        new SnapshotForm<>(
            JournalCodecs.TRADING_SNAPSHOTS.manifest(),
            TradingSnapshot.class,
            TradingState::snapshot,
            TradingState::of));
    this.account = account;
    this.context = context;
    this.timers = timers;
    this.setup = setup;
    this.errands = new TradingErrands(context, setup);
    this.modes = new ModeErrands(context, setup);
  }

  /** The trading rules of an account. */
  public static Behavior<TradingCommand> create(AccountId account, TradingSetup setup) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(timers -> new TradingEntity(account, context, timers, setup)));
  }

  @Override
  protected TradingState initial() {
    return TradingState.empty();
  }

  @Override
  protected TradingState apply(TradingState state, TradingEvent event) {
    return state.apply(event);
  }

  @Override
  public SignalHandler<Journaled<TradingState>> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.class, (state, signal) -> beginAgain())
        .build();
  }

  @Override
  protected ReplyEffect<Chained<TradingEvent>, Journaled<TradingState>> onCommand(
      Journaled<TradingState> journaled, TradingCommand command) {
    TradingState state = journaled.state();
    return switch (command) {
      case TradingCommand.Admit admit -> admit(admit);
      case TradingCommand.Validate validate -> {
        errands.rehearse(state, validate);
        yield Effect().noReply();
      }
      case TradingCommand.Adopt adopt ->
          acknowledge(
              journaled,
              state.adopt(adopt.intent(), adopt.isin(), adopt.side(), now()),
              adopt.replyTo());
      case TradingCommand.NoteFill note ->
          acknowledge(
              journaled,
              state.noteFill(
                  note.intent(), note.fill(), note.isin(), note.side(), note.at(), now()),
              note.replyTo());
      case TradingCommand.Settle settle ->
          acknowledge(journaled, state.settle(settle.intent(), now()), settle.replyTo());
      case TradingCommand.ChangeHalt change ->
          show(
              journaled,
              state.halts().change(change.state(), change.reason(), now()),
              change.replyTo());
      case TradingCommand.HaltSecurity halt ->
          acknowledge(
              journaled,
              state.halts().halt(halt.isin(), halt.cause(), halt.reason(), now()),
              halt.replyTo());
      case TradingCommand.ReleaseSecurity release ->
          show(
              journaled,
              state.halts().release(release.isin(), release.reason(), now()),
              release.replyTo());
      case TradingCommand.GetMode get -> Effect().reply(get.replyTo(), modes.shown(state));
      case TradingCommand.ArmingStep step -> {
        modes.inspect(state, step);
        yield Effect().noReply();
      }
      case TradingCommand.Disarm disarm ->
          showMode(
              journaled, state.standing().mode().disarm(disarm.reason(), now()), disarm.replyTo());
      case TradingCommand.NoteDrifts note ->
          acknowledge(
              journaled,
              state.standing().drifts().compared(note.confirmed(), note.subjects(), now()),
              note.replyTo());
      case TradingCommand.GetTrading get ->
          Effect().reply(get.replyTo(), state.view(account, now()));
      case TradingCommand.Internal internal -> onMessage(journaled, (TradingMessage) internal);
    };
  }

  private ReplyEffect<Chained<TradingEvent>, Journaled<TradingState>> onMessage(
      Journaled<TradingState> journaled, TradingMessage message) {
    return switch (message) {
      case TradingMessage.Briefed briefed ->
          admissions
              .current(briefed.intent())
              .map(intent -> judge(journaled, intent, briefed.facts()))
              .orElseGet(() -> Effect().noReply());
      case TradingMessage.NotBriefed missing ->
          answer(new AdmissionReply.Undecided(missing.intent(), missing.reason()));
      case TradingMessage.Reserved reserved -> reserved(journaled, reserved);
      case TradingMessage.NotReserved missing ->
          answer(new AdmissionReply.Undecided(missing.intent(), missing.reason()));
      case TradingMessage.Inspected inspected -> inspected(journaled, inspected);
      case TradingMessage.Wake wake -> {
        errands.wake(journaled.state().openIntents());
        yield Effect().noReply();
      }
    };
  }

  private ReplyEffect<Chained<TradingEvent>, Journaled<TradingState>> inspected(
      Journaled<TradingState> journaled, TradingMessage.Inspected inspected) {
    TradingState state = journaled.state();
    return switch (inspected.step()) {
      case TradingCommand.Arm arm -> {
        Optional<Refusal> no = modes.obstacle(state, inspected);
        yield no.isPresent()
            ? Effect().reply(arm.replyTo(), new ModeReply.Refused(no.get()))
            : showMode(
                journaled,
                state.standing().mode().begin(account, arm.reason(), arm.by(), now()),
                arm.replyTo());
      }
      case TradingCommand.ConfirmArming confirm -> {
        Optional<Refusal> no =
            modes
                .obstacle(state, inspected)
                .or(() -> state.standing().mode().obstacle(confirm.phrase(), now()));
        yield no.isPresent()
            ? Effect().reply(confirm.replyTo(), new ModeReply.Refused(no.get()))
            : showMode(journaled, state.standing().mode().confirm(now()), confirm.replyTo());
      }
    };
  }

  private ReplyEffect<Chained<TradingEvent>, Journaled<TradingState>> showMode(
      Journaled<TradingState> journaled, List<TradingEvent> events, ActorRef<ModeReply> replyTo) {
    return persist(journaled, events).thenReply(replyTo, after -> modes.shown(after.state()));
  }

  /** What was under way is lost with the restart; who waits for an answer will ask again. */
  private void beginAgain() {
    admissions.forget();
    context.getSelf().tell(new TradingMessage.Wake());
    timers.startTimerWithFixedDelay("wake", new TradingMessage.Wake(), WAKE_EVERY);
  }

  private ReplyEffect<Chained<TradingEvent>, Journaled<TradingState>> admit(
      TradingCommand.Admit admit) {
    if (!admissions.offer(admit)) {
      return Effect()
          .reply(
              admit.replyTo(),
              new AdmissionReply.Undecided(
                  admit.intent().id(), "too many orders wait for admission"));
    }
    admissions.next().ifPresent(errands::brief);
    return Effect().noReply();
  }

  /**
   * An intent that was admitted before a crash counts already; it is only asked whether it may
   * still go, and set aside again. One that ended while it waited is not admitted any more.
   */
  private ReplyEffect<Chained<TradingEvent>, Journaled<TradingState>> judge(
      Journaled<TradingState> journaled, Intent intent, Facts facts) {
    TradingState state = journaled.state();
    if (state.hasEnded(intent.id())) {
      return answer(
          new AdmissionReply.Refused(
              intent.id(), Refusal.of(RefusalCode.WRONG_STATE, "the order has ended already")));
    }
    SafetyChecks.Verdict verdict = SafetyChecks.check(state, intent, facts, setup.rules());
    if (verdict.refusal().isPresent() && state.isOpen(intent.id())) {
      errands.release(intent, verdict.refusal().get());
      return Effect().noReply();
    }
    if (verdict.refusal().isPresent()) {
      return answer(new AdmissionReply.Refused(intent.id(), verdict.refusal().get()));
    }
    if (verdict.costs().isEmpty()) {
      return answer(new AdmissionReply.Undecided(intent.id(), "no price or rate is known now"));
    }
    Costs costs = verdict.costs().get();
    return persist(journaled, state.admit(intent, now()))
        .thenRun(() -> errands.reserve(intent, costs))
        .thenNoReply();
  }

  private ReplyEffect<Chained<TradingEvent>, Journaled<TradingState>> reserved(
      Journaled<TradingState> journaled, TradingMessage.Reserved reserved) {
    if (reserved.refusal().isEmpty()) {
      return answer(new AdmissionReply.Admitted(reserved.intent()));
    }
    AdmissionReply refused =
        new AdmissionReply.Refused(reserved.intent(), reserved.refusal().get());
    return persist(journaled, journaled.state().withdraw(reserved.intent(), now()))
        .thenRun(() -> answered(refused))
        .thenNoReply();
  }

  private ReplyEffect<Chained<TradingEvent>, Journaled<TradingState>> answer(AdmissionReply reply) {
    answered(reply);
    return Effect().noReply();
  }

  private void answered(AdmissionReply reply) {
    admissions.answer(reply);
    admissions.next().ifPresent(errands::brief);
  }

  private ReplyEffect<Chained<TradingEvent>, Journaled<TradingState>> acknowledge(
      Journaled<TradingState> journaled, List<TradingEvent> events, ActorRef<Done> replyTo) {
    return persist(journaled, events).thenReply(replyTo, after -> Done.getInstance());
  }

  private ReplyEffect<Chained<TradingEvent>, Journaled<TradingState>> show(
      Journaled<TradingState> journaled, List<TradingEvent> events, ActorRef<TradingView> replyTo) {
    return persist(journaled, events)
        .thenReply(replyTo, after -> after.state().view(account, now()));
  }

  private Instant now() {
    return setup.clock().now();
  }
}
