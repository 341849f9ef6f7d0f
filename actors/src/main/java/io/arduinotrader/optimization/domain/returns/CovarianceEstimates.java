package io.arduinotrader.optimization.domain.returns;

/** Estimates of the covariance of daily returns; multiply by 252 for a year. */
public final class CovarianceEstimates {

  private CovarianceEstimates() {}

  /**
   * An estimate drawn towards a simpler one.
   *
   * @param intensity how far, 0 for not at all to 1 for all the way
   */
  public record Shrunk(Covariance covariance, double intensity) {}

  /** The sample covariance, divisor days − 1. */
  public static Covariance sample(ReturnsMatrix returns) {
    return products(returns.centred(), returns.days() - 1);
  }

  /** The covariance with divisor days, which is what its shrinkage theory is about. */
  static Covariance population(ReturnsMatrix returns) {
    return products(returns.centred(), returns.days());
  }

  /**
   * The covariance in which each day counts a fixed share less than the next.
   *
   * @param span the weights fall by 2 / (span + 1) per day
   */
  public static Covariance exponentiallyWeighted(ReturnsMatrix returns, double span) {
    double[] means = returns.annualMeans();
    for (int i = 0; i < means.length; i++) {
      means[i] /= ReturnsMatrix.DAYS_PER_YEAR;
    }
    return exponentiallyWeighted(returns, span, means);
  }

  /**
   * The same around means that come from elsewhere, for example from longer histories.
   *
   * @param dailyMeans one per asset
   */
  public static Covariance exponentiallyWeighted(
      ReturnsMatrix returns, double span, double[] dailyMeans) {
    double decay = Math.sqrt(1 - 2 / (span + 1));
    double[][] weighted = new double[returns.assets()][returns.days()];
    double root = 1;
    double weights = 0;
    for (int day = returns.days() - 1; day >= 0; day--) {
      for (int asset = 0; asset < weighted.length; asset++) {
        weighted[asset][day] = root * (returns.get(asset, day) - dailyMeans[asset]);
      }
      weights += root * root;
      root *= decay;
    }
    return products(weighted, weights);
  }

  /**
   * How assets fall short of a benchmark together: the mean product of their shortfalls.
   *
   * @param benchmark daily return; days above it count as zero
   */
  public static Covariance semicovariance(ReturnsMatrix returns, double benchmark) {
    double[][] shortfalls = new double[returns.assets()][returns.days()];
    for (int asset = 0; asset < shortfalls.length; asset++) {
      for (int day = 0; day < returns.days(); day++) {
        shortfalls[asset][day] = Math.min(0, returns.get(asset, day) - benchmark);
      }
    }
    return products(shortfalls, returns.days());
  }

  /**
   * The sample covariance drawn towards equal variances without correlation, as far as is best on
   * average (Ledoit and Wolf 2004, A well-conditioned estimator for large-dimensional covariance
   * matrices). Positive definite whenever any asset varies, also with more assets than days.
   */
  public static Shrunk ledoitWolf(ReturnsMatrix returns) {
    double[][] centred = returns.centred();
    int size = returns.assets();
    double days = returns.days();
    Covariance sample = products(centred, days);
    double meanVariance = 0;
    for (int i = 0; i < size; i++) {
      meanVariance += sample.variance(i) / size;
    }
    double squares = squaresOf(sample);
    double distance = squares / size - meanVariance * meanVariance;
    double noise = (squaresOfDays(centred) / days - squares) / (size * days);
    double intensity = noise > 0 && distance > 0 ? Math.min(noise, distance) / distance : 0;
    return new Shrunk(shrunk(sample, meanVariance, intensity), intensity);
  }

  private static Covariance shrunk(Covariance sample, double meanVariance, double intensity) {
    int size = sample.size();
    double[] values = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        values[i * size + j] = (1 - intensity) * sample.get(i, j);
      }
      values[i * size + i] += intensity * meanVariance;
    }
    return Covariance.owning(size, values);
  }

  private static Covariance products(double[][] centred, double divisor) {
    int size = centred.length;
    double[] values = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        double product = dot(centred[i], centred[j]) / divisor;
        values[i * size + j] = product;
        values[j * size + i] = product;
      }
    }
    return Covariance.owning(size, values);
  }

  /** Four sums side by side, which a processor adds at the same time. */
  private static double dot(double[] left, double[] right) {
    int length = left.length;
    int whole = length - length % 4;
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int i = 0; i < whole; i += 4) {
      first += left[i] * right[i];
      second += left[i + 1] * right[i + 1];
      third += left[i + 2] * right[i + 2];
      fourth += left[i + 3] * right[i + 3];
    }
    for (int i = whole; i < length; i++) {
      first += left[i] * right[i];
    }
    return (first + second) + (third + fourth);
  }

  private static double squaresOf(Covariance matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j < matrix.size(); j++) {
        sum += matrix.get(i, j) * matrix.get(i, j);
      }
    }
    return sum;
  }

  /**
   * The sum over days of the square of the day's sum of squares, which is the sum over all pairs of
   * assets and days of the product of both squares.
   */
  private static double squaresOfDays(double[][] centred) {
    double[] perDay = new double[centred[0].length];
    for (double[] row : centred) {
      for (int day = 0; day < perDay.length; day++) {
        perDay[day] += row[day] * row[day];
      }
    }
    double sum = 0;
    for (double squares : perDay) {
      sum += squares * squares;
    }
    return sum;
  }
}
