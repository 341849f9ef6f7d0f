package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Side;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * What the trading rules of an account remember.
 *
 * @param open intents that have not ended, oldest first
 * @param lastTraded when each security was last traded and last bought
 * @param admittedSevenDays when intents of the last seven days were admitted, oldest first
 * @param halts what must not be traded until a person says otherwise
 * @param drifts differences to the broker's books that nobody has explained, ordered by subject
 */
public record TradingView(
    AccountId account,
    List<OpenIntent> open,
    List<LastTrade> lastTraded,
    List<Instant> admittedSevenDays,
    Halts halts,
    List<OpenDrift> drifts)
    implements ClusterMessage {

  /** An intent between admission and end. */
  public record OpenIntent(IntentId intent, Isin isin, Side side, Instant since) {}

  /**
   * A difference to the broker's books that nobody has explained yet.
   *
   * @param since when it was noted
   */
  public record OpenDrift(BrokerView.Drift drift, Instant since) {

    private static final int DIGITS = 8;

    /** Names exactly this difference: another one, also of the same subject, has another name. */
    public String id() {
      String text =
          String.join(
              "|",
              drift.kind().name(),
              drift.subject(),
              drift.ours(),
              drift.brokers(),
              since.toString());
      return Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
    }
  }

  /** When a security was last traded on a side. */
  public record LastTrade(Isin isin, Side side, Instant at) {}
}
