package io.arduinotrader.optimization.domain.trades;

import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How much of an order each of its slices takes. */
final class SliceShares {

  private SliceShares() {}

  /** The same in every slice. */
  static double[] equal(int slices) {
    double[] shares = new double[slices];
    Arrays.fill(shares, 1.0 / slices);
    return shares;
  }

  /**
   * More at first, because what is not yet traded may become dearer (Almgren and Chriss 2000). What
   * is left after j of T sessions is {@code sinh(κ (T − j)) / sinh(κ T)} of the order; κ near zero
   * is the same in every slice.
   */
  static double[] frontLoaded(int slices, double urgency) {
    if (urgency * slices < 1e-6) {
      return equal(slices);
    }
    double[] shares = new double[slices];
    double whole = Math.sinh(urgency * slices);
    for (int j = 0; j < slices; j++) {
      shares[j] =
          (Math.sinh(urgency * (slices - j)) - Math.sinh(urgency * (slices - j - 1))) / whole;
    }
    return shares;
  }

  /** A share of the volume of each session as long as the order lasts. */
  static double[] ofVolume(int slices, double sharePerSession) {
    double[] shares = new double[slices];
    double left = 1;
    for (int j = 0; j < slices; j++) {
      shares[j] = j == slices - 1 ? left : Math.min(left, sharePerSession);
      left -= shares[j];
    }
    return shares;
  }

  /**
   * Whole lots in proportion to shares; what is left over goes to the largest remainders. The first
   * slice takes an odd rest. Slices without a lot are left out.
   */
  static List<Quantity> inLots(ExecutionOrder order, double... shares) {
    BigDecimal lot = order.lot().value();
    BigDecimal[] parts = order.quantity().value().divideAndRemainder(lot);
    double lots = parts[0].doubleValue();
    double[] exact = Arrays.stream(shares).map(share -> share * lots).toArray();
    double[] whole = Arrays.stream(exact).map(each -> Math.floor(each + 1e-9)).toArray();
    double missing = lots - Arrays.stream(whole).sum();
    List<Integer> byRemainder =
        IntStream.range(0, shares.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> exact[i] - whole[i]).reversed())
            .toList();
    for (int i = 0; i < missing; i++) {
      whole[byRemainder.get(i % shares.length)]++;
    }
    List<Quantity> quantities = new ArrayList<>(shares.length);
    for (int i = 0; i < shares.length; i++) {
      BigDecimal quantity = new BigDecimal(whole[i]).multiply(lot);
      quantity = i == 0 ? quantity.add(parts[1]) : quantity;
      if (quantity.signum() > 0) {
        quantities.add(new Quantity(quantity));
      }
    }
    return List.copyOf(quantities);
  }
}
