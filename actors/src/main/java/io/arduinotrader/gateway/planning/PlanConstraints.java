package io.arduinotrader.gateway.planning;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Options of a plan by name, as text. Only options that change something are accepted: a caller who
 * sets one that does nothing would believe it did.
 *
 * @param costFixed base currency per trade
 * @param costPercent fraction of a trade's value
 * @param mostSteps trades in the plan
 * @param weights target weights by symbol, 0 to 1
 */
record PlanConstraints(
    Optional<BigDecimal> costFixed,
    Optional<BigDecimal> costPercent,
    Optional<Integer> mostSteps,
    Map<Symbol, BigDecimal> weights) {

  private static final String TARGET = "target_";
  private static final String COST_FIXED = "transaction_cost_fixed";
  private static final String COST_PERCENT = "transaction_cost_percent";
  private static final String MOST_STEPS = "max_plan_depth";
  private static final BigDecimal LARGEST_COST = BigDecimal.valueOf(1000);
  private static final BigDecimal LARGEST_DEPTH = BigDecimal.valueOf(100);
  private static final int MOST = 1000;

  static PlanConstraints read(Map<String, String> in, FieldViolations violations) {
    violations.require(in.size() <= MOST, "constraints", "has more than " + MOST + " entries");
    Optional<BigDecimal> costFixed = Optional.empty();
    Optional<BigDecimal> costPercent = Optional.empty();
    Optional<Integer> mostSteps = Optional.empty();
    Map<Symbol, BigDecimal> weights = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : new TreeMap<>(in).entrySet()) {
      String name = entry.getKey();
      String field = "constraints." + name;
      switch (name) {
        case COST_FIXED ->
            costFixed = between(entry.getValue(), BigDecimal.ZERO, LARGEST_COST, field, violations);
        case COST_PERCENT ->
            costPercent =
                between(entry.getValue(), BigDecimal.ZERO, BigDecimal.ONE, field, violations);
        case MOST_STEPS -> mostSteps = steps(entry.getValue(), field, violations);
        default -> readTarget(name, entry.getValue(), weights, violations);
      }
    }
    return new PlanConstraints(costFixed, costPercent, mostSteps, Map.copyOf(weights));
  }

  /** The target weights by security; one the universe does not know is a violation. */
  List<TargetWeight> targets(Securities securities, FieldViolations violations) {
    List<TargetWeight> targets = new ArrayList<>();
    new TreeMap<>(weights)
        .forEach(
            (symbol, weight) -> {
              Optional<SecurityRecord> record = securities.find(symbol);
              violations.require(
                  record.isPresent(),
                  "constraints." + TARGET + symbol,
                  "names a security that is not in the universe");
              record.ifPresent(
                  known -> targets.add(new TargetWeight(known.isin(), weight.doubleValue())));
            });
    return targets;
  }

  private static void readTarget(
      String name, String text, Map<Symbol, BigDecimal> weights, FieldViolations violations) {
    String field = "constraints." + name;
    Optional<Symbol> symbol =
        name.startsWith(TARGET) ? Symbol.parse(name.substring(TARGET.length())) : Optional.empty();
    if (symbol.isEmpty()) {
      violations.add(
          field,
          "is not an option; there are "
              + List.of(MOST_STEPS, COST_FIXED, COST_PERCENT, TARGET + "<SYMBOL>"));
      return;
    }
    between(text, BigDecimal.ZERO, BigDecimal.ONE, field, violations)
        .ifPresent(weight -> weights.put(symbol.get(), weight));
  }

  private static Optional<Integer> steps(String text, String field, FieldViolations violations) {
    Optional<BigDecimal> number = between(text, BigDecimal.ONE, LARGEST_DEPTH, field, violations);
    if (number.isPresent() && number.get().stripTrailingZeros().scale() > 0) {
      return violations.missing(field, "must be a whole number");
    }
    return number.map(BigDecimal::intValue);
  }

  private static Optional<BigDecimal> between(
      String text, BigDecimal least, BigDecimal most, String field, FieldViolations violations) {
    Optional<BigDecimal> number = MoneyWire.decimal(text, field, violations);
    if (number.isPresent()
        && (number.get().compareTo(least) < 0 || number.get().compareTo(most) > 0)) {
      return violations.missing(field, "must be between " + least + " and " + most);
    }
    return number;
  }
}
