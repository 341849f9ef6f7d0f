package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.constraints.Limit;
import io.arduinotrader.optimization.domain.constraints.Polytope;
import io.arduinotrader.optimization.domain.solver.KktPoint;
import java.util.ArrayList;
import java.util.List;

/** Names the multipliers of solved programmes. */
final class Certificates {

  /** A smaller price, relative to the largest, is that of a limit that happens to be touched. */
  private static final double NO_PRICE = 1e-12;

  private Certificates() {}

  static Certificate of(KktPoint point, Polytope polytope, int iterations) {
    List<Certificate.Active> active = new ArrayList<>();
    double[] rowPrices = point.rowPrices();
    for (int row = 0; row < rowPrices.length; row++) {
      if (Math.abs(rowPrices[row]) > NO_PRICE) {
        active.add(
            new Certificate.Active(
                polytope.limit(row, rowPrices[row] > 0), Math.abs(rowPrices[row])));
      }
    }
    if (point.limitPrice() > NO_PRICE) {
      active.add(new Certificate.Active(new Limit.Turnover(), point.limitPrice()));
    }
    active.addAll(bounds(point.boundPrices(), polytope));
    return new Certificate(
        point.objective(),
        point.violation(),
        point.stationarity(),
        point.gap(),
        iterations,
        active);
  }

  static List<Certificate.Active> bounds(double[] prices, Polytope polytope) {
    List<Certificate.Active> active = new ArrayList<>();
    for (int asset = 0; asset < prices.length; asset++) {
      if (Math.abs(prices[asset]) > NO_PRICE) {
        active.add(
            new Certificate.Active(
                polytope.bound(asset, prices[asset] > 0), Math.abs(prices[asset])));
      }
    }
    return active;
  }
}
