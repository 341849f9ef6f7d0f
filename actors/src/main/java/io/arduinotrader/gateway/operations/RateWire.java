package io.arduinotrader.gateway.operations;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.operations.FxRate;
import io.arduinotrader.protocol.grpc.operations.RecordFxRateRequest;
import io.arduinotrader.protocol.vocab.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Exchange rates as they travel. */
final class RateWire {

  private static final int LONGEST_SOURCE = 100;

  private RateWire() {}

  static FxRate of(io.arduinotrader.protocol.vocab.FxRate rate) {
    return FxRate.newBuilder()
        .setBase(rate.base().code())
        .setQuote(rate.quote().code())
        .setRate(rate.quotePerBase().toPlainString())
        .setSource(rate.source())
        .setAt(TimestampWire.of(rate.at()))
        .build();
  }

  /**
   * Reads a rate.
   *
   * @param now from when on it holds when the request does not say
   * @throws io.arduinotrader.gateway.edge.InvalidRequestException when it cannot be understood
   */
  static io.arduinotrader.protocol.vocab.FxRate read(RecordFxRateRequest in, Instant now) {
    FieldViolations violations = new FieldViolations();
    Optional<Currency> base = required(in.getBase(), "base", violations);
    Optional<Currency> quote = required(in.getQuote(), "quote", violations);
    violations.require(
        base.isEmpty() || !base.equals(quote), "quote", "must be another currency than base");
    Optional<BigDecimal> rate =
        MoneyWire.decimal(in.getRate(), "rate", violations)
            .filter(number -> isRate(number, violations));
    violations.require(
        !in.getSource().isBlank() && in.getSource().length() <= LONGEST_SOURCE,
        "source",
        "is required, with at most " + LONGEST_SOURCE + " characters");
    Instant at = in.hasAt() ? TimestampWire.instant(in.getAt(), "at", violations).orElse(now) : now;
    violations.refuseIfAny();
    return new io.arduinotrader.protocol.vocab.FxRate(
        base.orElseThrow(), quote.orElseThrow(), rate.orElseThrow(), at, in.getSource().strip());
  }

  /** Reads a currency that must be given. */
  static Optional<Currency> required(String text, String field, FieldViolations violations) {
    return text.isBlank()
        ? violations.missing(field, "is required")
        : MoneyWire.currency(text, field, violations);
  }

  /** Reads a currency that may be left out. */
  static Optional<Currency> optional(String text, String field, FieldViolations violations) {
    return text.isBlank() ? Optional.empty() : MoneyWire.currency(text, field, violations);
  }

  private static boolean isRate(BigDecimal number, FieldViolations violations) {
    boolean positive = number.signum() > 0;
    violations.require(positive, "rate", "must be above zero");
    boolean fine =
        number.stripTrailingZeros().scale() <= io.arduinotrader.protocol.vocab.FxRate.PLACES;
    violations.require(
        fine,
        "rate",
        "has more than " + io.arduinotrader.protocol.vocab.FxRate.PLACES + " decimal places");
    return positive && fine;
  }
}
