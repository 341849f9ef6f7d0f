package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.vocab.Isin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What of an account must not be traded until a person says otherwise. Orders that were admitted
 * before go on.
 *
 * @param reason why the state was last changed, empty when nobody said why
 * @param since when that was, empty when it never was changed
 * @param securities what is halted on its own, by ISIN
 */
public record Halts(
    HaltState state, String reason, Optional<Instant> since, List<SecurityHalt> securities) {

  /** Nothing was ever halted. */
  public static final Halts NONE = new Halts(HaltState.ACTIVE, "", Optional.empty(), List.of());

  /** A security that is neither bought nor sold. */
  public record SecurityHalt(Isin isin, String reason, Instant since) {}
}
