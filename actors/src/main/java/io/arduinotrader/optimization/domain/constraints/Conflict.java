package io.arduinotrader.optimization.domain.constraints;

import io.arduinotrader.optimization.domain.weights.BoundsConflict;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Why there are no weights. */
public sealed interface Conflict {

  /**
   * The conflict as a sentence for a person.
   *
   * @param name the name of the asset with an index
   */
  String describe(IntFunction<String> name);

  /** The bounds of the assets and the budget contradict each other. */
  record Bounds(BoundsConflict conflict) implements Conflict {
    @Override
    public String describe(IntFunction<String> name) {
      return conflict.describe(name);
    }
  }

  /** The minimum of a group is above its maximum. */
  record GroupCrossed(String group, double lower, double upper) implements Conflict {
    @Override
    public String describe(IntFunction<String> name) {
      return String.format(
          Locale.ROOT,
          "%s: minimum %.2f %% is above maximum %.2f %%",
          group,
          100 * lower,
          100 * upper);
    }
  }

  /** The assets of a group may not, or must, have as much together as the group must not. */
  record GroupOutOfReach(Limit limit, double asked, double reachable) implements Conflict {
    @Override
    public String describe(IntFunction<String> name) {
      return String.format(
          Locale.ROOT,
          "%s is %.2f %%, but its assets reach only %.2f %%",
          limit.describe(name),
          100 * asked,
          100 * reachable);
    }
  }

  /** Each limit can be kept, but not all of them. */
  record Together(List<Limit> limits) implements Conflict {

    /** Copies the list. */
    public Together {
      limits = List.copyOf(limits);
    }

    @Override
    public String describe(IntFunction<String> name) {
      return limits.stream().map(limit -> limit.describe(name)).collect(Collectors.joining(", "))
          + " cannot be kept together";
    }
  }

  /** There is nothing to invest in. */
  record NoAssets() implements Conflict {
    @Override
    public String describe(IntFunction<String> name) {
      return "there is no asset to invest in";
    }
  }

  /** No weights within the limits are expected to earn more than the risk-free rate. */
  record NoExcessReturn(double best, double riskFreeRate) implements Conflict {
    @Override
    public String describe(IntFunction<String> name) {
      return String.format(
          Locale.ROOT,
          "no weights earn more than the risk-free rate: %.2f %% against %.2f %%",
          100 * best,
          100 * riskFreeRate);
    }
  }

  /** The objective needs something that is not known. */
  record Unknown(String what) implements Conflict {
    @Override
    public String describe(IntFunction<String> name) {
      return what + " are not known";
    }
  }

  /** The limits can be kept, but the search for the best weights did not settle. */
  record Unsettled(String method) implements Conflict {
    @Override
    public String describe(IntFunction<String> name) {
      return "the search for %s did not settle".formatted(method);
    }
  }

  /** The objective has no finite best value, because the limits leave some weights free. */
  record Unbounded() implements Conflict {
    @Override
    public String describe(IntFunction<String> name) {
      return "the limits let the objective improve without end";
    }
  }
}
