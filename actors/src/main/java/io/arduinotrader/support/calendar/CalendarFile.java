package io.arduinotrader.support.calendar;

import io.arduinotrader.protocol.vocab.Mic;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads one calendar file. A line is a keyword and its values; {@code #} begins a comment.
 *
 * <pre>
 * version 2026.1
 * mic     XHKG                                the venues that keep these sessions
 * zone    Asia/Hong_Kong
 * valid   2015-01-01 2027-12-31               first and last date covered
 * hours   2015-01-01 09:30-12:00 13:00-16:00  from this date on; the gap is the lunch break
 * closed  2026 01-01 02-17..02-19             weekdays without a session; a range means its weekdays
 * early   2026 12:00 12-24 12-31              sessions that end early
 * late    2020 13:30 08-19                    sessions that begin late
 * </pre>
 *
 * <p>Every year of the period needs a {@code closed} line, so that moving {@code valid} without
 * adding the new year's holidays is noticed. A date may be named once; naming a weekend day is an
 * error, as it is mostly a slip.
 */
final class CalendarFile {

  private record SpecialDay(int line, LocalDate date, UnaryOperator<DailyHours> change) {}

  private final String file;
  private final List<CalendarDefect> defects;
  private int line;

  private @Nullable String version;
  private @Nullable ZoneId zone;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;
  private final Set<Mic> mics = new HashSet<>();
  private final TreeMap<LocalDate, DailyHours> hours = new TreeMap<>();
  private final Set<Integer> yearsWithClosures = new HashSet<>();
  private final Set<LocalDate> closures = new HashSet<>();
  private final List<SpecialDay> specialDays = new ArrayList<>();
  private final Map<LocalDate, Integer> lineOfDate = new HashMap<>();

  private CalendarFile(String file, List<CalendarDefect> defects) {
    this.file = file;
    this.defects = defects;
  }

  /**
   * Reads a file's text.
   *
   * @param defects receives everything that is wrong with it
   * @return empty when something is
   */
  static Optional<MarketCalendar> parse(String file, String text, List<CalendarDefect> defects) {
    List<CalendarDefect> found = new ArrayList<>();
    CalendarFile reader = new CalendarFile(file, found);
    for (String content : text.lines().toList()) {
      reader.line++;
      reader.readLine(content);
    }
    Optional<MarketCalendar> calendar = reader.calendar();
    defects.addAll(found);
    return found.isEmpty() ? calendar : Optional.empty();
  }

  private void readLine(String content) {
    String statement = content.replaceFirst("#.*", "").strip();
    if (statement.isEmpty()) {
      return;
    }
    List<String> words = List.of(statement.split("\\s+"));
    try {
      readStatement(words.getFirst(), words.subList(1, words.size()));
    } catch (DateTimeException | IllegalArgumentException e) {
      defect(line, e.getMessage() + " in '" + statement + "'");
    }
  }

  private void readStatement(String keyword, List<String> values) {
    switch (keyword) {
      case "version" -> version = once(keyword, version, value(values, 0));
      case "zone" -> zone = once(keyword, zone, ZoneId.of(value(values, 0)));
      case "mic" -> values.forEach(code -> mics.add(new Mic(code)));
      case "valid" -> {
        validFrom = once(keyword, validFrom, LocalDate.parse(value(values, 0)));
        validTo = LocalDate.parse(value(values, 1));
        if (validTo.isBefore(validFrom)) {
          throw new IllegalArgumentException("the period runs backwards");
        }
      }
      case "hours" -> {
        LocalDate from = LocalDate.parse(value(values, 0));
        hours.put(
            from, once(keyword, hours.get(from), dailyHours(values.subList(1, values.size()))));
      }
      case "closed" -> {
        yearsWithClosures.add(Integer.valueOf(value(values, 0)));
        closures.addAll(dates(values, 1));
      }
      case "early" -> {
        LocalTime close = LocalTime.parse(value(values, 1));
        addSpecialDays(dates(values, 2), day -> day.closingAt(close));
      }
      case "late" -> {
        LocalTime open = LocalTime.parse(value(values, 1));
        addSpecialDays(dates(values, 2), day -> day.openingAt(open));
      }
      default -> throw new IllegalArgumentException("unknown keyword '" + keyword + "'");
    }
  }

  private static <T> T once(String keyword, @Nullable T present, T value) {
    if (present != null) {
      throw new IllegalArgumentException("a second '" + keyword + "'");
    }
    return value;
  }

  private static String value(List<String> values, int index) {
    if (index >= values.size()) {
      throw new IllegalArgumentException("a value is missing");
    }
    return values.get(index);
  }

  private static DailyHours dailyHours(List<String> spans) {
    List<LocalTime> edges = new ArrayList<>();
    for (String span : spans) {
      for (String edge : span.split("-", -1)) {
        edges.add(LocalTime.parse(edge));
      }
    }
    return switch (edges.size()) {
      case 2 -> new DailyHours(edges.get(0), edges.get(1), Optional.empty());
      case 4 ->
          new DailyHours(
              edges.get(0),
              edges.get(3),
              Optional.of(new DailyHours.Break(edges.get(1), edges.get(2))));
      default -> throw new IllegalArgumentException("hours are one span or two");
    };
  }

  private List<LocalDate> dates(List<String> values, int first) {
    Year year = Year.parse(value(values, 0));
    List<LocalDate> dates = new ArrayList<>();
    for (String word : values.subList(first, values.size())) {
      int dots = word.indexOf("..");
      LocalDate from = date(year, dots < 0 ? word : word.substring(0, dots));
      LocalDate to = dots < 0 ? from : date(year, word.substring(dots + 2));
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("the range " + word + " runs backwards");
      }
      from.datesUntil(to.plusDays(1))
          .filter(day -> !MarketCalendar.isWeekend(day))
          .forEach(dates::add);
    }
    dates.forEach(this::claim);
    return dates;
  }

  private static LocalDate date(Year year, String text) {
    MonthDay day = MonthDay.parse("--" + text);
    if (!day.isValidYear(year.getValue())) {
      throw new IllegalArgumentException(text + " does not exist in " + year);
    }
    LocalDate date = day.atYear(year.getValue());
    if (MarketCalendar.isWeekend(date)) {
      throw new IllegalArgumentException(date + " is a weekend day");
    }
    return date;
  }

  private void claim(LocalDate date) {
    Integer other = lineOfDate.putIfAbsent(date, line);
    if (other != null) {
      throw new IllegalArgumentException(date + " is named on line " + other + " already");
    }
  }

  private void addSpecialDays(List<LocalDate> dates, UnaryOperator<DailyHours> change) {
    dates.forEach(date -> specialDays.add(new SpecialDay(line, date, change)));
  }

  private Optional<MarketCalendar> calendar() {
    if (mics.isEmpty()) {
      defect(0, "has no 'mic'");
    }
    if (version == null || zone == null || validFrom == null || validTo == null) {
      defect(0, "needs 'version', 'zone' and 'valid'");
      return Optional.empty();
    }
    if (hours.isEmpty() || hours.firstKey().isAfter(validFrom)) {
      defect(0, "has no hours for " + validFrom);
      return Optional.empty();
    }
    for (int year = validFrom.getYear(); year <= validTo.getYear(); year++) {
      if (!yearsWithClosures.contains(year)) {
        defect(0, "has no 'closed' line for " + year);
      }
    }
    LocalDate from = validFrom;
    LocalDate to = validTo;
    lineOfDate.forEach(
        (date, where) -> {
          if (date.isBefore(from) || date.isAfter(to)) {
            defect(where, date + " is outside the valid period");
          }
        });
    return Optional.of(
        new MarketCalendar(version, mics, zone, from, to, hours, closures, specialHours()));
  }

  private Map<LocalDate, DailyHours> specialHours() {
    Map<LocalDate, DailyHours> special = new HashMap<>();
    for (SpecialDay day : specialDays) {
      Map.Entry<LocalDate, DailyHours> regular = hours.floorEntry(day.date());
      try {
        if (regular != null) {
          special.put(day.date(), day.change().apply(regular.getValue()));
        }
      } catch (IllegalArgumentException e) {
        defect(day.line(), e.getMessage() + " on " + day.date());
      }
    }
    return special;
  }

  private void defect(int where, String problem) {
    defects.add(new CalendarDefect(file, where, problem));
  }
}
