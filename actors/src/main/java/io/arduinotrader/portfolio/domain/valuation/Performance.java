package io.arduinotrader.portfolio.domain.valuation;

import io.arduinotrader.protocol.portfolio.DayValues.DayValue;
import io.arduinotrader.protocol.portfolio.PerformanceFigures;
import io.arduinotrader.protocol.portfolio.PerformancePoint;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the account did between marked days, free of the effect of deposits. Deposits count at the
 * end of their day.
 */
public final class Performance {

  private static final int PERCENT = 100;
  private static final int NO_RISK_FREE_RETURN = 0;

  private Performance() {}

  /** One point per marked day with its return against the point before. */
  public static List<PerformancePoint> points(List<DayValue> marks) {
    double[] returns = returns(marks);
    List<PerformancePoint> points = new ArrayList<>(marks.size());
    for (int i = 0; i < marks.size(); i++) {
      points.add(
          new PerformancePoint(
              marks.get(i).day(),
              marks.get(i).total(),
              i == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(returns[i - 1] * PERCENT)));
    }
    return List.copyOf(points);
  }

  /**
   * Figures over Mondays to Fridays; what flowed in on a weekend counts for the Monday after it.
   * Empty for fewer than two such days.
   */
  public static Optional<PerformanceFigures> figures(List<DayValue> marks) {
    List<DayValue> days = businessDays(marks);
    if (days.size() < 2) {
      return Optional.empty();
    }
    double[] returns = returns(days);
    DayValue peak = days.getFirst();
    for (DayValue day : days) {
      peak = peak.total().isLessThan(day.total()) ? day : peak;
    }
    return Optional.of(
        new PerformanceFigures(
            percent(Returns.total(returns)),
            percent(Returns.annual(returns)),
            BigDecimal.valueOf(Returns.volatility(returns)),
            BigDecimal.valueOf(Returns.sharpe(returns, NO_RISK_FREE_RETURN)),
            BigDecimal.valueOf(Returns.sortino(returns, NO_RISK_FREE_RETURN)),
            BigDecimal.valueOf(Returns.calmar(returns)),
            percent(Math.abs(Returns.deepestFall(returns))),
            peak.total(),
            peak.day()));
  }

  private static List<DayValue> businessDays(List<DayValue> marks) {
    List<DayValue> days = new ArrayList<>();
    Money carried = Money.zero(Currency.EUR);
    for (DayValue mark : marks) {
      DayOfWeek weekday = mark.day().getDayOfWeek();
      if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
        carried = carried.plus(mark.netFlow());
      } else {
        days.add(new DayValue(mark.day(), mark.total(), mark.cash(), mark.netFlow().plus(carried)));
        carried = Money.zero(Currency.EUR);
      }
    }
    return days;
  }

  private static double[] returns(List<DayValue> marks) {
    return Returns.timeWeighted(
        marks.stream().mapToDouble(mark -> mark.total().amount().doubleValue()).toArray(),
        marks.stream().mapToDouble(mark -> mark.netFlow().amount().doubleValue()).toArray());
  }

  private static BigDecimal percent(double fraction) {
    return BigDecimal.valueOf(fraction * PERCENT);
  }
}
