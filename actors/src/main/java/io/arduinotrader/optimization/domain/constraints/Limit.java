package io.arduinotrader.optimization.domain.constraints;

import java.util.function.IntFunction;

/** One limit among many, to say which one binds, conflicts or was relaxed. */
public sealed interface Limit {

  /**
   * The limit in words.
   *
   * @param name the name of the asset with an index
   */
  String describe(IntFunction<String> name);

  /** All weights sum to the budget. */
  record Budget() implements Limit {
    @Override
    public String describe(IntFunction<String> name) {
      return "budget";
    }
  }

  /** The smallest weight of an asset. */
  record Minimum(int asset) implements Limit {
    @Override
    public String describe(IntFunction<String> name) {
      return "minimum of " + name.apply(asset);
    }
  }

  /** The largest weight of an asset. */
  record Maximum(int asset) implements Limit {
    @Override
    public String describe(IntFunction<String> name) {
      return "maximum of " + name.apply(asset);
    }
  }

  /** The asset must not be sold. */
  record NoSelling(int asset) implements Limit {
    @Override
    public String describe(IntFunction<String> name) {
      return name.apply(asset) + " must not be sold";
    }
  }

  /** The asset must not be bought. */
  record NoBuying(int asset) implements Limit {
    @Override
    public String describe(IntFunction<String> name) {
      return name.apply(asset) + " must not be bought";
    }
  }

  /** The smallest sum of a group. */
  record GroupMinimum(String group) implements Limit {
    @Override
    public String describe(IntFunction<String> name) {
      return "minimum of " + group;
    }
  }

  /** The largest sum of a group. */
  record GroupMaximum(String group) implements Limit {
    @Override
    public String describe(IntFunction<String> name) {
      return "maximum of " + group;
    }
  }

  /** What is bought and sold together. */
  record Turnover() implements Limit {
    @Override
    public String describe(IntFunction<String> name) {
      return "limit on trading";
    }
  }

  /** The expected return aimed at. */
  record ExpectedReturn() implements Limit {
    @Override
    public String describe(IntFunction<String> name) {
      return "expected return";
    }
  }

  /** The risk aimed at. */
  record Risk() implements Limit {
    @Override
    public String describe(IntFunction<String> name) {
      return "limit on risk";
    }
  }

  /** The smallest position worth having and the number of them. */
  record Positions() implements Limit {
    @Override
    public String describe(IntFunction<String> name) {
      return "number and smallest size of positions";
    }
  }
}
