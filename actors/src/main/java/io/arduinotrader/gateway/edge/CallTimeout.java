package io.arduinotrader.gateway.edge;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text form of a call's deadline: up to eight digits and a unit, for example {@code 30S}. */
final class CallTimeout {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,8})([HMSmun])");

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "H", ChronoUnit.HOURS,
          "M", ChronoUnit.MINUTES,
          "S", ChronoUnit.SECONDS,
          "m", ChronoUnit.MILLIS,
          "u", ChronoUnit.MICROS,
          "n", ChronoUnit.NANOS);

  /** Longer than any call runs, and short enough for arithmetic in nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(30);

  private CallTimeout() {}

  /** The time a client gave; empty when the text is none, as if it had given none. */
  static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(UNITS.get(matcher.group(2)))
        .map(unit -> Duration.of(Long.parseLong(matcher.group(1)), unit))
        .map(given -> given.compareTo(LONGEST) > 0 ? LONGEST : given);
  }
}
