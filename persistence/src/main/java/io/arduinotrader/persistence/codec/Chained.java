package io.arduinotrader.persistence.codec;

import io.arduinotrader.protocol.vocab.Digest;
import java.nio.charset.StandardCharsets;

/**
 * An event as a link of its stream's chain.
 *
 * @param event what happened
 * @param family which codec writes it
 * @param previous the hash of the link before, {@link Digest#EMPTY} for the first
 * @param hash SHA-256 over the previous hash, the manifest and the event's bytes
 * @param <E> the sealed family of events
 */
public record Chained<E>(E event, String family, Digest previous, Digest hash) {

  /** The link that appends an event to a chain. */
  public static <E> Chained<E> append(Digest previous, E event, EventCodec<E> codec) {
    return new Chained<>(
        event,
        codec.family(),
        previous,
        hash(previous, codec.manifest(event), codec.encode(event)));
  }

  /** The hash of a link with the given parts. */
  static Digest hash(Digest previous, String manifest, byte[] bytes) {
    return Digest.of(previous.bytes(), manifest.getBytes(StandardCharsets.UTF_8), bytes);
  }
}
