package io.arduinotrader.scoring.domain.indicator;

import java.util.Objects;

/**
 * Prices one after another, oldest first: a stretch of a column that is read in place, because
 * every figure of a security looks at the same column and copies would be most of the work.
 *
 * @param column never written while it is looked at
 * @param from first index
 * @param size number of prices
 */
@SuppressWarnings("ArrayRecordComponent") // boxing a column would cost tenfold
public record PriceRun(double[] column, int from, int size) {

  /**
   * Checks the range once, so that reading need not.
   *
   * @throws IndexOutOfBoundsException when the column is shorter
   */
  public PriceRun {
    Objects.checkFromIndexSize(from, size, column.length);
  }

  /** A whole column. */
  public static PriceRun of(double... column) {
    return new PriceRun(column, 0, column.length);
  }

  /** A price, counted from the oldest. */
  public double at(int index) {
    return column[from + index];
  }

  /** The newest price. */
  public double last() {
    return column[from + size - 1];
  }

  /** The newest prices, all of them when there are fewer. */
  public PriceRun newest(int count) {
    int kept = Math.min(count, size);
    return new PriceRun(column, from + size - kept, kept);
  }

  /** Whether every price is above zero. */
  boolean allAboveZero() {
    for (int i = 0; i < size; i++) {
      if (!(at(i) > 0)) {
        return false;
      }
    }
    return true;
  }
}
