package io.arduinotrader.persistence.codec;

import io.arduinotrader.protocol.vocab.Digest;
import java.util.Optional;

/**
 * What an audit found in one stream of events.
 *
 * @param events how many events from the first on are intact
 * @param head the hash of the last intact event, {@link Digest#EMPTY} for none
 * @param defect the first place where the stream is not what it was, empty when all of it is intact
 */
public record StreamReport(
    String persistenceId, long events, Digest head, Optional<Defect> defect) {

  /**
   * Where and why a stream is broken.
   *
   * @param sequenceNumber the event that does not follow from the one before or cannot be read; a
   *     changed event shows in the link of the one after it
   */
  public record Defect(long sequenceNumber, String reason) {}

  public boolean isIntact() {
    return defect.isEmpty();
  }
}
