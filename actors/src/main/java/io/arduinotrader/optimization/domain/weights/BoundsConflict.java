package io.arduinotrader.optimization.domain.weights;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Limits that no weights can keep together, and which. Assets are named by their index. */
public sealed interface BoundsConflict {

  /**
   * The conflict as a sentence for a person.
   *
   * @param name the name of the asset with an index
   */
  String describe(IntFunction<String> name);

  /** An asset must have at least more than it may have at most. */
  record MinimumAboveMaximum(int asset, double minimum, double maximum) implements BoundsConflict {
    @Override
    public String describe(IntFunction<String> name) {
      return "%s: minimum %s is above maximum %s"
          .formatted(name.apply(asset), percent(minimum), percent(maximum));
    }
  }

  /**
   * The minima together are more than there is to invest.
   *
   * @param assets those with a minimum above zero
   */
  record MinimaExceedBudget(List<Integer> assets, double sum, double budget)
      implements BoundsConflict {
    @Override
    public String describe(IntFunction<String> name) {
      return "minima of %s add up to %s, only %s can be invested"
          .formatted(names(assets, name), percent(sum), percent(budget));
    }
  }

  /**
   * The maxima together are less than there is to invest.
   *
   * @param assets those whose maximum is below what there is to invest
   */
  record MaximaBelowBudget(List<Integer> assets, double sum, double budget)
      implements BoundsConflict {
    @Override
    public String describe(IntFunction<String> name) {
      return "maxima of %s add up to %s, but %s must be invested"
          .formatted(names(assets, name), percent(sum), percent(budget));
    }
  }

  /**
   * The assets left after dropping small positions may not hold what there is to invest.
   *
   * @param assets those that cannot be dropped without a conflict
   */
  record PositionsTooFew(List<Integer> assets, int maximumPositions, double minimumWeight)
      implements BoundsConflict {
    @Override
    public String describe(IntFunction<String> name) {
      return "%s of at least %s cannot hold the budget within the bounds of %s"
          .formatted(
              maximumPositions < Integer.MAX_VALUE
                  ? "at most " + maximumPositions + " positions"
                  : "positions",
              percent(minimumWeight),
              names(assets, name));
    }
  }

  /** Assets whose price does not vary have no risk to weigh by. */
  record NoVariance(List<Integer> assets) implements BoundsConflict {
    @Override
    public String describe(IntFunction<String> name) {
      return "the price of %s does not vary".formatted(names(assets, name));
    }
  }

  private static String names(List<Integer> assets, IntFunction<String> name) {
    return assets.isEmpty()
        ? "no asset"
        : assets.stream().map(name::apply).collect(Collectors.joining(", "));
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
  }
}
