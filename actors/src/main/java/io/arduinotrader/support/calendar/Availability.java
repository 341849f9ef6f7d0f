package io.arduinotrader.support.calendar;

import java.time.LocalDate;

/**
 * The answer to "may an order go to this venue now?". Only {@link Open} means yes; the two unknown
 * answers mean no as well, and that somebody has to look: the calendar data do not cover the
 * question.
 */
public sealed interface Availability {

  /** The venue trades. */
  record Open(Session session) implements Availability {}

  /** The venue is known not to trade. */
  record Closed(Reason reason) implements Availability {}

  /** The venue is known, its calendar does not reach the date. */
  record UnknownDate(LocalDate date, LocalDate validFrom, LocalDate validTo)
      implements Availability {}

  /** No calendar carries this exchange. */
  record UnknownVenue(String exchange) implements Availability {}

  /** Why a known venue does not trade. */
  enum Reason {
    WEEKEND,
    HOLIDAY,
    BEFORE_OPEN,
    LUNCH_BREAK,
    AFTER_CLOSE
  }

  /** Whether an order may go out. */
  default boolean isOpen() {
    return switch (this) {
      case Open open -> true;
      case Closed closed -> false;
      case UnknownDate date -> false;
      case UnknownVenue venue -> false;
    };
  }

  /** Whether the calendars could not answer, which deserves an alarm. */
  default boolean isUnknown() {
    return switch (this) {
      case Open open -> false;
      case Closed closed -> false;
      case UnknownDate date -> true;
      case UnknownVenue venue -> true;
    };
  }
}
