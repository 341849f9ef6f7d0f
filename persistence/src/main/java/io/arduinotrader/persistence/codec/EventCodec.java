package io.arduinotrader.persistence.codec;

/**
 * Turns the events of one family into bytes and back. A manifest names the form of the bytes for
 * ever, for example {@code order.fill-recorded.v1}; a new form gets a new manifest and the old one
 * stays readable.
 *
 * @param <E> the sealed family of events
 */
public interface EventCodec<E> {

  /** The common first word of the family's manifests, for example {@code order}. */
  String family();

  /** The manifest under which the event is written now. */
  String manifest(E event);

  /** The bytes of the event; equal events have equal bytes. */
  byte[] encode(E event);

  /**
   * The event of the bytes.
   *
   * @throws UnreadableRecordException when the manifest is unknown or the bytes do not fit it
   */
  E decode(String manifest, byte[] bytes);
}
