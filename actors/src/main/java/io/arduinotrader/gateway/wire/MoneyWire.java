package io.arduinotrader.gateway.wire;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Price;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Amounts of money and prices on the wire: decimal text and an ISO 4217 code, base currency when
 * the code is empty. Input may use the exponent form, output never does.
 */
public final class MoneyWire {

  /** Digits before the decimal point; more is a mistake and would cost memory to write out. */
  private static final int MOST_DIGITS = 15;

  /** Decimal places that are looked at; more is a mistake. */
  private static final int MOST_PLACES = 18;

  private static final int LONGEST_TEXT = 64;

  private MoneyWire() {}

  /** An amount as it travels. */
  public static Money of(io.arduinotrader.protocol.vocab.Money money) {
    return wire(money.amount(), money.currency());
  }

  /** A price as it travels. */
  public static Money of(Price price) {
    return wire(price.amount(), price.currency());
  }

  /** Any exact figure as it travels. */
  public static Money of(BigDecimal amount, Currency currency) {
    return wire(amount, currency);
  }

  /** Nothing of a currency. */
  public static Money zero(Currency currency) {
    return wire(BigDecimal.ZERO, currency);
  }

  /** Reads an amount; violations name the field. Empty when there is any. */
  public static Optional<io.arduinotrader.protocol.vocab.Money> amount(
      Money wire, String field, FieldViolations violations) {
    Optional<BigDecimal> amount = decimal(wire.getAmount(), field + ".amount", violations);
    Optional<Currency> currency = currency(wire.getCurrency(), field + ".currency", violations);
    if (amount.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    int places = currency.get().minorDigits();
    return amount.get().stripTrailingZeros().scale() > places
        ? violations.missing(
            field + ".amount",
            "has more than " + places + " decimal places, the least of " + currency.get())
        : Optional.of(new io.arduinotrader.protocol.vocab.Money(amount.get(), currency.get()));
  }

  /** Reads an amount that must not be negative. */
  public static Optional<io.arduinotrader.protocol.vocab.Money> amountFromZero(
      Money wire, String field, FieldViolations violations) {
    return bounded(wire, field, violations, money -> money.signum() >= 0, "must not be negative");
  }

  /** Reads an amount that must be above zero. */
  public static Optional<io.arduinotrader.protocol.vocab.Money> amountAboveZero(
      Money wire, String field, FieldViolations violations) {
    return bounded(wire, field, violations, money -> money.signum() > 0, "must be above zero");
  }

  /** Reads a price per share, above zero with at most six decimal places. */
  public static Optional<Price> price(Money wire, String field, FieldViolations violations) {
    Optional<BigDecimal> amount = decimal(wire.getAmount(), field + ".amount", violations);
    Optional<Currency> currency = currency(wire.getCurrency(), field + ".currency", violations);
    if (amount.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    if (amount.get().signum() <= 0) {
      return violations.missing(field + ".amount", "must be above zero");
    }
    if (amount.get().stripTrailingZeros().scale() > Price.PLACES) {
      return violations.missing(
          field + ".amount", "has more than " + Price.PLACES + " decimal places");
    }
    return Optional.of(new Price(amount.get(), currency.get()));
  }

  /** Reads a decimal number of reasonable size. */
  public static Optional<BigDecimal> decimal(
      String text, String field, FieldViolations violations) {
    if (text.isBlank()) {
      return violations.missing(field, "is required");
    }
    BigDecimal number;
    try {
      number = text.length() > LONGEST_TEXT ? null : new BigDecimal(text.strip());
    } catch (NumberFormatException notANumber) {
      number = null;
    }
    if (number == null) {
      return violations.missing(field, "is not a decimal number");
    }
    if (number.signum() == 0) {
      return Optional.of(BigDecimal.ZERO);
    }
    if ((long) number.precision() - number.scale() > MOST_DIGITS) {
      return violations.missing(field, "is too large");
    }
    if (number.stripTrailingZeros().scale() > MOST_PLACES) {
      return violations.missing(field, "has more than " + MOST_PLACES + " decimal places");
    }
    return Optional.of(number);
  }

  /** Reads a currency code, base currency when empty. */
  public static Optional<Currency> currency(String text, String field, FieldViolations violations) {
    if (text.isBlank()) {
      return Optional.of(Currency.EUR);
    }
    Optional<Currency> currency = Currency.parse(text);
    if (currency.isEmpty()) {
      violations.add(field, "is not an ISO 4217 currency");
    }
    return currency;
  }

  private static Optional<io.arduinotrader.protocol.vocab.Money> bounded(
      Money wire,
      String field,
      FieldViolations violations,
      Predicate<io.arduinotrader.protocol.vocab.Money> bound,
      String complaint) {
    Optional<io.arduinotrader.protocol.vocab.Money> money = amount(wire, field, violations);
    if (money.isPresent() && !bound.test(money.get())) {
      return violations.missing(field + ".amount", complaint);
    }
    return money;
  }

  private static Money wire(BigDecimal amount, Currency currency) {
    return Money.newBuilder()
        .setAmount(amount.toPlainString())
        .setCurrency(currency.code())
        .build();
  }
}
