package io.arduinotrader.optimization.domain.views;

import io.arduinotrader.optimization.domain.returns.Covariance;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Expected returns that blend a prior with views by their uncertainty (Black and Litterman 1992;
 * confidences after Idzorek 2005).
 *
 * @param expectedReturns of every asset per year
 * @param covariance of the returns, with the uncertainty of the expected ones
 * @param uncertainties variance of each view
 */
@SuppressWarnings("ArrayRecordComponent") // one number per asset, read by solvers
public record BlackLitterman(
    double[] expectedReturns, Covariance covariance, double[] uncertainties) {

  /** How uncertain the prior is, as a share of the covariance. */
  public static final double STANDARD_UNCERTAINTY = 0.05;

  /** The variance of a view without any confidence. */
  private static final double NO_CONFIDENCE = 1e6;

  /**
   * The posterior. Views that contradict each other with certainty are met as well as possible.
   *
   * @param prior expected returns per year before the views
   * @param perYear covariance
   * @param uncertainty of the prior, as a share of the covariance
   */
  public static BlackLitterman posterior(
      double[] prior, Covariance perYear, List<View> views, double uncertainty) {
    int size = perYear.size();
    double[][] scaled = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        scaled[i][j] = uncertainty * perYear.get(i, j);
      }
    }
    double[] uncertainties = new double[views.size()];
    if (views.isEmpty()) {
      return new BlackLitterman(prior.clone(), perYear.times(1 + uncertainty), uncertainties);
    }
    RealMatrix believed = new Array2DRowRealMatrix(scaled, false);
    RealMatrix picks = picks(views, size);
    RealMatrix across = believed.multiply(picks.transpose());
    RealMatrix system = picks.multiply(across);
    RealVector surprise = new ArrayRealVector(views.size());
    for (int k = 0; k < views.size(); k++) {
      uncertainties[k] = uncertainty(views.get(k), system.getEntry(k, k));
      system.addToEntry(k, k, uncertainties[k]);
      double believedReturn = picks.getRowVector(k).dotProduct(new ArrayRealVector(prior, false));
      surprise.setEntry(k, views.get(k).expectedReturn() - believedReturn);
    }
    SingularValueDecomposition solver = new SingularValueDecomposition(system);
    RealVector correction = across.operate(solver.getSolver().solve(surprise));
    RealMatrix learned = across.multiply(solver.getSolver().solve(across.transpose()));
    double[] expected = new double[size];
    double[][] covariance = new double[size][size];
    for (int i = 0; i < size; i++) {
      expected[i] = prior[i] + correction.getEntry(i);
      for (int j = 0; j < size; j++) {
        covariance[i][j] = perYear.get(i, j) + scaled[i][j] - learned.getEntry(i, j);
      }
    }
    return new BlackLitterman(expected, Covariance.of(covariance), uncertainties);
  }

  private static RealMatrix picks(List<View> views, int size) {
    RealMatrix picks = new Array2DRowRealMatrix(views.size(), size);
    for (int k = 0; k < views.size(); k++) {
      for (Map.Entry<Integer, Double> part : views.get(k).combination().entrySet()) {
        picks.setEntry(k, part.getKey(), part.getValue());
      }
    }
    return picks;
  }

  private static double uncertainty(View view, double variance) {
    if (view.confidence().isEmpty()) {
      return variance;
    }
    double confidence = view.confidence().getAsDouble();
    return confidence == 0 ? NO_CONFIDENCE : variance * (1 - confidence) / confidence;
  }

  /**
   * The weights an investor without limits would hold, (δΣ)⁻¹μ scaled to a sum of one.
   *
   * @param perYear the covariance without the uncertainty of the expected returns
   */
  public double[] weightsWithoutLimits(Covariance perYear, double riskAversion) {
    int size = perYear.size();
    RealMatrix matrix = new Array2DRowRealMatrix(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix.setEntry(i, j, riskAversion * perYear.get(i, j));
      }
    }
    RealVector raw =
        new SingularValueDecomposition(matrix)
            .getSolver()
            .solve(new ArrayRealVector(expectedReturns, false));
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += raw.getEntry(i);
    }
    return raw.mapDivide(sum).toArray();
  }
}
