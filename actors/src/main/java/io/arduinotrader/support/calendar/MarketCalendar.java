package io.arduinotrader.support.calendar;

import io.arduinotrader.protocol.vocab.Mic;
import io.arduinotrader.support.calendar.Availability.Closed;
import io.arduinotrader.support.calendar.Availability.Open;
import io.arduinotrader.support.calendar.Availability.Reason;
import io.arduinotrader.support.calendar.Availability.UnknownDate;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The trading days of one venue over the period its data file covers. Immutable.
 *
 * <p>Sessions are weekdays without a closure; none crosses local midnight. Outside the period there
 * are no sessions: a calendar that has run out closes its venue, and {@link #availability(Instant)}
 * tells this from a holiday.
 */
public final class MarketCalendar {

  private final String version;
  private final Set<Mic> mics;
  private final ZoneId zone;
  private final LocalDate validFrom;
  private final LocalDate validTo;
  private final NavigableMap<LocalDate, DailyHours> regularHours;
  private final Set<LocalDate> closures;
  private final Map<LocalDate, DailyHours> specialHours;

  /**
   * Keeps copies of its arguments.
   *
   * @param regularHours the hours from each date on; the first date is not after {@code validFrom}
   * @param closures weekdays without a session
   * @param specialHours sessions that end early or begin late
   */
  MarketCalendar(
      String version,
      Set<Mic> mics,
      ZoneId zone,
      LocalDate validFrom,
      LocalDate validTo,
      NavigableMap<LocalDate, DailyHours> regularHours,
      Set<LocalDate> closures,
      Map<LocalDate, DailyHours> specialHours) {
    this.version = version;
    this.mics = Set.copyOf(mics);
    this.zone = zone;
    this.validFrom = validFrom;
    this.validTo = validTo;
    this.regularHours = Collections.unmodifiableNavigableMap(new TreeMap<>(regularHours));
    this.closures = Set.copyOf(closures);
    this.specialHours = Map.copyOf(specialHours);
  }

  /** The edition of the data file, for example {@code 2026.1}. */
  public String version() {
    return version;
  }

  /** The venues that keep these sessions. */
  public Set<Mic> mics() {
    return mics;
  }

  /** The venue's time zone. */
  public ZoneId zone() {
    return zone;
  }

  /** First date the data file covers. */
  public LocalDate validFrom() {
    return validFrom;
  }

  /** Last date the data file covers; after it the venue counts as closed. */
  public LocalDate validTo() {
    return validTo;
  }

  /**
   * The session of a date in the venue's zone; empty on weekends, holidays and outside the covered
   * period.
   */
  public Optional<Session> session(LocalDate date) {
    if (!covers(date) || isWeekend(date) || closures.contains(date)) {
      return Optional.empty();
    }
    DailyHours hours = specialHours.getOrDefault(date, regularHours.floorEntry(date).getValue());
    return Optional.of(hours.on(date, zone));
  }

  /**
   * Whether the venue trades at an instant; see {@link Session#isOpenAt(Instant)} for the edges.
   */
  public boolean isOpen(Instant instant) {
    return availability(instant).isOpen();
  }

  /** Whether the venue trades at an instant, and if not, why. */
  public Availability availability(Instant instant) {
    LocalDate date = dateOf(instant);
    return session(date)
        .map(session -> within(session, instant))
        .orElseGet(() -> withoutSession(date));
  }

  /** Whether the venue trades at some time of a date, and if not, why. */
  public Availability availability(LocalDate date) {
    return session(date).<Availability>map(Open::new).orElseGet(() -> withoutSession(date));
  }

  /**
   * The first instant from the given one on at which the venue is open, which is the given one
   * while it is open. Empty when the date is not covered or no session follows in the covered
   * period.
   */
  public Optional<Instant> nextOpen(Instant instant) {
    LocalDate from = dateOf(instant);
    if (!covers(from)) {
      return Optional.empty();
    }
    return from.datesUntil(validTo.plusDays(1))
        .flatMap(date -> session(date).stream())
        .flatMap(session -> session.firstOpenFrom(instant).stream())
        .findFirst();
  }

  /**
   * The last session before a date; empty when the day before is not covered or no session
   * precedes.
   */
  public Optional<Session> previousSession(LocalDate date) {
    LocalDate last = date.minusDays(1);
    return covers(last)
        ? lastSessionUpTo(last, date.atStartOfDay(zone).toInstant())
        : Optional.empty();
  }

  /**
   * The close of the last session that ended before an instant; empty under the same conditions.
   */
  public Optional<Instant> lastCloseBefore(Instant instant) {
    LocalDate date = dateOf(instant);
    return covers(date) ? lastSessionUpTo(date, instant).map(Session::close) : Optional.empty();
  }

  /** The date at the venue. */
  public LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  private Optional<Session> lastSessionUpTo(LocalDate last, Instant instant) {
    for (LocalDate date = last; !date.isBefore(validFrom); date = date.minusDays(1)) {
      Optional<Session> ended = session(date).filter(session -> session.close().isBefore(instant));
      if (ended.isPresent()) {
        return ended;
      }
    }
    return Optional.empty();
  }

  private Availability withoutSession(LocalDate date) {
    if (!covers(date)) {
      return new UnknownDate(date, validFrom, validTo);
    }
    return new Closed(isWeekend(date) ? Reason.WEEKEND : Reason.HOLIDAY);
  }

  private static Availability within(Session session, Instant instant) {
    if (instant.isBefore(session.open())) {
      return new Closed(Reason.BEFORE_OPEN);
    }
    if (instant.isAfter(session.close())) {
      return new Closed(Reason.AFTER_CLOSE);
    }
    return session.isAtLunch(instant) ? new Closed(Reason.LUNCH_BREAK) : new Open(session);
  }

  private boolean covers(LocalDate date) {
    return !date.isBefore(validFrom) && !date.isAfter(validTo);
  }

  static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
