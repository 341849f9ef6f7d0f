package io.arduinotrader.universe.feed;

import java.time.LocalDate;

/** Says on which days an exchange trades. */
@FunctionalInterface
public interface SessionDays {

  /**
   * Whether the exchange has a session on a day of its own zone.
   *
   * @param exchange the name as data providers spell it, for example {@code NasdaqGS}
   */
  boolean isSession(String exchange, LocalDate day);
}
