package io.arduinotrader.optimization.domain.solver;

import java.util.Arrays;

/** Computes how well a point and multipliers satisfy the conditions of optimality, from scratch. */
final class Certification {

  private Certification() {}

  /**
   * Measures a point. What the gradient leaves over is taken for the price of a bound when its sign
   * allows it, and for a residual otherwise.
   *
   * @param rowPrices of every row; later entries are not read
   */
  static KktPoint of(
      QuadraticProgramme programme,
      double[] point,
      double[] rowPrices,
      double limitPrice,
      int iterations,
      ActiveSet active) {
    int size = programme.size();
    double violation = clampToBox(programme, point);
    double[] gradient = new double[size];
    Dense.times(programme.hessian(), point, gradient);
    double objective = Dense.dot(gradient, point) / 2 + Dense.dot(programme.linear(), point);
    double scale = Math.max(Dense.largest(gradient), Dense.largest(programme.linear()));
    for (int i = 0; i < size; i++) {
      gradient[i] += programme.linear()[i];
    }
    double gap = 0;
    for (int row = 0; row < programme.rowCount(); row++) {
      double value = programme.row(row, point);
      double price = rowPrices[row];
      violation = Math.max(violation, programme.rowLower()[row] - value);
      violation = Math.max(violation, value - programme.rowUpper()[row]);
      if (price != 0) {
        double limit = price > 0 ? programme.rowLower()[row] : programme.rowUpper()[row];
        gap +=
            Double.isInfinite(limit) ? Double.POSITIVE_INFINITY : Math.abs(price * (value - limit));
        Dense.addScaled(programme.rows(), row * size, -price, gradient, 0, size);
        scale = Math.max(scale, Math.abs(price));
      }
    }
    double kink = programme.cost() + limitPrice;
    if (programme.hasAnchor()) {
      double moved = programme.moved(point);
      objective += programme.cost() * moved;
      violation = Math.max(violation, moved - programme.limit());
      if (limitPrice > 0) {
        gap += Math.abs(limitPrice * (programme.limit() - moved));
      }
      scale = Math.max(scale, kink);
    }
    double[] boundPrices = new double[size];
    double residual = 0;
    for (int i = 0; i < size; i++) {
      double left = withKink(programme, point, i, gradient[i], kink);
      boolean hasLimit =
          left > 0
              ? programme.lower()[i] > Double.NEGATIVE_INFINITY
              : programme.upper()[i] < Double.POSITIVE_INFINITY;
      double slack = left > 0 ? point[i] - programme.lower()[i] : programme.upper()[i] - point[i];
      if (hasLimit && slack <= Math.abs(left) / Math.max(scale, Double.MIN_NORMAL)) {
        boundPrices[i] = left;
        gap += Math.abs(left * slack);
      } else {
        residual = Math.max(residual, Math.abs(left));
      }
    }
    return new KktPoint(
        point,
        boundPrices,
        Arrays.copyOf(rowPrices, programme.rowCount()),
        limitPrice,
        objective,
        Math.max(0, violation),
        residual / Math.max(scale, Double.MIN_NORMAL),
        gap,
        iterations,
        active);
  }

  private static double clampToBox(QuadraticProgramme programme, double[] point) {
    double violation = 0;
    for (int i = 0; i < point.length; i++) {
      double inside = Math.max(programme.lower()[i], Math.min(programme.upper()[i], point[i]));
      violation = Math.max(violation, Math.abs(point[i] - inside));
      point[i] = inside;
    }
    return violation;
  }

  /** The component of the subgradient that is nearest to what may be left over. */
  private static double withKink(
      QuadraticProgramme programme, double[] point, int i, double gradient, double kink) {
    if (kink == 0) {
      return gradient;
    }
    double away = point[i] - programme.anchor()[i];
    if (Math.abs(away) <= KktPoint.VIOLATION / 10) {
      return gradient > 0 ? Math.max(0, gradient - kink) : Math.min(0, gradient + kink);
    }
    return away > 0 ? gradient + kink : gradient - kink;
  }
}
