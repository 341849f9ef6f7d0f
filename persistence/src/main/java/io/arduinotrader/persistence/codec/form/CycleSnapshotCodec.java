package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredMessages.parse;
import static io.arduinotrader.persistence.codec.form.StoredValues.constant;
import static io.arduinotrader.persistence.codec.form.StoredValues.each;
import static io.arduinotrader.persistence.codec.form.StoredValues.money;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.codec.SnapshotCodec;
import io.arduinotrader.persistence.journal.cycle.CycleJournal;
import io.arduinotrader.protocol.cycle.CycleSnapshot;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import java.util.function.Function;

/** Stores the whole state of an account's trading cycles. */
public final class CycleSnapshotCodec implements SnapshotCodec<CycleSnapshot> {

  @Override
  public String manifest() {
    return "cycle.snapshot.v1";
  }

  @Override
  public byte[] encode(CycleSnapshot snapshot) {
    CycleJournal.Snapshot.Builder stored =
        CycleJournal.Snapshot.newBuilder()
            .setCycle(storedCycle(snapshot.cycle()))
            .setForce(snapshot.force())
            .addAllTargets(each(snapshot.targets(), CycleEventCodec::storedTarget))
            .addAllDeposits(each(snapshot.deposits(), CycleSnapshotCodec::storedDeposit));
    snapshot.plan().map(StoredPlans::storedPlan).ifPresent(stored::setPlan);
    return stored.build().toByteArray();
  }

  @Override
  public CycleSnapshot decode(byte[] bytes) {
    return StoredMessages.read(manifest(), () -> restore(bytes));
  }

  private static CycleSnapshot restore(byte[] bytes) {
    var stored = parse(CycleJournal.Snapshot.parser(), bytes);
    return new CycleSnapshot(
        cycle(stored.getCycle()),
        stored.getForce(),
        each(stored.getTargetsList(), CycleEventCodec::target),
        when(stored.hasPlan(), stored.getPlan(), StoredPlans::plan),
        each(stored.getDepositsList(), CycleSnapshotCodec::deposit));
  }

  private static CycleJournal.Cycle storedCycle(CycleView cycle) {
    CycleJournal.Cycle.Builder stored =
        CycleJournal.Cycle.newBuilder()
            .setRunning(cycle.running())
            .setDryRun(cycle.dryRun())
            .addAllCompleted(each(cycle.completed(), Stage::name))
            .addAllNotes(cycle.notes())
            .addAllSteps(each(cycle.steps(), CycleEventCodec::storedOutcome));
    cycle.id().ifPresent(id -> stored.setId(id.value()));
    cycle.plan().ifPresent(id -> stored.setPlan(id.toString()));
    cycle.failure().ifPresent(stored::setFailure);
    cycle.startedAt().ifPresent(at -> stored.setStartedAt(stored(at)));
    cycle.endedAt().ifPresent(at -> stored.setEndedAt(stored(at)));
    return stored.build();
  }

  private static CycleView cycle(CycleJournal.Cycle stored) {
    return new CycleView(
        when(stored.hasId(), stored.getId(), CycleId::new),
        stored.getRunning(),
        stored.getDryRun(),
        each(stored.getCompletedList(), name -> constant(Stage.class, name)),
        stored.getNotesList().stream().toList(),
        when(stored.hasPlan(), stored.getPlan(), StoredPlans::planId),
        each(stored.getStepsList(), CycleEventCodec::outcome),
        when(stored.hasFailure(), stored.getFailure(), Function.identity()),
        when(stored.hasStartedAt(), stored.getStartedAt(), StoredValues::instant),
        when(stored.hasEndedAt(), stored.getEndedAt(), StoredValues::instant));
  }

  private static CycleJournal.AnnouncedDeposit storedDeposit(
      CycleSnapshot.AnnouncedDeposit deposit) {
    return CycleJournal.AnnouncedDeposit.newBuilder()
        .setId(deposit.id().value())
        .setAmount(stored(deposit.amount()))
        .setAutoInvest(deposit.autoInvest())
        .setSettled(deposit.settled())
        .build();
  }

  private static CycleSnapshot.AnnouncedDeposit deposit(CycleJournal.AnnouncedDeposit stored) {
    return new CycleSnapshot.AnnouncedDeposit(
        new DepositId(stored.getId()),
        money(stored.getAmount()),
        stored.getAutoInvest(),
        stored.getSettled());
  }
}
