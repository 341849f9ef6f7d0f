package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.weights.Linkage;
import java.util.List;

/** What target weights are best at. */
public sealed interface Objective {

  /**
   * Variance against expected return (Markowitz 1952).
   *
   * @param ridge weight of the sum of squared weights, added to the variance; zero for none
   */
  record MeanVariance(Aim aim, double ridge) implements Objective {}

  /**
   * The largest expected return above the risk-free rate per volatility.
   *
   * @param riskFreeRate per year
   * @param ridge added to every variance before
   */
  record MaximumSharpe(double riskFreeRate, double ridge) implements Objective {}

  /** The largest mean volatility per volatility of the whole (Choueifaty and Coignard 2008). */
  record MaximumDiversification() implements Objective {}

  /**
   * Every asset contributes its share of the variance (Maillard, Roncalli and Teïletche 2010; Spinu
   * 2013).
   *
   * @param budgets above zero, one per asset; empty for equal ones
   */
  record RiskBudgets(List<Double> budgets) implements Objective {

    /** Copies the list. */
    public RiskBudgets {
      budgets = List.copyOf(budgets);
    }
  }

  /** Hierarchical risk parity, then the nearest weights that keep every limit. */
  record HierarchicalParity(Linkage linkage) implements Objective {}

  /** Weights in proportion to the inverse volatility, then the nearest that keep every limit. */
  record InverseVolatility() implements Objective {}

  /**
   * A tail or downside risk of past returns against expected return.
   *
   * @param ridge weight of the sum of squared weights, added to the risk; zero for none
   */
  record ScenarioRisk(ScenarioMeasure measure, Aim aim, double ridge) implements Objective {}

  /**
   * The nearest weights to given ones that keep every limit; deviations count in proportion to the
   * wanted weight.
   *
   * @param wanted a weight per asset
   */
  record Nearest(List<Double> wanted) implements Objective {

    /** Copies the list. */
    public Nearest {
      wanted = List.copyOf(wanted);
    }
  }

  /** The least variance. */
  static Objective minimumVariance() {
    return new MeanVariance(new Aim.LeastRisk(), 0);
  }

  /** The least variance with at least a return per year. */
  static Objective targetReturn(double perYear) {
    return new MeanVariance(new Aim.ReturnAtLeast(perYear), 0);
  }

  /** The largest return with at most a volatility per year. */
  static Objective targetRisk(double volatility) {
    return new MeanVariance(new Aim.RiskAtMost(volatility), 0);
  }

  /** Equal contributions to the variance. */
  static Objective equalRiskContribution() {
    return new RiskBudgets(List.of());
  }
}
