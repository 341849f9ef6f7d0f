package io.arduinotrader.persistence.codec;

/**
 * Turns the snapshots of one kind into bytes and back. Snapshots are disposable: an unreadable one
 * is passed over and the events are replayed.
 *
 * @param <T> the snapshot record
 */
public interface SnapshotCodec<T> {

  /** The form of the bytes, for example {@code portfolio.snapshot.v1}. */
  String manifest();

  byte[] encode(T snapshot);

  /**
   * The snapshot of the bytes.
   *
   * @throws UnreadableRecordException when the bytes do not fit the form
   */
  T decode(byte[] bytes);
}
