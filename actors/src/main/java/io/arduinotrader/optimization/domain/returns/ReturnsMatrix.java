package io.arduinotrader.optimization.domain.returns;

import java.util.Arrays;

/**
 * Simple returns of several assets on the same days: {@code double[assets][days]}, a row per asset
 * because estimates run along rows. Immutable; at least one asset, two days, and no gaps.
 */
public final class ReturnsMatrix {

  /** Trading days in a year. */
  public static final double DAYS_PER_YEAR = 252;

  private final double[][] returns;

  private ReturnsMatrix(double[][] returns) {
    this.returns = returns;
  }

  /**
   * Takes a copy of rows of equal length.
   *
   * @param returns one row per asset, oldest day first, as fractions
   * @throws IllegalArgumentException when there are too few, of unequal length, or not finite
   */
  public static ReturnsMatrix of(double[][] returns) {
    double[][] copy = new double[returns.length][];
    for (int asset = 0; asset < returns.length; asset++) {
      copy[asset] = returns[asset].clone();
    }
    return owning(copy);
  }

  /** As {@link #of} for an array nobody else keeps. */
  static ReturnsMatrix owning(double[][] returns) {
    if (returns.length == 0 || returns[0].length < 2) {
      throw new IllegalArgumentException("returns of at least one asset on two days needed");
    }
    for (double[] row : returns) {
      if (row.length != returns[0].length) {
        throw new IllegalArgumentException("rows of unequal length");
      }
      for (double value : row) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("a return must be finite: " + value);
        }
      }
    }
    return new ReturnsMatrix(returns);
  }

  /** The number of assets. */
  public int assets() {
    return returns.length;
  }

  /** The number of days. */
  public int days() {
    return returns[0].length;
  }

  /** The return of an asset on a day, as a fraction. */
  public double get(int asset, int day) {
    return returns[asset][day];
  }

  /**
   * The returns of a portfolio that is brought back to its weights every day.
   *
   * @return {@code double[days]}
   */
  public double[] ofPortfolio(double[] weights) {
    double[] sums = new double[days()];
    for (int asset = 0; asset < returns.length; asset++) {
      for (int day = 0; day < sums.length; day++) {
        sums[day] += weights[asset] * returns[asset][day];
      }
    }
    return sums;
  }

  /** The returns of one asset. */
  public double[] of(int asset) {
    return returns[asset].clone();
  }

  /** Continuously compounded returns, ln(1 + r). */
  public ReturnsMatrix logarithmic() {
    double[][] logarithms = new double[returns.length][];
    for (int asset = 0; asset < returns.length; asset++) {
      logarithms[asset] = Arrays.stream(returns[asset]).map(Math::log1p).toArray();
    }
    return owning(logarithms);
  }

  /** Arithmetic mean return of every asset per year: the daily mean times 252. */
  public double[] annualMeans() {
    double[] means = dailyMeans();
    for (int asset = 0; asset < means.length; asset++) {
      means[asset] *= DAYS_PER_YEAR;
    }
    return means;
  }

  /** The returns less their mean, a row per asset. */
  double[][] centred() {
    double[] means = dailyMeans();
    double[][] centred = new double[assets()][];
    for (int asset = 0; asset < centred.length; asset++) {
      double[] row = returns[asset].clone();
      double mean = means[asset];
      for (int day = 0; day < row.length; day++) {
        row[day] -= mean;
      }
      centred[asset] = row;
    }
    return centred;
  }

  private double[] dailyMeans() {
    double[] means = new double[assets()];
    Arrays.setAll(means, asset -> sum(returns[asset]) / days());
    return means;
  }

  private static double sum(double[] row) {
    double sum = 0;
    for (double value : row) {
      sum += value;
    }
    return sum;
  }
}
