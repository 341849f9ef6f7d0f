package io.arduinotrader.universe.domain;

import static io.arduinotrader.universe.domain.PriceRule.BACKWARD_DAY;
import static io.arduinotrader.universe.domain.PriceRule.CLOSE_OUTSIDE_RANGE;
import static io.arduinotrader.universe.domain.PriceRule.DUPLICATE_DAY;
import static io.arduinotrader.universe.domain.PriceRule.FUTURE_DAY;
import static io.arduinotrader.universe.domain.PriceRule.HIGH_BELOW_LOW;
import static io.arduinotrader.universe.domain.PriceRule.JUMP;
import static io.arduinotrader.universe.domain.PriceRule.NOT_A_NUMBER;
import static io.arduinotrader.universe.domain.PriceRule.NOT_POSITIVE;
import static io.arduinotrader.universe.domain.PriceRule.TOO_LARGE;
import static io.arduinotrader.universe.domain.PriceRule.ZERO_VOLUME_SPIKE;

import io.arduinotrader.protocol.universe.PriceAnomaly;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Keeps out bars that cannot be true. What is only untidy is kept: an open outside the day's range,
 * a close that does not move for days, a day without trades, an adjusted close far from the close.
 *
 * <p>A volume of 0 means that nothing was traded, but only in a series that has some volume
 * somewhere; a series without any volume is one whose volumes nobody knows, and the rule about days
 * without trades says nothing about it.
 *
 * @param jump how far a close may be from the one before: as a factor of 1 + jump up or down
 * @param quietJump the same for a day without trades
 * @param confirmations how many following sessions must stay within the same bound of a far close
 *     for it to be believed; a far close at the end of the bars is kept out until they come
 */
public record PriceRules(double jump, double quietJump, int confirmations) {

  /** Rounding of vendors: a close may leave the day's range by this fraction. */
  private static final double RANGE_TOLERANCE = 1e-6;

  /** Prices are kept to six decimal places; a smaller one would become zero. */
  private static final double SMALLEST_PRICE = 1e-6;

  /** Above any price a share ever had, and within what can be kept. */
  private static final double LARGEST_PRICE = 1e9;

  /** Half as much again or a third less in a day, one tenth without trades, two sessions. */
  public static final PriceRules STANDARD = new PriceRules(0.5, 0.1, 2);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException unless both are above zero and at least one session confirms
   */
  public PriceRules {
    if (!(jump > 0) || !(quietJump > 0) || confirmations < 1) {
      throw new IllegalArgumentException(
          "bounds must be above zero: " + jump + ", " + quietJump + ", " + confirmations);
    }
  }

  /**
   * What the rules say of a series of bars.
   *
   * @param kept the believed bars by day
   * @param rejections the others in the order they came in
   */
  public record Verdict(List<DailyBar> kept, List<Rejection> rejections) {

    /** The rejected bars as anomalies, in the order they came in. */
    public List<PriceAnomaly> anomalies() {
      return rejections.stream().map(Rejection::anomaly).toList();
    }
  }

  /** A bar that was kept out: its place in the series that was judged, and why. */
  public record Rejection(int index, PriceAnomaly anomaly) {}

  private record Candidate(int index, DailyBar bar) {}

  /**
   * Judges bars that should come oldest first.
   *
   * @param previousClose the believed close before the first of them, empty when there is none
   * @param today the last day that can have a bar
   */
  public Verdict judge(List<DailyBar> bars, OptionalDouble previousClose, LocalDate today) {
    List<Rejection> rejections = new ArrayList<>();
    List<Candidate> plausible = plausibleAlone(bars, today, rejections);
    List<DailyBar> kept = plausibleInSequence(plausible, previousClose, rejections);
    rejections.sort(Comparator.comparingInt(Rejection::index));
    return new Verdict(kept, rejections);
  }

  private static List<Candidate> plausibleAlone(
      List<DailyBar> bars, LocalDate today, List<Rejection> rejections) {
    List<Candidate> plausible = new ArrayList<>(bars.size());
    Optional<DailyBar> last = Optional.empty();
    for (int index = 0; index < bars.size(); index++) {
      DailyBar bar = bars.get(index);
      if (last.filter(bar::equals).isPresent()) {
        continue; // the same fact told twice
      }
      Optional<PriceAnomaly> anomaly = impossible(bar, today);
      if (anomaly.isEmpty()) {
        anomaly = last.flatMap(before -> outOfOrder(bar, before));
      }
      if (anomaly.isPresent()) {
        rejections.add(new Rejection(index, anomaly.get()));
      } else {
        plausible.add(new Candidate(index, bar));
        last = Optional.of(bar);
      }
    }
    return plausible;
  }

  private List<DailyBar> plausibleInSequence(
      List<Candidate> candidates, OptionalDouble previousClose, List<Rejection> rejections) {
    boolean volumesKnown = candidates.stream().anyMatch(candidate -> candidate.bar.volume() > 0);
    List<DailyBar> kept = new ArrayList<>(candidates.size());
    OptionalDouble before = previousClose;
    for (int i = 0; i < candidates.size(); i++) {
      DailyBar bar = candidates.get(i).bar;
      boolean quiet = volumesKnown && bar.volume() == 0;
      double bound = quiet ? Math.min(quietJump, jump) : jump;
      if (before.isPresent()
          && isFar(bar.close(), before.getAsDouble(), bound)
          && !isConfirmed(candidates, i, bound)) {
        rejections.add(new Rejection(candidates.get(i).index, far(bar, before.getAsDouble())));
      } else {
        kept.add(bar);
        before = OptionalDouble.of(bar.close());
      }
    }
    return kept;
  }

  private boolean isConfirmed(List<Candidate> candidates, int index, double bound) {
    int end = index + 1 + confirmations;
    double close = candidates.get(index).bar.close();
    return end <= candidates.size()
        && candidates.subList(index + 1, end).stream()
            .noneMatch(next -> isFar(next.bar.close(), close, bound));
  }

  private static boolean isFar(double close, double before, double bound) {
    return close > before * (1 + bound) || close * (1 + bound) < before;
  }

  private static Optional<PriceAnomaly> impossible(DailyBar bar, LocalDate today) {
    if (!prices(bar).allMatch(Double::isFinite)) {
      return anomaly(bar, NOT_A_NUMBER, figures(bar));
    }
    if (prices(bar).anyMatch(price -> price < SMALLEST_PRICE) || bar.volume() < 0) {
      return anomaly(bar, NOT_POSITIVE, figures(bar));
    }
    if (prices(bar).anyMatch(price -> price > LARGEST_PRICE)) {
      return anomaly(bar, TOO_LARGE, figures(bar));
    }
    if (bar.day().isAfter(today)) {
      return anomaly(bar, FUTURE_DAY, "today is " + today);
    }
    if (bar.high() < bar.low()) {
      return anomaly(bar, HIGH_BELOW_LOW, figures(bar));
    }
    boolean outside =
        bar.close() > bar.high() * (1 + RANGE_TOLERANCE)
            || bar.close() < bar.low() * (1 - RANGE_TOLERANCE);
    return outside ? anomaly(bar, CLOSE_OUTSIDE_RANGE, figures(bar)) : Optional.empty();
  }

  private static Optional<PriceAnomaly> outOfOrder(DailyBar bar, DailyBar before) {
    if (bar.day().equals(before.day())) {
      return anomaly(
          bar, DUPLICATE_DAY, "close " + bar.close() + ", known with close " + before.close());
    }
    return bar.day().isBefore(before.day())
        ? anomaly(bar, BACKWARD_DAY, "it follows " + before.day())
        : Optional.empty();
  }

  private PriceAnomaly far(DailyBar bar, double before) {
    PriceRule rule = isFar(bar.close(), before, jump) ? JUMP : ZERO_VOLUME_SPIKE;
    String detail =
        "close "
            + bar.close()
            + " after "
            + before
            + ", volume "
            + bar.volume()
            + ", not confirmed by the next "
            + confirmations
            + " sessions";
    return new PriceAnomaly(bar.day(), rule.name(), detail);
  }

  private static DoubleStream prices(DailyBar bar) {
    return DoubleStream.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.adjustedClose());
  }

  private static String figures(DailyBar bar) {
    return "open "
        + bar.open()
        + ", high "
        + bar.high()
        + ", low "
        + bar.low()
        + ", close "
        + bar.close()
        + ", adjusted "
        + bar.adjustedClose()
        + ", volume "
        + bar.volume();
  }

  private static Optional<PriceAnomaly> anomaly(DailyBar bar, PriceRule rule, String detail) {
    return Optional.of(new PriceAnomaly(bar.day(), rule.name(), detail));
  }
}
