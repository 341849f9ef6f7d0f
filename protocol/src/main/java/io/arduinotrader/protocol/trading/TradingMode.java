package io.arduinotrader.protocol.trading;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether an account's orders may reach a broker outside the house.
 *
 * @param reason why the state was last changed, empty when nobody said why
 * @param since when that was, empty when it never was changed
 * @param arming what was begun and not confirmed
 */
public record TradingMode(
    State state, String reason, Optional<Instant> since, Optional<Arming> arming) {

  /** What every account begins with. */
  public static final TradingMode RESEARCH =
      new TradingMode(State.RESEARCH, "", Optional.empty(), Optional.empty());

  /** How much is real. */
  public enum State {
    /** Orders are play: no broker outside the house gets one. */
    RESEARCH,
    /** Orders reach the broker, wherever it is. */
    LIVE
  }

  /**
   * The first of two steps to live trading.
   *
   * @param phrase what has to be said in the second step
   * @param by who began
   * @param validUntil the last instant at which the phrase counts
   */
  public record Arming(String phrase, String reason, String by, Instant validUntil) {}
}
