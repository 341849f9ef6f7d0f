package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredMessages.parse;
import static io.arduinotrader.persistence.codec.form.StoredValues.each;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.codec.SnapshotCodec;
import io.arduinotrader.persistence.journal.universe.SecurityJournal;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.vocab.Isin;

/** Stores what is known about a security. */
public final class SecuritySnapshotCodec implements SnapshotCodec<SecurityView> {

  @Override
  public String manifest() {
    return "security.snapshot.v1";
  }

  @Override
  public byte[] encode(SecurityView snapshot) {
    SecurityJournal.Snapshot.Builder stored =
        SecurityJournal.Snapshot.newBuilder()
            .setIsin(snapshot.isin().value())
            .addAllRecentAnomalies(each(snapshot.recentAnomalies(), StoredFigures::storedAnomaly));
    snapshot
        .fundamentals()
        .map(StoredFigures::storedFundamentals)
        .ifPresent(stored::setFundamentals);
    snapshot.latestScore().map(StoredFigures::storedScore).ifPresent(stored::setLatestScore);
    return stored.build().toByteArray();
  }

  @Override
  public SecurityView decode(byte[] bytes) {
    return StoredMessages.read(manifest(), () -> restore(bytes));
  }

  private static SecurityView restore(byte[] bytes) {
    var stored = parse(SecurityJournal.Snapshot.parser(), bytes);
    return new SecurityView(
        new Isin(stored.getIsin()),
        when(stored.hasFundamentals(), stored.getFundamentals(), StoredFigures::fundamentals),
        each(stored.getRecentAnomaliesList(), StoredFigures::anomaly),
        when(stored.hasLatestScore(), stored.getLatestScore(), StoredFigures::score));
  }
}
