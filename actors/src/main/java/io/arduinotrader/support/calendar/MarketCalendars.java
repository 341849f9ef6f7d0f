package io.arduinotrader.support.calendar;

import io.arduinotrader.protocol.vocab.Mic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The calendars of all venues, read once at start.
 *
 * <p>The data are text files beside this class, named in {@code index.txt}. Each says its version,
 * which years come from recorded sessions and which from rules, and until when it is valid;
 * somebody extends them once a year.
 */
public final class MarketCalendars {

  private static final String INDEX = "index.txt";

  private final Map<Mic, MarketCalendar> byMic;

  private MarketCalendars(Map<Mic, MarketCalendar> byMic) {
    this.byMic = Map.copyOf(byMic);
  }

  /**
   * Reads every calendar file.
   *
   * @throws CalendarDataException with all defects when any file has one, is missing, or a known
   *     exchange has no calendar
   */
  public static MarketCalendars load() {
    Map<String, String> texts = new LinkedHashMap<>();
    List<CalendarDefect> defects = new ArrayList<>();
    for (String file : fileNames()) {
      text(file)
          .ifPresentOrElse(
              text -> texts.put(file, text),
              () -> defects.add(new CalendarDefect(file, 0, "is missing")));
    }
    Map<Mic, MarketCalendar> calendars = read(texts, defects);
    ExchangeNames.codes().stream()
        .filter(mic -> !calendars.containsKey(mic))
        .sorted()
        .forEach(mic -> defects.add(new CalendarDefect(INDEX, 0, "no file carries " + mic)));
    return unlessDefective(calendars, defects);
  }

  /** The calendars in the given texts by file name; for tests of the format. */
  static MarketCalendars of(Map<String, String> texts) {
    List<CalendarDefect> defects = new ArrayList<>();
    return unlessDefective(read(texts, defects), defects);
  }

  /** The calendar of a venue. */
  public Optional<MarketCalendar> calendar(Mic mic) {
    return Optional.ofNullable(byMic.get(mic));
  }

  /**
   * The calendar of an exchange by a data provider's name or its code; see {@link ExchangeNames}.
   */
  public Optional<MarketCalendar> calendar(String exchange) {
    return ExchangeNames.micOf(exchange).flatMap(this::calendar);
  }

  /** Every venue that has a calendar. */
  public Set<Mic> venues() {
    return byMic.keySet();
  }

  /**
   * Whether an exchange trades by a clock; an exchange without a calendar is an answer of its own.
   */
  public Availability availability(String exchange, MarketClock clock) {
    return calendar(exchange)
        .map(clock::availability)
        .orElseGet(() -> new Availability.UnknownVenue(exchange));
  }

  private static Map<Mic, MarketCalendar> read(
      Map<String, String> texts, List<CalendarDefect> defects) {
    Map<Mic, MarketCalendar> calendars = new TreeMap<>();
    texts.forEach(
        (file, text) ->
            CalendarFile.parse(file, text, defects)
                .ifPresent(
                    calendar -> {
                      for (Mic mic : calendar.mics()) {
                        if (calendars.putIfAbsent(mic, calendar) != null) {
                          defects.add(
                              new CalendarDefect(file, 0, mic + " is in another file already"));
                        }
                      }
                    }));
    return calendars;
  }

  private static MarketCalendars unlessDefective(
      Map<Mic, MarketCalendar> calendars, List<CalendarDefect> defects) {
    if (!defects.isEmpty()) {
      throw new CalendarDataException(defects);
    }
    return new MarketCalendars(calendars);
  }

  private static List<String> fileNames() {
    return text(INDEX)
        .orElseThrow(
            () -> new CalendarDataException(List.of(new CalendarDefect(INDEX, 0, "is missing"))))
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static Optional<String> text(String file) {
    try (InputStream stream = MarketCalendars.class.getResourceAsStream(file)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
