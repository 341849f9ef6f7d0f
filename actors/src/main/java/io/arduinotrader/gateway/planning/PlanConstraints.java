package io.arduinotrader.gateway.planning;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Options of a plan by name, as text: target weights, wishes, and knobs of the planner. A knob is
 * judged by the planner, which knows them all; nothing is accepted that changes nothing.
 *
 * @param weights target weights by symbol, 0 to 1
 * @param cashAfter cash there must be after the plan at least, base currency
 * @param largestRisk largest weighted mean of the annual volatilities after the plan
 * @param knobs everything else
 */
record PlanConstraints(
    Map<Symbol, BigDecimal> weights,
    Optional<Money> cashAfter,
    Optional<Double> largestRisk,
    Map<String, String> knobs) {

  private static final String TARGET = "target_";
  private static final String CASH_AFTER = "cash_after";
  private static final String LARGEST_RISK = "max_portfolio_volatility";
  private static final BigDecimal MOST_CASH = BigDecimal.valueOf(1_000_000_000_000L);
  private static final int MOST = 1000;

  static PlanConstraints read(Map<String, String> in, FieldViolations violations) {
    violations.require(in.size() <= MOST, "constraints", "has more than " + MOST + " entries");
    Optional<Money> cashAfter = Optional.empty();
    Optional<Double> largestRisk = Optional.empty();
    Map<Symbol, BigDecimal> weights = new LinkedHashMap<>();
    Map<String, String> knobs = new TreeMap<>();
    for (Map.Entry<String, String> entry : new TreeMap<>(in).entrySet()) {
      String name = entry.getKey();
      String field = "constraints." + name;
      String text = entry.getValue();
      if (name.equals(CASH_AFTER)) {
        cashAfter =
            between(text, BigDecimal.ZERO, MOST_CASH, field, violations)
                .map(amount -> Money.roundedUp(amount, Currency.EUR));
      } else if (name.equals(LARGEST_RISK)) {
        largestRisk =
            between(text, BigDecimal.ZERO, BigDecimal.ONE, field, violations)
                .map(BigDecimal::doubleValue);
      } else if (name.startsWith(TARGET)) {
        readTarget(name, text, weights, violations);
      } else {
        knobs.put(name, text);
      }
    }
    return new PlanConstraints(Map.copyOf(weights), cashAfter, largestRisk, Map.copyOf(knobs));
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
    Optional<Symbol> symbol = Symbol.parse(name.substring(TARGET.length()));
    if (symbol.isEmpty()) {
      violations.add(field, "names no symbol");
      return;
    }
    between(text, BigDecimal.ZERO, BigDecimal.ONE, field, violations)
        .ifPresent(weight -> weights.put(symbol.get(), weight));
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
