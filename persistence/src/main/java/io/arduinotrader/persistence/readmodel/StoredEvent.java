package io.arduinotrader.persistence.readmodel;

import io.arduinotrader.persistence.codec.Chained;

/** A row of the journal. */
public sealed interface StoredEvent {

  /** Its place in the whole journal. */
  long position();

  /** The persistence id of its stream. */
  String stream();

  /** Its number in the stream, the first is 1. */
  long sequenceNumber();

  /** An event that could be read. */
  record Legible(
      long position, String stream, long sequenceNumber, String manifest, Chained<?> link)
      implements StoredEvent {}

  /** Bytes that are no event, and why. */
  record Illegible(long position, String stream, long sequenceNumber, String reason)
      implements StoredEvent {}
}
