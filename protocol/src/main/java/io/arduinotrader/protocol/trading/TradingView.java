package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Side;
import java.time.Instant;
import java.util.List;

/**
 * What the trading rules of an account remember.
 *
 * @param open intents that have not ended, oldest first
 * @param lastTraded when each security was last traded and last bought
 * @param admittedSevenDays when intents of the last seven days were admitted, oldest first
 * @param halts what must not be traded until a person says otherwise
 */
public record TradingView(
    AccountId account,
    List<OpenIntent> open,
    List<LastTrade> lastTraded,
    List<Instant> admittedSevenDays,
    Halts halts)
    implements ClusterMessage {

  /** An intent between admission and end. */
  public record OpenIntent(IntentId intent, Isin isin, Side side, Instant since) {}

  /** When a security was last traded on a side. */
  public record LastTrade(Isin isin, Side side, Instant at) {}
}
