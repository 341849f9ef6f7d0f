package io.arduinotrader.trading.domain.memory;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.trading.TradingEvent.ModeEvent;
import io.arduinotrader.protocol.trading.TradingMode;
import io.arduinotrader.protocol.trading.TradingMode.Arming;
import io.arduinotrader.protocol.trading.TradingMode.State;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether an account trades for real. Research needs no words; live takes two steps, so that nobody
 * arms an account by a slip of the hand or by a line that is called twice.
 */
public record ModeBook(TradingMode now) {

  /** How long the phrase of the first step counts. */
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  /** An account that never left research. */
  public static final ModeBook RESEARCH = new ModeBook(TradingMode.RESEARCH);

  private static final int DIGITS = 6;

  /** Whether orders may reach a broker outside the house. */
  public boolean isLive() {
    return now.state() == State.LIVE;
  }

  /** The first step; begun again, an earlier phrase does not count any more. */
  public List<TradingEvent> begin(AccountId account, String reason, String by, Instant at) {
    return isLive()
        ? List.of()
        : List.of(
            new TradingEvent.ArmingBegun(
                new Arming(phrase(account, reason, at), reason, by, at.plus(PATIENCE)), at));
  }

  /** Why the second step is not granted, empty when it is. */
  public Optional<Refusal> obstacle(String phrase, Instant at) {
    if (isLive()) {
      return Optional.empty();
    }
    if (now.arming().isEmpty()) {
      return refused("nobody has begun to arm the account");
    }
    Arming arming = now.arming().get();
    if (!arming.phrase().equals(phrase)) {
      return refused("that is not the phrase of the last first step");
    }
    return at.isAfter(arming.validUntil())
        ? refused("the phrase counted until " + arming.validUntil() + "; begin again")
        : Optional.empty();
  }

  /** The second step; nothing when the account is live already. */
  public List<TradingEvent> confirm(Instant at) {
    return isLive()
        ? List.of()
        : now.arming().stream()
            .<TradingEvent>map(arming -> new TradingEvent.LiveArmed(arming.reason(), at))
            .toList();
  }

  /** Back to research; also what was only begun is forgotten. */
  public List<TradingEvent> disarm(String reason, Instant at) {
    return isLive() || now.arming().isPresent()
        ? List.of(new TradingEvent.LiveDisarmed(reason, at))
        : List.of();
  }

  /** The book after an event. */
  public ModeBook apply(ModeEvent event) {
    return new ModeBook(
        switch (event) {
          case TradingEvent.ArmingBegun begun ->
              new TradingMode(now.state(), now.reason(), now.since(), Optional.of(begun.arming()));
          case TradingEvent.LiveArmed armed ->
              new TradingMode(
                  State.LIVE, armed.reason(), Optional.of(armed.at()), Optional.empty());
          case TradingEvent.LiveDisarmed disarmed ->
              new TradingMode(
                  State.RESEARCH, disarmed.reason(), Optional.of(disarmed.at()), Optional.empty());
        });
  }

  /** No secret: it only has to be read and said again. */
  private static String phrase(AccountId account, String reason, Instant at) {
    String text = String.join("|", account.value(), reason, at.toString());
    return "live-" + Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
  }

  private static Optional<Refusal> refused(String why) {
    return Optional.of(Refusal.of(RefusalCode.WRONG_STATE, why));
  }
}
