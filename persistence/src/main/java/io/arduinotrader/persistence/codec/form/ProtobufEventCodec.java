package io.arduinotrader.persistence.codec.form;

import com.google.protobuf.Message;
import io.arduinotrader.persistence.codec.EventCodec;

/**
 * The common half of the event codecs: one exhaustive switch that stores, one that restores.
 *
 * @param <E> the sealed family of events
 */
abstract class ProtobufEventCodec<E> implements EventCodec<E> {

  /** A message and the name of its form. */
  record Stored(String manifest, Message message) {}

  /** The event as it is written now. */
  abstract Stored store(E event);

  /**
   * The event of the bytes.
   *
   * @throws IllegalArgumentException when manifest or bytes are not understood
   */
  abstract E restore(String manifest, byte[] bytes);

  /** What {@link #restore} throws for a manifest that names no form. */
  static IllegalArgumentException unknown(String manifest) {
    return new IllegalArgumentException("no form is known under the manifest " + manifest);
  }

  @Override
  public final String manifest(E event) {
    return store(event).manifest();
  }

  @Override
  public final byte[] encode(E event) {
    return store(event).message().toByteArray();
  }

  @Override
  public final E decode(String manifest, byte[] bytes) {
    return StoredMessages.read(manifest, () -> restore(manifest, bytes));
  }
}
