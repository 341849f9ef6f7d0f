package io.arduinotrader.persistence.codec.form;

import io.arduinotrader.persistence.codec.SnapshotCodec;
import io.arduinotrader.persistence.journal.universe.UniverseJournal;
import io.arduinotrader.protocol.universe.UniverseCommand.UniverseView;

/** Stores every security the universe knows. */
public final class UniverseSnapshotCodec implements SnapshotCodec<UniverseView> {

  @Override
  public String manifest() {
    return "universe.snapshot.v1";
  }

  @Override
  public byte[] encode(UniverseView snapshot) {
    return UniverseJournal.Snapshot.newBuilder()
        .addAllSecurities(
            StoredValues.each(snapshot.securities(), UniverseEventCodec::storedSecurity))
        .build()
        .toByteArray();
  }

  @Override
  public UniverseView decode(byte[] bytes) {
    return StoredMessages.read(
        manifest(),
        () ->
            new UniverseView(
                StoredValues.each(
                    StoredMessages.parse(UniverseJournal.Snapshot.parser(), bytes)
                        .getSecuritiesList(),
                    UniverseEventCodec::security)));
  }
}
