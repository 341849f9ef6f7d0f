package io.arduinotrader.protocol.universe;

import java.util.List;

/**
 * The rows of a file that could not be used.
 *
 * @param count all of them
 * @param first the first ones in the order of the file, at most {@link #SHOWN}
 */
public record UnusableRows(long count, List<UnusableRow> first) {

  /** How many rows are kept. */
  public static final int SHOWN = 100;

  /** Every row was usable. */
  public static final UnusableRows NONE = new UnusableRows(0, List.of());

  /**
   * Keeps a copy of the rows.
   *
   * @throws IllegalArgumentException when there are more rows than counted or kept
   */
  public UnusableRows {
    first = List.copyOf(first);
    if (first.size() > Math.min(count, SHOWN)) {
      throw new IllegalArgumentException(first.size() + " rows of " + count);
    }
  }
}
