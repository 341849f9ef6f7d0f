package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.SecurityRecord.ProductType;
import java.math.BigDecimal;
import java.util.Optional;

/** What master data must be like for the house to work with a security. */
final class SecurityRules {

  private static final BigDecimal LARGEST_MINIMUM_TARGET = BigDecimal.valueOf(20);
  private static final BigDecimal LARGEST_MAXIMUM_TARGET = BigDecimal.valueOf(30);

  private SecurityRules() {}

  /** The first rule the security breaks by itself, whatever else is in the universe. */
  static Optional<Refusal> broken(SecurityRecord security) {
    if (security.minimumLot().isZero()) {
      return refusal(RefusalCode.LOT_SIZE, "the lot of a security is above zero", "minimumLot");
    }
    if (security.active() && security.productType() == ProductType.UNKNOWN) {
      return refusal(
          RefusalCode.UNKNOWN_NAME,
          "an active security needs a known product type: " + security.isin(),
          "productType");
    }
    if (isOutside(security.minimumTarget(), LARGEST_MINIMUM_TARGET)) {
      return refusal(
          RefusalCode.CONFLICT,
          "the minimum target is 0 to " + LARGEST_MINIMUM_TARGET + " percent points",
          "minimumTarget");
    }
    if (isOutside(security.maximumTarget(), LARGEST_MAXIMUM_TARGET)) {
      return refusal(
          RefusalCode.CONFLICT,
          "the maximum target is 0 to " + LARGEST_MAXIMUM_TARGET + " percent points",
          "maximumTarget");
    }
    return targetsCross(security)
        ? refusal(
            RefusalCode.CONFLICT,
            "the maximum target is not below the minimum target",
            "maximumTarget")
        : Optional.empty();
  }

  private static boolean isOutside(Optional<BigDecimal> target, BigDecimal largest) {
    return target.isPresent() && (target.get().signum() < 0 || target.get().compareTo(largest) > 0);
  }

  private static boolean targetsCross(SecurityRecord security) {
    return security.minimumTarget().isPresent()
        && security.maximumTarget().isPresent()
        && security.maximumTarget().get().compareTo(security.minimumTarget().get()) < 0;
  }

  private static Optional<Refusal> refusal(RefusalCode code, String message, String field) {
    return Optional.of(new Refusal(code, message, field));
  }
}
