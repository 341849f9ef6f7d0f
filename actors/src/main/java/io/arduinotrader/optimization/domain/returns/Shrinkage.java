package io.arduinotrader.optimization.domain.returns;

import io.arduinotrader.optimization.domain.returns.CovarianceEstimates.Shrunk;

/**
 * Sample covariances drawn towards a simpler matrix, as far as is best on average. For the target
 * of equal variances see {@link CovarianceEstimates#ledoitWolf}.
 */
public final class Shrinkage {

  private Shrinkage() {}

  /**
   * Towards equal variances by the oracle-approximating rule for Gaussian returns (Chen, Wiesel,
   * Eldar and Hero 2010).
   */
  public static Shrunk oracleApproximating(ReturnsMatrix returns) {
    Covariance sample = CovarianceEstimates.population(returns);
    int size = sample.size();
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      mean += sample.variance(i) / size;
      for (int j = 0; j < size; j++) {
        squares += sample.get(i, j) * sample.get(i, j) / size / size;
      }
    }
    double excess = (returns.days() + 1) * (squares - mean * mean / size);
    double intensity = excess > 0 ? Math.min(1, (squares + mean * mean) / excess) : 1;
    double[] target = new double[size * size];
    for (int i = 0; i < size; i++) {
      target[i * size + i] = mean;
    }
    return blend(sample, target, intensity);
  }

  /**
   * Towards the same variances with one correlation for all pairs (Ledoit and Wolf 2004, Honey, I
   * shrunk the sample covariance matrix).
   */
  public static Shrunk constantCorrelation(ReturnsMatrix returns) {
    return constantCorrelation(returns, CovarianceEstimates.population(returns));
  }

  /**
   * The same for a sample covariance that comes from elsewhere, for example from pairs of assets.
   *
   * @param returns for the moments that tell the intensity
   */
  public static Shrunk constantCorrelation(ReturnsMatrix returns, Covariance sample) {
    int size = sample.size();
    double[][] x = returns.centred();
    Covariance moments = CovarianceEstimates.population(returns);
    double correlation = meanCorrelation(sample);
    double[] target = new double[size * size];
    double noise = 0;
    double aligned = 0;
    double distance = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double s = sample.get(i, j);
        double h = moments.get(i, j);
        double pi = fourth(x[i], x[i], x[j], x[j]) - 2 * h * s + s * s;
        noise += pi;
        if (i == j) {
          target[i * size + j] = s;
          aligned += pi;
        } else {
          double deviations = Math.sqrt(sample.variance(i) * sample.variance(j));
          target[i * size + j] = correlation * deviations;
          double theta =
              fourth(x[i], x[i], x[i], x[j])
                  - moments.variance(i) * s
                  - h * sample.variance(i)
                  + sample.variance(i) * s;
          aligned += correlation * Math.sqrt(sample.variance(j) / sample.variance(i)) * theta;
        }
        double difference = target[i * size + j] - s;
        distance += difference * difference;
      }
    }
    return blend(sample, target, intensity(noise - aligned, distance, returns.days()));
  }

  private static double meanCorrelation(Covariance sample) {
    int size = sample.size();
    double[][] correlations = sample.correlations();
    double sum = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        sum += i == j ? 0 : correlations[i][j];
      }
    }
    return size > 1 ? sum / (size * (size - 1.0)) : 0;
  }

  /**
   * Towards what the mean of all assets explains (Ledoit and Wolf 2003, Improved estimation of the
   * covariance matrix of stock returns with an application to portfolio selection).
   */
  public static Shrunk singleFactor(ReturnsMatrix returns) {
    Covariance sample = CovarianceEstimates.population(returns);
    int size = sample.size();
    double[][] x = returns.centred();
    double[] factor = meanOf(x);
    double[] loadings = new double[size];
    for (int i = 0; i < size; i++) {
      loadings[i] = product(x[i], factor);
    }
    double variance = product(factor, factor);
    double[] target = new double[size * size];
    double noise = 0;
    double aligned = 0;
    double distance = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double s = sample.get(i, j);
        double pi = fourth(x[i], x[i], x[j], x[j]) - s * s;
        noise += pi;
        if (i == j) {
          target[i * size + j] = s;
          aligned += pi;
        } else {
          target[i * size + j] = variance > 0 ? loadings[i] * loadings[j] / variance : 0;
          if (variance > 0) {
            double first = fourth(x[i], x[i], x[j], factor) - loadings[i] * s;
            double third = fourth(x[i], x[j], factor, factor) - variance * s;
            aligned += 2 * loadings[j] * first / variance;
            aligned -= loadings[i] * loadings[j] * third / (variance * variance);
          }
        }
        double difference = target[i * size + j] - s;
        distance += difference * difference;
      }
    }
    return blend(sample, target, intensity(noise - aligned, distance, returns.days()));
  }

  private static double[] meanOf(double[][] x) {
    double[] mean = new double[x[0].length];
    for (double[] row : x) {
      for (int day = 0; day < mean.length; day++) {
        mean[day] += row[day] / x.length;
      }
    }
    return mean;
  }

  private static double intensity(double excess, double distance, double days) {
    return distance > 0 ? Math.clamp(excess / distance / days, 0.0, 1.0) : 0;
  }

  private static double product(double[] left, double[] right) {
    double sum = 0;
    for (int day = 0; day < left.length; day++) {
      sum += left[day] * right[day];
    }
    return sum / left.length;
  }

  private static double fourth(double[] a, double[] b, double[] c, double[] d) {
    double sum = 0;
    for (int day = 0; day < a.length; day++) {
      sum += a[day] * b[day] * (c[day] * d[day]);
    }
    return sum / a.length;
  }

  private static Shrunk blend(Covariance sample, double[] target, double intensity) {
    int size = sample.size();
    double[] values = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        int at = i * size + j;
        values[at] = intensity * target[at] + (1 - intensity) * sample.get(i, j);
      }
    }
    return new Shrunk(Covariance.owning(size, values), intensity);
  }
}
