package io.arduinotrader.support.calendar;

import io.arduinotrader.protocol.vocab.Mic;
import io.arduinotrader.protocol.vocab.Side;
import java.util.Optional;
import java.util.Set;

/**
 * Which orders may only be sent while their venue is open.
 *
 * <p>Every sale must, and every order whose side is not known: a sale that waits overnight fills at
 * whatever price the next opening finds. A purchase must on the venues whose brokers refuse or
 * misplace orders out of hours. A purchase anywhere else may wait at the broker as far as this rule
 * goes; whether it is allowed to is a setting of the caller.
 */
public final class TradingHoursRule {

  private static final Set<Mic> STRICT =
      Set.of(new Mic("XHKG"), new Mic("XSHG"), new Mic("XSHE"), new Mic("XTKS"), new Mic("XASX"));

  private TradingHoursRule() {}

  /**
   * Whether an order must find its venue open.
   *
   * @param venue the venue; empty when the exchange is not known, which must obey as well, for
   *     nothing is known about it
   * @param side empty when it could not be read
   */
  public static boolean mustObeyHours(Optional<Mic> venue, Optional<Side> side) {
    boolean purchase = side.filter(Side.BUY::equals).isPresent();
    return !purchase || venue.isEmpty() || STRICT.contains(venue.get());
  }
}
