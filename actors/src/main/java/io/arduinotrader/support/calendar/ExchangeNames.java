package io.arduinotrader.support.calendar;

import static java.util.Map.entry;

import io.arduinotrader.protocol.vocab.Mic;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From an exchange's name as data providers spell it to its market identifier code.
 *
 * <p>A name that is not listed has no code. There is no default venue: hours of the wrong exchange
 * would let orders out at the wrong time.
 */
public final class ExchangeNames {

  private static final Map<String, Mic> BY_NAME =
      Map.ofEntries(
          entry("nyse", new Mic("XNYS")),
          entry("nasdaq", new Mic("XNAS")),
          entry("nasdaqgs", new Mic("XNAS")),
          entry("nasdaqgm", new Mic("XNAS")),
          entry("nasdaqcm", new Mic("XNAS")),
          entry("toronto", new Mic("XTSE")),
          entry("lse", new Mic("XLON")),
          entry("london", new Mic("XLON")),
          entry("xetra", new Mic("XETR")),
          entry("frankfurt", new Mic("XFRA")),
          entry("paris", new Mic("XPAR")),
          entry("amsterdam", new Mic("XAMS")),
          entry("brussels", new Mic("XBRU")),
          entry("lisbon", new Mic("XLIS")),
          entry("milan", new Mic("XMIL")),
          entry("madrid", new Mic("XMAD")),
          entry("swiss", new Mic("XSWX")),
          entry("copenhagen", new Mic("XCSE")),
          entry("stockholm", new Mic("XSTO")),
          entry("helsinki", new Mic("XHEL")),
          entry("oslo", new Mic("XOSL")),
          entry("vienna", new Mic("XWBO")),
          entry("athens", new Mic("ASEX")),
          entry("hkse", new Mic("XHKG")),
          // providers of quotes file Shenzhen with Shanghai, whose sessions it shares
          entry("shanghai", new Mic("XSHG")),
          entry("shenzhen", new Mic("XSHG")),
          // the abbreviation means Tokyo; Toronto is always spelled out
          entry("tse", new Mic("XTKS")),
          entry("tokyo", new Mic("XTKS")),
          entry("asx", new Mic("XASX")));

  private static final Set<Mic> CODES =
      Stream.concat(BY_NAME.values().stream(), Stream.of(new Mic("XSHE")))
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, Mic> BY_CODE =
      CODES.stream()
          .collect(
              Collectors.toUnmodifiableMap(mic -> mic.code().toLowerCase(Locale.ROOT), mic -> mic));

  private ExchangeNames() {}

  /**
   * The code of an exchange.
   *
   * @param exchange a provider's name or the code itself, in any case, for example {@code NasdaqGS}
   *     or {@code xlon}
   * @return empty when the exchange is not known here
   */
  public static Optional<Mic> micOf(String exchange) {
    String key = exchange.strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(BY_NAME.get(key)).or(() -> Optional.ofNullable(BY_CODE.get(key)));
  }

  /** Every code that a name can lead to, and those that are only known as a code. */
  static Set<Mic> codes() {
    return CODES;
  }
}
