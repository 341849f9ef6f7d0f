package io.arduinotrader.optimization.domain.pipeline;

import io.arduinotrader.optimization.domain.allocation.Estimates;
import io.arduinotrader.optimization.domain.allocation.Objective;
import io.arduinotrader.optimization.domain.allocation.Outcome;
import io.arduinotrader.optimization.domain.constraints.WeightConstraints;

/** What finds the best weights for an objective. */
@FunctionalInterface
public interface Solver {

  /** The best weights within the constraints, or why there are none. */
  Outcome solve(Objective objective, Estimates estimates, WeightConstraints constraints);
}
