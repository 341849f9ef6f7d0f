package io.arduinotrader.protocol.replay;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.Digest;
import java.util.List;

/**
 * What reading an account's journal from its first event came to.
 *
 * @param streams how many streams the account has
 * @param events how many events were read
 * @param defects where chains break, the first place of each stream
 * @param compared after how many bookings the living account was compared with its replay
 * @param replayed the state hash that the bookings add up to
 * @param live the state hash the living account has
 * @param differences what differs between the living account and its replay, sentences
 */
public record AccountVerdict(
    int streams,
    long events,
    List<Defect> defects,
    long compared,
    Digest replayed,
    Digest live,
    List<String> differences)
    implements ClusterMessage, ReplayQuery.VerifyReply {

  /** Where and why a stream is not what was written. */
  public record Defect(String stream, long sequenceNumber, String reason) {}

  /** Whether every chain is whole and the living account is what its events add up to. */
  public boolean isIntact() {
    return defects.isEmpty() && differences.isEmpty() && replayed.equals(live);
  }
}
