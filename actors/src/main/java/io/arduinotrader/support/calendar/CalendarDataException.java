package io.arduinotrader.support.calendar;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The calendar files are not fit for use; the message lists every defect. The program must not
 * start with them.
 */
public final class CalendarDataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For the given defects, at least one. */
  CalendarDataException(List<CalendarDefect> defects) {
    super(
        defects.stream()
            .map(CalendarDefect::toString)
            .collect(Collectors.joining("\n  ", "defects in the market calendars:\n  ", "")));
  }
}
