package io.arduinotrader.gateway.optimization;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.NumberWire;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.gateway.wire.SecurityName;
import io.arduinotrader.protocol.grpc.optimization.SecurityAllocation;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Target;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Wanted weights of a request, before the universe was asked which securities are meant. */
final class TargetsWire {

  private static final int MOST = 1000;

  /** Sums of weights may be off by rounding on the caller's side. */
  private static final double ROUNDING = 1e-9;

  private final List<Named> targets;

  private TargetsWire(List<Named> targets) {
    this.targets = targets;
  }

  private record Named(
      String field, SecurityName name, double weight, double minimum, double maximum) {}

  /** Reads weights: each from 0 to 1, the least not above the largest, the least ones fitting. */
  static TargetsWire read(List<SecurityAllocation> allocations, FieldViolations violations) {
    violations.require(
        allocations.size() <= MOST, "target_allocations", "has more than " + MOST + " entries");
    List<Named> targets = new ArrayList<>();
    for (int index = 0; index < Math.min(allocations.size(), MOST); index++) {
      read(allocations.get(index), "target_allocations[" + index + "]", violations)
          .ifPresent(targets::add);
    }
    double minima = targets.stream().mapToDouble(Named::minimum).sum();
    violations.require(
        minima <= 1 + ROUNDING, "target_allocations", "has minima that add up to more than 1");
    return new TargetsWire(targets);
  }

  private static Optional<Named> read(
      SecurityAllocation allocation, String field, FieldViolations violations) {
    Optional<SecurityName> name =
        IdentifierWire.security(
            allocation.getIsin(), allocation.getSymbol(), field + ".", violations);
    boolean target = isFraction(allocation.getTargetWeight(), field + ".target_weight", violations);
    boolean least = isFraction(allocation.getMinWeight(), field + ".min_weight", violations);
    boolean most = isFraction(allocation.getMaxWeight(), field + ".max_weight", violations);
    double maximum = allocation.getMaxWeight() == 0 ? 1 : allocation.getMaxWeight();
    if (name.isEmpty() || !target || !least || !most) {
      return Optional.empty();
    }
    violations.require(
        allocation.getMinWeight() <= maximum,
        field + ".min_weight",
        "must not be above max_weight");
    return Optional.of(
        new Named(
            field, name.get(), allocation.getTargetWeight(), allocation.getMinWeight(), maximum));
  }

  /**
   * The weights by security; one that is listed twice is a violation.
   *
   * @throws io.arduinotrader.gateway.edge.CallRefusedException NOT_FOUND when the universe does not
   *     know one of them
   */
  List<Target> resolve(Securities securities, FieldViolations violations) {
    List<Target> resolved = new ArrayList<>();
    Set<Isin> seen = new HashSet<>();
    for (Named target : targets) {
      securities
          .required(target.name(), target.field(), violations)
          .ifPresent(
              record -> {
                violations.require(
                    seen.add(record.isin()), target.field() + ".isin", "is listed twice");
                resolved.add(
                    new Target(record.isin(), target.weight(), target.minimum(), target.maximum()));
              });
    }
    return resolved;
  }

  private static boolean isFraction(double weight, String field, FieldViolations violations) {
    return NumberWire.isBetween(weight, 0, 1, field, violations);
  }
}
