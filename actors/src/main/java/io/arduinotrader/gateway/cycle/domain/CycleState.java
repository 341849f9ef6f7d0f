package io.arduinotrader.gateway.cycle.domain;

import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.cycle.CycleEvent.CycleEnded;
import io.arduinotrader.protocol.cycle.CycleEvent.CycleStarted;
import io.arduinotrader.protocol.cycle.CycleEvent.DepositAnnounced;
import io.arduinotrader.protocol.cycle.CycleEvent.DepositSettled;
import io.arduinotrader.protocol.cycle.CycleEvent.StageCompleted;
import io.arduinotrader.protocol.cycle.CycleEvent.StepCompleted;
import io.arduinotrader.protocol.cycle.CycleSnapshot;
import io.arduinotrader.protocol.cycle.CycleSnapshot.AnnouncedDeposit;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The running or last cycle of an account and every deposit ever announced. */
public final class CycleState {

  private static final CycleView NEVER_RAN =
      new CycleView(
          Optional.empty(),
          false,
          false,
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final CycleState INITIAL = new CycleState(Optional.empty(), Map.of());

  private final Optional<Cycle> cycle;
  private final Map<DepositId, AnnouncedDeposit> deposits;

  private CycleState(Optional<Cycle> cycle, Map<DepositId, AnnouncedDeposit> deposits) {
    this.cycle = cycle;
    this.deposits = deposits;
  }

  /** No cycle and no deposit yet. */
  public static CycleState initial() {
    return INITIAL;
  }

  /** The state after an event. */
  public CycleState apply(CycleEvent event) {
    return switch (event) {
      case CycleStarted started ->
          withCycle(Cycle.started(started.id(), started.dryRun(), started.force(), started.at()));
      case StageCompleted stage ->
          withCycle(
              current(stage.id())
                  .withStage(stage.stage(), stage.note(), stage.targets(), stage.plan()));
      case StepCompleted step -> withCycle(current(step.id()).withStep(step.outcome()));
      case CycleEnded ended -> withCycle(current(ended.id()).ended(ended.failure(), ended.at()));
      case DepositAnnounced deposit ->
          withDeposit(
              new AnnouncedDeposit(deposit.id(), deposit.amount(), deposit.autoInvest(), false));
      case DepositSettled settled -> {
        AnnouncedDeposit announced = required(deposits.get(settled.id()), settled.id());
        yield withDeposit(
            new AnnouncedDeposit(announced.id(), announced.amount(), announced.autoInvest(), true));
      }
    };
  }

  /** The running or last cycle as shown to others. */
  public CycleView view() {
    return cycle.map(Cycle::view).orElse(NEVER_RAN);
  }

  /** The id of the cycle that runs now. */
  public Optional<CycleId> running() {
    return cycle.filter(Cycle::isRunning).map(Cycle::id);
  }

  /** The first stage the running cycle has not completed; empty when none is left or none runs. */
  public Optional<Stage> nextStage() {
    return cycle.filter(Cycle::isRunning).flatMap(CycleState::firstUnfinished);
  }

  /** Whether the running cycle ends with this stage. */
  public boolean isLast(Stage stage) {
    return stage == Stage.EXECUTE
        || (stage == Stage.PLAN && cycle.filter(Cycle::dryRun).isPresent());
  }

  /** Whether the running or last cycle skips the gates that only save work. */
  public boolean force() {
    return cycle.filter(Cycle::force).isPresent();
  }

  /** The first step of the running cycle's plan without outcome, within the given bound. */
  public Optional<Plan.Step> nextStep(int maximumTrades) {
    return cycle
        .filter(Cycle::isRunning)
        .flatMap(
            running ->
                running
                    .plan()
                    .flatMap(
                        plan ->
                            plan.steps().stream()
                                .limit(maximumTrades)
                                .skip(running.steps().size())
                                .findFirst()));
  }

  /** The target weights of the running or last cycle. */
  public List<TargetWeight> targets() {
    return cycle.map(Cycle::targets).orElse(List.of());
  }

  /** The plan of the running or last cycle. */
  public Optional<Plan> plan() {
    return cycle.flatMap(Cycle::plan);
  }

  /** An announced deposit. */
  public Optional<AnnouncedDeposit> deposit(DepositId id) {
    return Optional.ofNullable(deposits.get(id));
  }

  /** Deposits that are announced and not yet booked, oldest first. */
  public List<AnnouncedDeposit> unsettledDeposits() {
    return deposits.values().stream().filter(deposit -> !deposit.settled()).toList();
  }

  /** The whole state as a record. */
  public CycleSnapshot toSnapshot() {
    return new CycleSnapshot(view(), force(), targets(), plan(), List.copyOf(deposits.values()));
  }

  /** The state a record was made from. */
  public static CycleState fromSnapshot(CycleSnapshot snapshot) {
    CycleView view = snapshot.cycle();
    Optional<Cycle> cycle =
        view.id()
            .map(
                id ->
                    new Cycle(
                        id,
                        view.dryRun(),
                        snapshot.force(),
                        view.startedAt().orElseThrow(),
                        view.completed(),
                        view.notes(),
                        snapshot.targets(),
                        snapshot.plan(),
                        view.steps(),
                        view.failure(),
                        view.endedAt()));
    Map<DepositId, AnnouncedDeposit> deposits = new LinkedHashMap<>();
    for (AnnouncedDeposit deposit : snapshot.deposits()) {
      deposits.put(deposit.id(), deposit);
    }
    return new CycleState(cycle, deposits);
  }

  private static Optional<Stage> firstUnfinished(Cycle cycle) {
    List<Stage> left = new ArrayList<>(List.of(Stage.values()));
    left.removeAll(cycle.completed());
    if (cycle.dryRun()) {
      left.remove(Stage.EXECUTE);
    }
    return left.stream().findFirst();
  }

  private Cycle current(CycleId id) {
    return cycle
        .filter(running -> running.id().equals(id) && running.isRunning())
        .orElseThrow(() -> new IllegalStateException("cycle " + id + " does not run"));
  }

  private static <T> T required(@Nullable T value, DepositId id) {
    if (value == null) {
      throw new IllegalStateException("deposit " + id + " was never announced");
    }
    return value;
  }

  private CycleState withCycle(Cycle next) {
    return new CycleState(Optional.of(next), deposits);
  }

  private CycleState withDeposit(AnnouncedDeposit deposit) {
    Map<DepositId, AnnouncedDeposit> next = new LinkedHashMap<>(deposits);
    next.put(deposit.id(), deposit);
    return new CycleState(cycle, next);
  }
}
