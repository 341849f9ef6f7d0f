package io.arduinotrader.planning.domain;

import io.arduinotrader.protocol.planning.PlanningWork.Limits;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** The limits of {@link Jobs}, some of them changed. */
final class Bounds {

  private BigDecimal minimumCash = Jobs.LIMITS.minimumCash();
  private BigDecimal fixed = Jobs.LIMITS.commissionFixed();
  private BigDecimal percent = Jobs.LIMITS.commissionPercent();
  private BigDecimal halfSpread = Jobs.LIMITS.halfSpread();
  private BigDecimal costRatio = Jobs.LIMITS.maximumCostRatio();
  private double tolerance = Jobs.LIMITS.tolerance();
  private int steps = Jobs.LIMITS.maximumSteps();
  private Optional<Integer> positions = Optional.empty();
  private Optional<BigDecimal> invested = Optional.empty();
  private Money deposit = Money.zero(Currency.EUR);

  Bounds minimumCash(String euros) {
    minimumCash = new BigDecimal(euros);
    return this;
  }

  Bounds costs(String euros, String ofValue, String ofSpread) {
    fixed = new BigDecimal(euros);
    percent = new BigDecimal(ofValue);
    halfSpread = new BigDecimal(ofSpread);
    return this;
  }

  Bounds free() {
    return costs("0", "0", "0");
  }

  Bounds costRatio(String ratio) {
    costRatio = new BigDecimal(ratio);
    return this;
  }

  Bounds tolerance(double weight) {
    tolerance = weight;
    return this;
  }

  Bounds steps(int most) {
    steps = most;
    return this;
  }

  Bounds positions(int most) {
    positions = Optional.of(most);
    return this;
  }

  Bounds invested(String share) {
    invested = Optional.of(new BigDecimal(share));
    return this;
  }

  Bounds deposit(String euros) {
    deposit = Money.of(euros, Currency.EUR);
    return this;
  }

  Limits limits() {
    return new Limits(
        minimumCash,
        fixed,
        percent,
        halfSpread,
        costRatio,
        tolerance,
        steps,
        positions,
        invested,
        deposit);
  }
}
