package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.IntentId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The name under which a broker gets to know an intent: a version 5 UUID (RFC 9562, section 5.5) of
 * the intent id, 36 characters. The same intent has the same name for ever, so an order that is
 * sent twice can be told from two orders.
 */
public final class ClientOrderIds {

  /** The name space of all intents; it was drawn once and must never change. */
  private static final UUID NAMESPACE = UUID.fromString("8f0c2f2e-5c1b-4f0e-9a77-0d6a3f3f6b1e");

  private ClientOrderIds() {}

  /** The name of an intent at the broker. */
  public static ClientOrderId of(IntentId intent) {
    byte[] hash = sha1(NAMESPACE, intent.value().getBytes(StandardCharsets.UTF_8));
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    long high = (bytes.getLong() & 0xffffffffffff0fffL) | 0x0000000000005000L;
    long low = (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new ClientOrderId(new UUID(high, low).toString());
  }

  private static byte[] sha1(UUID namespace, byte[] name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      ByteBuffer prefix = ByteBuffer.allocate(16);
      prefix.putLong(namespace.getMostSignificantBits());
      prefix.putLong(namespace.getLeastSignificantBits());
      sha1.update(prefix.array());
      return sha1.digest(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-1", e);
    }
  }
}
