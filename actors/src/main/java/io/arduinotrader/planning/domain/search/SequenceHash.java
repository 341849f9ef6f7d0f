package io.arduinotrader.planning.domain.search;

import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

/**
 * The name of a sequence: the MD5 digest of its trades as a JSON array of symbol, side and number
 * of shares. Prices and values do not matter.
 */
public final class SequenceHash {

  private SequenceHash() {}

  /** A trade of a sequence. */
  public record Trade(String symbol, Side side, BigDecimal shares) {}

  static String of(List<Candidate> candidates, int[] sequence, int length) {
    StringJoiner trades = new StringJoiner(", ", "[", "]");
    for (int at = 0; at < length; at++) {
      Candidate candidate = candidates.get(sequence[at]);
      trades.add(
          text(
              new Trade(
                  candidate.asset().security().symbol().value(),
                  candidate.side(),
                  BigDecimal.valueOf(candidate.shares()))));
    }
    return digest(trades.toString());
  }

  /** The name of the trades in their order. */
  public static String of(List<Trade> sequence) {
    StringJoiner trades = new StringJoiner(", ", "[", "]");
    sequence.forEach(trade -> trades.add(text(trade)));
    return digest(trades.toString());
  }

  /** A symbol has neither quotes nor letters beyond ASCII, so nothing needs escaping. */
  private static String text(Trade trade) {
    String shares = trade.shares().stripTrailingZeros().toPlainString();
    return "[\"" + trade.symbol() + "\", \"" + trade.side().name() + "\", " + shares + "]";
  }

  private static String digest(String text) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5", e);
    }
  }
}
