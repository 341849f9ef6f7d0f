package io.arduinotrader.protocol.vocab;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 digest as 64 lower-case hex characters. */
public record Digest(String hex) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /** What a chain of digests starts from: no bytes at all. */
  public static final Digest EMPTY = of();

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException unless 64 lower-case hex characters
   */
  public Digest {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("digest must be 64 hex characters: " + hex);
    }
  }

  /** The digest of the given parts, read one after another. */
  public static Digest of(byte[]... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        sha.update(part);
      }
      return new Digest(HexFormat.of().formatHex(sha.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** The 32 bytes of the digest. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
