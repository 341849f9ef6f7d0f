package io.arduinotrader.universe.feed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads single cells of a file. */
final class CellReader {

  private CellReader() {}

  /** A cell does not hold what its column promises. */
  static final class UnusableCellException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableCellException(String message) {
      super(message);
    }
  }

  static LocalDate day(String cell) throws UnusableCellException {
    try {
      return LocalDate.parse(cell);
    } catch (DateTimeParseException e) {
      throw new UnusableCellException("not a day like 2025-12-31: '" + cell + "'");
    }
  }

  /** A decimal number; neither infinity nor "not a number" can be written. */
  static double number(String column, String cell) throws UnusableCellException {
    return decimal(column, cell).doubleValue();
  }

  /** A whole number; an empty cell is 0. */
  static long count(String column, String cell) throws UnusableCellException {
    if (cell.isEmpty()) {
      return 0;
    }
    try {
      return decimal(column, cell).longValueExact();
    } catch (ArithmeticException e) {
      throw new UnusableCellException(column + " is not a whole number: '" + cell + "'");
    }
  }

  static BigDecimal decimal(String column, String cell) throws UnusableCellException {
    try {
      return new BigDecimal(cell);
    } catch (NumberFormatException e) {
      throw new UnusableCellException(column + " is not a number: '" + cell + "'");
    }
  }
}
