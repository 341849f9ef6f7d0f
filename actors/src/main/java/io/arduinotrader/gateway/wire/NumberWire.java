package io.arduinotrader.gateway.wire;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Floating point numbers and counts on the wire. A number that is not finite, out of range or finer
 * than the house computes is a violation; it is never bent into shape.
 */
public final class NumberWire {

  /** Far above any number of shares, and exact in a double together with six decimal places. */
  private static final double LARGEST_QUANTITY = 1e9;

  private NumberWire() {}

  /** Reads a number of shares, zero or more. */
  public static Optional<Quantity> quantity(
      double number, String field, FieldViolations violations) {
    if (!Double.isFinite(number)) {
      return violations.missing(field, "is not a finite number");
    }
    if (number < 0) {
      return violations.missing(field, "must not be negative");
    }
    if (number > LARGEST_QUANTITY) {
      return violations.missing(field, "is too large");
    }
    BigDecimal shares = BigDecimal.valueOf(number).stripTrailingZeros();
    return shares.scale() > Quantity.PLACES
        ? violations.missing(field, "has more than " + Quantity.PLACES + " decimal places")
        : Optional.of(new Quantity(shares));
  }

  /** Reads a number of shares above zero. */
  public static Optional<Quantity> quantityAboveZero(
      double number, String field, FieldViolations violations) {
    Optional<Quantity> quantity = quantity(number, field, violations);
    return quantity.isPresent() && quantity.get().isZero()
        ? violations.missing(field, "must be above zero")
        : quantity;
  }

  /** Reads a number between two bounds, both included. */
  public static Optional<BigDecimal> between(
      double number, double least, double most, String field, FieldViolations violations) {
    return isBetween(number, least, most, field, violations)
        ? Optional.of(BigDecimal.valueOf(number))
        : Optional.empty();
  }

  /** Notes a violation unless the number is finite and between two bounds, both included. */
  public static boolean isBetween(
      double number, double least, double most, String field, FieldViolations violations) {
    if (!Double.isFinite(number)) {
      violations.add(field, "is not a finite number");
      return false;
    }
    if (number < least || number > most) {
      violations.add(field, "must be between " + plain(least) + " and " + plain(most));
      return false;
    }
    return true;
  }

  /** Reads a number of days back, a default for zero. */
  public static int days(
      int days, int whenZero, int most, String field, FieldViolations violations) {
    violations.require(days >= 0 && days <= most, field, "must be between 0 and " + most);
    return days == 0 ? whenZero : days;
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
