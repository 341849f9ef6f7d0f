package io.arduinotrader.persistence.codec;

import io.arduinotrader.protocol.vocab.Digest;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/**
 * Writes journal and snapshots. The manifest is that of the event or snapshot.
 *
 * <p>A stored event is the 32 bytes of its predecessor's hash and then the event's own bytes; its
 * own hash is not stored but computed again when it is read, so that a changed byte breaks the link
 * to the next event. A stored snapshot is the 32 bytes of the hash of the last event within, the
 * number of events within as eight bytes with the highest first, and then the snapshot's own bytes.
 */
public final class JournalSerializer extends SerializerWithStringManifest {

  /** Names this serializer in every stored row; never to be changed. */
  public static final int IDENTIFIER = 740_101;

  private static final int DIGEST_BYTES = 32;

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object record) {
    return switch (record) {
      case Chained<?> link -> manifest(link, eventCodec(link.family()));
      case StoredSnapshot<?> stored -> stored.manifest();
      default -> throw unexpected(record);
    };
  }

  @Override
  public byte[] toBinary(Object record) {
    return switch (record) {
      case Chained<?> link -> bytes(link, eventCodec(link.family()));
      case StoredSnapshot<?> stored -> bytes(stored, snapshotCodec(stored.manifest()));
      default -> throw unexpected(record);
    };
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) {
    return JournalCodecs.snapshots(manifest).isPresent()
        ? snapshot(bytes, snapshotCodec(manifest))
        : link(bytes, manifest, eventCodec(family(manifest)));
  }

  private static <E> Chained<E> link(byte[] bytes, String manifest, EventCodec<E> codec) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    Digest previous = digest(buffer, manifest);
    byte[] payload = rest(buffer);
    return new Chained<>(
        codec.decode(manifest, payload),
        codec.family(),
        previous,
        Chained.hash(previous, manifest, payload));
  }

  private static <T> StoredSnapshot<T> snapshot(byte[] bytes, SnapshotCodec<T> codec) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    Digest head = digest(buffer, codec.manifest());
    if (buffer.remaining() < Long.BYTES) {
      throw new UnreadableRecordException("a snapshot is cut off: " + codec.manifest(), null);
    }
    long events = buffer.getLong();
    return new StoredSnapshot<>(codec.decode(rest(buffer)), codec.manifest(), head, events);
  }

  @SuppressWarnings("unchecked") // the family names the codec of exactly these events
  private static <E> String manifest(Chained<?> link, EventCodec<E> codec) {
    return codec.manifest((E) link.event());
  }

  @SuppressWarnings("unchecked") // the family names the codec of exactly these events
  private static <E> byte[] bytes(Chained<?> link, EventCodec<E> codec) {
    byte[] payload = codec.encode((E) link.event());
    return ByteBuffer.allocate(DIGEST_BYTES + payload.length)
        .put(link.previous().bytes())
        .put(payload)
        .array();
  }

  @SuppressWarnings("unchecked") // the manifest names the codec of exactly these snapshots
  private static <T> byte[] bytes(StoredSnapshot<?> stored, SnapshotCodec<T> codec) {
    byte[] payload = codec.encode((T) stored.snapshot());
    return ByteBuffer.allocate(DIGEST_BYTES + Long.BYTES + payload.length)
        .put(stored.head().bytes())
        .putLong(stored.events())
        .put(payload)
        .array();
  }

  private static Digest digest(ByteBuffer buffer, String manifest) {
    if (buffer.remaining() < DIGEST_BYTES) {
      throw new UnreadableRecordException("a record is cut off: " + manifest, null);
    }
    byte[] digest = new byte[DIGEST_BYTES];
    buffer.get(digest);
    return new Digest(HexFormat.of().formatHex(digest));
  }

  private static byte[] rest(ByteBuffer buffer) {
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return rest;
  }

  private static String family(String manifest) {
    int end = manifest.indexOf('.');
    return end < 0 ? manifest : manifest.substring(0, end);
  }

  private static EventCodec<?> eventCodec(String family) {
    return JournalCodecs.events(family)
        .orElseThrow(
            () -> new UnreadableRecordException("no codec for events of family " + family, null));
  }

  private static SnapshotCodec<?> snapshotCodec(String manifest) {
    return JournalCodecs.snapshots(manifest)
        .orElseThrow(
            () -> new UnreadableRecordException("no codec for snapshots " + manifest, null));
  }

  private static IllegalArgumentException unexpected(Object record) {
    return new IllegalArgumentException("the journal holds no " + record.getClass().getName());
  }
}
