package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The prices of a security on one trading day, as a feed says they were; they need not be true.
 *
 * @param open in the trade currency, as are high, low, close and adjustedClose
 * @param adjustedClose close after splits and dividends
 * @param volume shares; 0 when nothing was traded or nobody knows
 */
public record DailyBar(
    LocalDate day,
    double open,
    double high,
    double low,
    double close,
    double adjustedClose,
    long volume) {

  /** The bars as columns, in the same order. */
  public static BarColumns columns(Isin isin, Currency currency, List<DailyBar> bars) {
    return new BarColumns(
        isin,
        currency,
        bars.stream().mapToInt(bar -> Math.toIntExact(bar.day.toEpochDay())).toArray(),
        bars.stream().mapToDouble(DailyBar::open).toArray(),
        bars.stream().mapToDouble(DailyBar::high).toArray(),
        bars.stream().mapToDouble(DailyBar::low).toArray(),
        bars.stream().mapToDouble(DailyBar::close).toArray(),
        bars.stream().mapToDouble(DailyBar::adjustedClose).toArray(),
        bars.stream().mapToLong(DailyBar::volume).toArray());
  }

  /** The columns as bars, in the same order. */
  public static List<DailyBar> of(BarColumns columns) {
    return IntStream.range(0, columns.size())
        .mapToObj(
            i ->
                new DailyBar(
                    LocalDate.ofEpochDay(columns.days()[i]),
                    columns.open()[i],
                    columns.high()[i],
                    columns.low()[i],
                    columns.close()[i],
                    columns.adjustedClose()[i],
                    columns.volume()[i]))
        .toList();
  }
}
