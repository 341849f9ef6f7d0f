package io.arduinotrader.protocol.universe;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;

/**
 * Daily bars of one security as columns of equal length, oldest first. Statistics read them; money
 * is never computed from them.
 *
 * @param days days since 1970-01-01, strictly ascending
 * @param open in the trade currency, as are high, low and close
 * @param adjustedClose close after splits and dividends
 * @param volume shares
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers: boxing them would cost tenfold
public record BarColumns(
    Isin isin,
    Currency currency,
    int[] days,
    double[] open,
    double[] high,
    double[] low,
    double[] close,
    double[] adjustedClose,
    long[] volume) {

  /** The number of bars. */
  public int size() {
    return days.length;
  }
}
