package io.arduinotrader.scoring.domain.dividend;

import io.arduinotrader.scoring.domain.indicator.BarSeries;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The dividends a security paid, read from its closes: on the day it trades without its dividend,
 * all earlier adjusted closes are restated by the dividend's part of the price.
 *
 * @param lastYear paid in the last 365 days, as a fraction of the last close; empty when nothing
 *     was ever paid, which may also mean that the closes were never adjusted
 * @param history of completed calendar years, absent likewise
 */
public record PaidDividends(OptionalDouble lastYear, Optional<DividendHistory> history) {

  /** A smaller step is rounding of the restated prices. */
  private static final double LEAST_STEP = 0.001;

  /** A larger step is a split: nobody pays so much of a price at once. */
  private static final double LARGEST_DIVIDEND = 0.15;

  private static final int DAYS_OF_YEAR = 365;

  /** First and last bars within so many days of a year's ends make it a whole one. */
  private static final int SESSION_WITHIN_DAYS = 10;

  private static final PaidDividends NONE =
      new PaidDividends(OptionalDouble.empty(), Optional.empty());

  /** What was paid within a series. */
  public static PaidDividends of(BarSeries bars) {
    int last = bars.size() - 1;
    if (last < 1) {
      return NONE;
    }
    LocalDate begin = LocalDate.ofEpochDay(bars.day(0));
    int firstYear = begin.getYear() + (begin.getDayOfYear() > SESSION_WITHIN_DAYS ? 1 : 0);
    LocalDate end = bars.asOf().plusDays(SESSION_WITHIN_DAYS);
    int years = Math.max(0, end.getYear() - firstYear);
    double[] amounts = new double[years];
    double recent = 0;
    boolean paid = false;
    double laterSplits = 1;
    int year = LocalDate.ofEpochDay(bars.day(last)).getYear();
    long yearBegin = LocalDate.of(year, 1, 1).toEpochDay();
    double factor = bars.adjustedClose(last) / bars.close(last);
    for (int bar = last; bar > 0; bar--) {
      while (bars.day(bar) < yearBegin) {
        year--;
        yearBegin = LocalDate.of(year, 1, 1).toEpochDay();
      }
      double earlier = bars.adjustedClose(bar - 1) / bars.close(bar - 1);
      double step = 1 - earlier / factor;
      if (step > LARGEST_DIVIDEND || step < -LEAST_STEP) {
        laterSplits *= earlier / factor;
      } else if (step > LEAST_STEP) {
        paid = true;
        double amount = step * bars.close(bar - 1) * laterSplits;
        recent += bars.day(bar) > bars.day(last) - DAYS_OF_YEAR ? amount : 0;
        int slot = year - firstYear;
        if (slot >= 0 && slot < years) {
          amounts[slot] += amount;
        }
      }
      factor = earlier;
    }
    return paid
        ? new PaidDividends(
            OptionalDouble.of(recent / bars.close(last)), Optional.of(DividendHistory.of(amounts)))
        : NONE;
  }
}
