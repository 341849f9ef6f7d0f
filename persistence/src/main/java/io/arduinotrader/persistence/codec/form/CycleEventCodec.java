package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredMessages.parseEvent;
import static io.arduinotrader.persistence.codec.form.StoredValues.constant;
import static io.arduinotrader.persistence.codec.form.StoredValues.each;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.money;
import static io.arduinotrader.persistence.codec.form.StoredValues.quantity;
import static io.arduinotrader.persistence.codec.form.StoredValues.side;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.journal.cycle.CycleJournal;
import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import java.util.function.Function;

/** Stores what happens to the trading cycles of an account. */
public final class CycleEventCodec extends ProtobufEventCodec<CycleEvent> {

  private static final String CYCLE_STARTED = "cycle.cycle-started.v1";
  private static final String STAGE_COMPLETED = "cycle.stage-completed.v1";
  private static final String STEP_COMPLETED = "cycle.step-completed.v1";
  private static final String CYCLE_ENDED = "cycle.cycle-ended.v1";
  private static final String DEPOSIT_ANNOUNCED = "cycle.deposit-announced.v1";
  private static final String DEPOSIT_SETTLED = "cycle.deposit-settled.v1";

  @Override
  public String family() {
    return "cycle";
  }

  @Override
  Stored store(CycleEvent event) {
    return switch (event) {
      case CycleEvent.CycleStarted started ->
          new Stored(
              CYCLE_STARTED,
              CycleJournal.CycleStarted.newBuilder()
                  .setId(started.id().value())
                  .setDryRun(started.dryRun())
                  .setForce(started.force())
                  .setAt(stored(started.at()))
                  .build());
      case CycleEvent.StageCompleted completed ->
          new Stored(STAGE_COMPLETED, storedStage(completed));
      case CycleEvent.StepCompleted completed ->
          new Stored(
              STEP_COMPLETED,
              CycleJournal.StepCompleted.newBuilder()
                  .setId(completed.id().value())
                  .setOutcome(storedOutcome(completed.outcome()))
                  .setAt(stored(completed.at()))
                  .build());
      case CycleEvent.CycleEnded ended -> {
        CycleJournal.CycleEnded.Builder stored =
            CycleJournal.CycleEnded.newBuilder()
                .setId(ended.id().value())
                .setAt(stored(ended.at()));
        ended.failure().ifPresent(stored::setFailure);
        yield new Stored(CYCLE_ENDED, stored.build());
      }
      case CycleEvent.DepositAnnounced announced ->
          new Stored(
              DEPOSIT_ANNOUNCED,
              CycleJournal.DepositAnnounced.newBuilder()
                  .setId(announced.id().value())
                  .setAmount(stored(announced.amount()))
                  .setAutoInvest(announced.autoInvest())
                  .setAt(stored(announced.at()))
                  .build());
      case CycleEvent.DepositSettled settled ->
          new Stored(
              DEPOSIT_SETTLED,
              CycleJournal.DepositSettled.newBuilder()
                  .setId(settled.id().value())
                  .setAt(stored(settled.at()))
                  .build());
    };
  }

  private static CycleJournal.StageCompleted storedStage(CycleEvent.StageCompleted completed) {
    CycleJournal.StageCompleted.Builder stored =
        CycleJournal.StageCompleted.newBuilder()
            .setId(completed.id().value())
            .setStage(completed.stage().name())
            .setNote(completed.note())
            .addAllTargets(each(completed.targets(), CycleEventCodec::storedTarget))
            .setAt(stored(completed.at()));
    completed.plan().map(StoredPlans::storedPlan).ifPresent(stored::setPlan);
    return stored.build();
  }

  @Override
  CycleEvent restore(String manifest, byte[] bytes) {
    return switch (manifest) {
      case CYCLE_STARTED -> {
        var stored = parseEvent(CycleJournal.CycleStarted.parser(), bytes);
        yield new CycleEvent.CycleStarted(
            new CycleId(stored.getId()),
            stored.getDryRun(),
            stored.getForce(),
            instant(stored.getAt()));
      }
      case STAGE_COMPLETED -> {
        var stored = parseEvent(CycleJournal.StageCompleted.parser(), bytes);
        yield new CycleEvent.StageCompleted(
            new CycleId(stored.getId()),
            constant(Stage.class, stored.getStage()),
            stored.getNote(),
            each(stored.getTargetsList(), CycleEventCodec::target),
            when(stored.hasPlan(), stored.getPlan(), StoredPlans::plan),
            instant(stored.getAt()));
      }
      case STEP_COMPLETED -> {
        var stored = parseEvent(CycleJournal.StepCompleted.parser(), bytes);
        yield new CycleEvent.StepCompleted(
            new CycleId(stored.getId()), outcome(stored.getOutcome()), instant(stored.getAt()));
      }
      case CYCLE_ENDED -> {
        var stored = parseEvent(CycleJournal.CycleEnded.parser(), bytes);
        yield new CycleEvent.CycleEnded(
            new CycleId(stored.getId()),
            when(stored.hasFailure(), stored.getFailure(), Function.identity()),
            instant(stored.getAt()));
      }
      case DEPOSIT_ANNOUNCED -> {
        var stored = parseEvent(CycleJournal.DepositAnnounced.parser(), bytes);
        yield new CycleEvent.DepositAnnounced(
            new DepositId(stored.getId()),
            money(stored.getAmount()),
            stored.getAutoInvest(),
            instant(stored.getAt()));
      }
      case DEPOSIT_SETTLED -> {
        var stored = parseEvent(CycleJournal.DepositSettled.parser(), bytes);
        yield new CycleEvent.DepositSettled(new DepositId(stored.getId()), instant(stored.getAt()));
      }
      default -> throw unknown(manifest);
    };
  }

  static CycleJournal.TargetWeight storedTarget(TargetWeight target) {
    return CycleJournal.TargetWeight.newBuilder()
        .setIsin(target.isin().value())
        .setWeight(target.weight())
        .build();
  }

  static TargetWeight target(CycleJournal.TargetWeight stored) {
    return new TargetWeight(new Isin(stored.getIsin()), stored.getWeight());
  }

  static CycleJournal.StepOutcome storedOutcome(StepOutcome outcome) {
    CycleJournal.StepOutcome.Builder stored =
        CycleJournal.StepOutcome.newBuilder()
            .setStep(outcome.step())
            .setIntent(outcome.intent().value())
            .setIsin(outcome.isin().value())
            .setSymbol(outcome.symbol().value())
            .setSide(outcome.side().name())
            .setQuantity(stored(outcome.quantity()))
            .setValue(stored(outcome.value()))
            .setCommission(stored(outcome.commission()))
            .setSuccess(outcome.success())
            .setReason(outcome.reason());
    outcome.averagePrice().ifPresent(price -> stored.setAveragePrice(stored(price)));
    return stored.build();
  }

  static StepOutcome outcome(CycleJournal.StepOutcome stored) {
    return new StepOutcome(
        stored.getStep(),
        new IntentId(stored.getIntent()),
        new Isin(stored.getIsin()),
        new Symbol(stored.getSymbol()),
        side(stored.getSide()),
        quantity(stored.getQuantity()),
        when(stored.hasAveragePrice(), stored.getAveragePrice(), StoredValues::price),
        money(stored.getValue()),
        money(stored.getCommission()),
        stored.getSuccess(),
        stored.getReason());
  }
}
