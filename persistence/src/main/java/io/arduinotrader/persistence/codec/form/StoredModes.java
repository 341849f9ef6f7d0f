package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredValues.constant;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.journal.trading.TradingJournal;
import io.arduinotrader.protocol.trading.TradingMode;

/** The stored form of research and live trading, which events and snapshots share. */
final class StoredModes {

  private StoredModes() {}

  static TradingJournal.Arming stored(TradingMode.Arming arming) {
    return TradingJournal.Arming.newBuilder()
        .setPhrase(arming.phrase())
        .setReason(arming.reason())
        .setBy(arming.by())
        .setValidUntil(StoredValues.stored(arming.validUntil()))
        .build();
  }

  static TradingMode.Arming arming(TradingJournal.Arming stored) {
    return new TradingMode.Arming(
        stored.getPhrase(), stored.getReason(), stored.getBy(), instant(stored.getValidUntil()));
  }

  static TradingJournal.Mode storedMode(TradingMode mode) {
    TradingJournal.Mode.Builder stored =
        TradingJournal.Mode.newBuilder().setState(mode.state().name()).setReason(mode.reason());
    mode.since().ifPresent(since -> stored.setSince(StoredValues.stored(since)));
    mode.arming().ifPresent(arming -> stored.setArming(stored(arming)));
    return stored.build();
  }

  static TradingMode mode(TradingJournal.Mode stored) {
    return new TradingMode(
        constant(TradingMode.State.class, stored.getState()),
        stored.getReason(),
        when(stored.hasSince(), stored.getSince(), StoredValues::instant),
        when(stored.hasArming(), stored.getArming(), StoredModes::arming));
  }
}
