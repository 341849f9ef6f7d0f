package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredMessages.parseEvent;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;

import io.arduinotrader.persistence.journal.universe.SecurityJournal;
import io.arduinotrader.protocol.universe.SecurityEvent;

/** Stores what becomes known about a security. */
public final class SecurityEventCodec extends ProtobufEventCodec<SecurityEvent> {

  private static final String FUNDAMENTALS_RECORDED = "security.fundamentals-recorded.v1";
  private static final String ANOMALY_RECORDED = "security.anomaly-recorded.v1";
  private static final String SCORE_RECORDED = "security.score-recorded.v1";

  @Override
  public String family() {
    return "security";
  }

  @Override
  Stored store(SecurityEvent event) {
    return switch (event) {
      case SecurityEvent.FundamentalsRecorded recorded ->
          new Stored(
              FUNDAMENTALS_RECORDED,
              SecurityJournal.FundamentalsRecorded.newBuilder()
                  .setFundamentals(StoredFigures.storedFundamentals(recorded.fundamentals()))
                  .setAt(stored(recorded.at()))
                  .build());
      case SecurityEvent.AnomalyRecorded recorded ->
          new Stored(
              ANOMALY_RECORDED,
              SecurityJournal.AnomalyRecorded.newBuilder()
                  .setAnomaly(StoredFigures.storedAnomaly(recorded.anomaly()))
                  .setAt(stored(recorded.at()))
                  .build());
      case SecurityEvent.ScoreRecorded recorded ->
          new Stored(
              SCORE_RECORDED,
              SecurityJournal.ScoreRecorded.newBuilder()
                  .setScore(StoredFigures.storedScore(recorded.score()))
                  .setAt(stored(recorded.at()))
                  .build());
    };
  }

  @Override
  SecurityEvent restore(String manifest, byte[] bytes) {
    return switch (manifest) {
      case FUNDAMENTALS_RECORDED -> {
        var stored = parseEvent(SecurityJournal.FundamentalsRecorded.parser(), bytes);
        yield new SecurityEvent.FundamentalsRecorded(
            StoredFigures.fundamentals(stored.getFundamentals()), instant(stored.getAt()));
      }
      case ANOMALY_RECORDED -> {
        var stored = parseEvent(SecurityJournal.AnomalyRecorded.parser(), bytes);
        yield new SecurityEvent.AnomalyRecorded(
            StoredFigures.anomaly(stored.getAnomaly()), instant(stored.getAt()));
      }
      case SCORE_RECORDED -> {
        var stored = parseEvent(SecurityJournal.ScoreRecorded.parser(), bytes);
        yield new SecurityEvent.ScoreRecorded(
            StoredFigures.score(stored.getScore()), instant(stored.getAt()));
      }
      default -> throw unknown(manifest);
    };
  }
}
