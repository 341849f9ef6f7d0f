package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredMessages.parse;
import static io.arduinotrader.persistence.codec.form.StoredValues.each;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.side;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;

import io.arduinotrader.persistence.codec.SnapshotCodec;
import io.arduinotrader.persistence.journal.trading.TradingJournal;
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
    return TradingJournal.Snapshot.newBuilder()
        .addAllOpen(each(snapshot.open(), TradingSnapshotCodec::storedOpen))
        .addAllLastTraded(each(snapshot.lastTraded(), TradingSnapshotCodec::storedLast))
        .addAllAdmittedAt(each(snapshot.admittedAt(), StoredValues::stored))
        .addAllSettled(each(snapshot.settled(), IntentId::value))
        .addAllFills(each(snapshot.fills(), FillId::value))
        .build()
        .toByteArray();
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
        each(stored.getFillsList(), FillId::new));
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
