package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredMessages.parse;
import static io.arduinotrader.persistence.codec.form.StoredValues.constant;
import static io.arduinotrader.persistence.codec.form.StoredValues.each;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.side;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.codec.SnapshotCodec;
import io.arduinotrader.persistence.journal.trading.TradingJournal;
import io.arduinotrader.protocol.trading.HaltState;
import io.arduinotrader.protocol.trading.Halts;
import io.arduinotrader.protocol.trading.TradingMode;
import io.arduinotrader.protocol.trading.TradingSnapshot;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;

/** Stores the whole memory of an account's trading rules. */
public final class TradingSnapshotCodec implements SnapshotCodec<TradingSnapshot> {

  @Override
  public String manifest() {
    return "trading.snapshot.v1";
  }

  @Override
  public byte[] encode(TradingSnapshot snapshot) {
    TradingJournal.Snapshot.Builder stored =
        TradingJournal.Snapshot.newBuilder()
            .addAllOpen(each(snapshot.open(), TradingSnapshotCodec::storedOpen))
            .addAllLastTraded(each(snapshot.lastTraded(), TradingSnapshotCodec::storedLast))
            .addAllAdmittedAt(each(snapshot.admittedAt(), StoredValues::stored))
            .addAllSettled(each(snapshot.settled(), IntentId::value))
            .addAllFills(each(snapshot.fills(), FillId::value))
            .addAllHaltCauses(each(snapshot.haltCauses(), IntentId::value))
            .addAllDrifts(each(snapshot.drifts(), TradingSnapshotCodec::storedDrift));
    if (!snapshot.halts().equals(Halts.NONE)) {
      stored.setHalts(storedHalts(snapshot.halts()));
    }
    if (!snapshot.mode().equals(TradingMode.RESEARCH)) {
      stored.setMode(StoredModes.storedMode(snapshot.mode()));
    }
    return stored.build().toByteArray();
  }

  @Override
  public TradingSnapshot decode(byte[] bytes) {
    return StoredMessages.read(manifest(), () -> restore(bytes));
  }

  private static TradingSnapshot restore(byte[] bytes) {
    var stored = parse(TradingJournal.Snapshot.parser(), bytes);
    return new TradingSnapshot(
        each(stored.getOpenList(), TradingSnapshotCodec::open),
        each(stored.getLastTradedList(), TradingSnapshotCodec::last),
        each(stored.getAdmittedAtList(), StoredValues::instant),
        each(stored.getSettledList(), IntentId::new),
        each(stored.getFillsList(), FillId::new),
        when(stored.hasHalts(), stored.getHalts(), TradingSnapshotCodec::halts).orElse(Halts.NONE),
        each(stored.getHaltCausesList(), IntentId::new),
        each(stored.getDriftsList(), TradingSnapshotCodec::drift),
        when(stored.hasMode(), stored.getMode(), StoredModes::mode).orElse(TradingMode.RESEARCH));
  }

  private static TradingJournal.Halts storedHalts(Halts halts) {
    TradingJournal.Halts.Builder stored =
        TradingJournal.Halts.newBuilder()
            .setState(halts.state().name())
            .setReason(halts.reason())
            .addAllSecurities(each(halts.securities(), TradingSnapshotCodec::storedHalt));
    halts.since().ifPresent(since -> stored.setSince(stored(since)));
    return stored.build();
  }

  private static Halts halts(TradingJournal.Halts stored) {
    return new Halts(
        constant(HaltState.class, stored.getState()),
        stored.getReason(),
        when(stored.hasSince(), stored.getSince(), StoredValues::instant),
        each(stored.getSecuritiesList(), TradingSnapshotCodec::halt));
  }

  private static TradingJournal.SecurityHalt storedHalt(Halts.SecurityHalt halt) {
    return TradingJournal.SecurityHalt.newBuilder()
        .setIsin(halt.isin().value())
        .setReason(halt.reason())
        .setSince(stored(halt.since()))
        .build();
  }

  private static Halts.SecurityHalt halt(TradingJournal.SecurityHalt stored) {
    return new Halts.SecurityHalt(
        new Isin(stored.getIsin()), stored.getReason(), instant(stored.getSince()));
  }

  private static TradingJournal.OpenDrift storedDrift(TradingView.OpenDrift open) {
    return TradingJournal.OpenDrift.newBuilder()
        .setDrift(TradingEventCodec.storedDrift(open.drift()))
        .setSince(stored(open.since()))
        .build();
  }

  private static TradingView.OpenDrift drift(TradingJournal.OpenDrift stored) {
    return new TradingView.OpenDrift(
        TradingEventCodec.drift(stored.getDrift()), instant(stored.getSince()));
  }

  private static TradingJournal.OpenIntent storedOpen(TradingView.OpenIntent open) {
    return TradingJournal.OpenIntent.newBuilder()
        .setIntent(open.intent().value())
        .setIsin(open.isin().value())
        .setSide(open.side().name())
        .setSince(stored(open.since()))
        .build();
  }

  private static TradingView.OpenIntent open(TradingJournal.OpenIntent stored) {
    return new TradingView.OpenIntent(
        new IntentId(stored.getIntent()),
        new Isin(stored.getIsin()),
        side(stored.getSide()),
        instant(stored.getSince()));
  }

  private static TradingJournal.LastTrade storedLast(TradingView.LastTrade last) {
    return TradingJournal.LastTrade.newBuilder()
        .setIsin(last.isin().value())
        .setSide(last.side().name())
        .setAt(stored(last.at()))
        .build();
  }

  private static TradingView.LastTrade last(TradingJournal.LastTrade stored) {
    return new TradingView.LastTrade(
        new Isin(stored.getIsin()), side(stored.getSide()), instant(stored.getAt()));
  }
}
