package io.arduinotrader.planning.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanInputs.GroupTarget;
import io.arduinotrader.protocol.planning.PlanSecurity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a plan can be made from the inputs at all. */
final class InputsCheck {

  private static final int DEEPEST = 10;

  /** What weights may exceed one by rounding. */
  private static final double ROUNDING = 1e-6;

  private InputsCheck() {}

  /** Why no plan can be made. */
  static Optional<Refusal> problem(PlanInputs inputs) {
    return Stream.of(
            duplicate(inputs),
            figure(inputs),
            targets(inputs),
            group("country_targets", inputs.countryTargets()),
            group("industry_targets", inputs.industryTargets()),
            wish(inputs),
            unpriced(inputs))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Refusal> duplicate(PlanInputs inputs) {
    Set<Object> seen = new HashSet<>();
    return inputs.securities().stream()
        .filter(security -> !seen.add(security.isin()) || !seen.add(security.symbol()))
        .findFirst()
        .map(security -> conflict("securities", security.symbol() + " is there twice"));
  }

  private static Optional<Refusal> figure(PlanInputs inputs) {
    return inputs.securities().stream()
        .filter(security -> !sound(security))
        .findFirst()
        .map(
            security ->
                conflict("securities", "a figure of " + security.symbol() + " is impossible"));
  }

  private static boolean sound(PlanSecurity security) {
    PlanSecurity.Outlook outlook = security.outlook();
    PlanSecurity.Bounds bounds = security.bounds();
    return security.lot().value().signum() > 0
        && security.priority() > 0
        && Double.isFinite(security.priority())
        && Stream.of(
                outlook.score(),
                outlook.quality(),
                outlook.totalReturn(),
                outlook.promise(),
                outlook.stability(),
                bounds.target(),
                bounds.least(),
                bounds.most())
            .flatMap(Optional::stream)
            .allMatch(figure -> figure >= 0 && figure <= 1)
        && Stream.of(outlook.dividendYield(), outlook.volatility(), outlook.yearHigh())
            .flatMap(Optional::stream)
            .allMatch(figure -> figure >= 0 && Double.isFinite(figure))
        && outlook.trend().filter(trend -> !Double.isFinite(trend)).isEmpty();
  }

  private static Optional<Refusal> targets(PlanInputs inputs) {
    double sum =
        inputs.securities().stream()
            .mapToDouble(security -> security.bounds().target().orElse(0.0))
            .sum();
    return sum > 1 + ROUNDING
        ? Optional.of(conflict("targets", "the target weights sum to " + sum))
        : Optional.empty();
  }

  private static Optional<Refusal> group(String field, List<GroupTarget> targets) {
    Set<String> seen = new HashSet<>();
    return targets.stream()
        .filter(
            target -> !seen.add(target.group()) || !(target.weight() >= 0 && target.weight() <= 1))
        .findFirst()
        .map(
            target ->
                conflict(field, target.group() + " is wanted twice or with an impossible share"));
  }

  private static Optional<Refusal> wish(PlanInputs inputs) {
    PlanInputs.Wishes wishes = inputs.wishes();
    if (wishes.maximumPositions().filter(most -> most < 1).isPresent()) {
      return Optional.of(conflict("max_positions", "at least one position must be allowed"));
    }
    if (wishes
        .investedTarget()
        .map(share -> share.doubleValue())
        .filter(share -> share < 0 || share > 1)
        .isPresent()) {
      return Optional.of(conflict("invested_target", "it must be between 0 and 1"));
    }
    if (wishes.monthlyDeposit().signum() < 0) {
      return Optional.of(conflict("monthly_deposit", "it must not be negative"));
    }
    int depth = inputs.settings().search().depth();
    return depth < 1 || depth > DEEPEST
        ? Optional.of(conflict("max_plan_depth", "it must be between 1 and " + DEEPEST))
        : Optional.empty();
  }

  private static Optional<Refusal> unpriced(PlanInputs inputs) {
    return inputs.securities().stream()
        .filter(security -> security.price().isEmpty())
        .filter(security -> !security.holding().quantity().isZero())
        .findFirst()
        .map(
            security ->
                new Refusal(
                    RefusalCode.PRICE_NOT_POSITIVE,
                    security.symbol() + " is held, but no price is known",
                    "securities"));
  }

  private static Refusal conflict(String field, String message) {
    return new Refusal(RefusalCode.CONFLICT, message, field);
  }
}
