package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.universe.BarColumns;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What is stored of a security around the days of new bars.
 *
 * @param columns the stored bars, empty when there are none
 */
public record StoredBars(Optional<BarColumns> columns) {

  /** Rounding of vendors between two answers, as a fraction. */
  private static final double RESTATEMENT_TOLERANCE = 1e-4;

  /** Half of what the table can tell apart. */
  private static final double ROUNDING = 0.5e-6;

  /** The last close before a day, empty when there is none. */
  public OptionalDouble closeBefore(LocalDate day) {
    return columns.map(stored -> closeBefore(stored, day)).orElseGet(OptionalDouble::empty);
  }

  /**
   * Whether a feed has restated its past: a day that both have has another close or adjusted close
   * now. After a dividend or a split the adjusted closes of all earlier days are other numbers, so
   * everything must be fetched again; bars from before and after must not stand side by side.
   */
  public boolean areRestatedBy(List<DailyBar> fetched) {
    return columns.stream()
        .anyMatch(stored -> fetched.stream().anyMatch(bar -> isRestated(stored, bar)));
  }

  /** Those of the bars that are new or not as they are stored. */
  public List<DailyBar> newsIn(List<DailyBar> bars) {
    return columns
        .map(stored -> bars.stream().filter(bar -> isNews(stored, bar)).toList())
        .orElse(bars);
  }

  private static OptionalDouble closeBefore(BarColumns stored, LocalDate day) {
    int found = Arrays.binarySearch(stored.days(), Math.toIntExact(day.toEpochDay()));
    int before = (found >= 0 ? found : -found - 1) - 1;
    return before >= 0 ? OptionalDouble.of(stored.close()[before]) : OptionalDouble.empty();
  }

  private static boolean isRestated(BarColumns stored, DailyBar bar) {
    OptionalInt place = place(stored, bar);
    if (place.isEmpty()) {
      return false;
    }
    int i = place.getAsInt();
    return isRestated(stored.close()[i], bar.close())
        || isRestated(stored.adjustedClose()[i], bar.adjustedClose());
  }

  private static boolean isNews(BarColumns stored, DailyBar bar) {
    OptionalInt place = place(stored, bar);
    if (place.isEmpty()) {
      return true;
    }
    int i = place.getAsInt();
    double[] known = {
      stored.open()[i],
      stored.high()[i],
      stored.low()[i],
      stored.close()[i],
      stored.adjustedClose()[i]
    };
    double[] now = {bar.open(), bar.high(), bar.low(), bar.close(), bar.adjustedClose()};
    return stored.volume()[i] != bar.volume()
        || IntStream.range(0, now.length).anyMatch(k -> !isStored(known[k], now[k]));
  }

  private static OptionalInt place(BarColumns stored, DailyBar bar) {
    int i = Arrays.binarySearch(stored.days(), Math.toIntExact(bar.day().toEpochDay()));
    return i >= 0 ? OptionalInt.of(i) : OptionalInt.empty();
  }

  private static boolean isRestated(double before, double now) {
    return !(Math.abs(now - before) <= RESTATEMENT_TOLERANCE * before);
  }

  private static boolean isStored(double known, double now) {
    return Math.abs(now - known) <= Math.max(ROUNDING, Math.ulp(known)) * 1.001;
  }
}
