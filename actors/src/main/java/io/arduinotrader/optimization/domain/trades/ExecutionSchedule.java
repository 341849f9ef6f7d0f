package io.arduinotrader.optimization.domain.trades;

import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.util.List;

/**
 * How orders are carried out, amounts in base currency.
 *
 * @param orders sells before buys, each in the order they were given
 * @param commissions of all slices
 * @param impact expected move of prices against all orders
 * @param shortfall what the cash, with the proceeds of the sells, lacks to pay for the buys; zero
 *     when everything is paid for
 */
public record ExecutionSchedule(
    List<OrderSlices> orders, BigDecimal commissions, BigDecimal impact, BigDecimal shortfall) {

  /** Copies the list of orders. */
  public ExecutionSchedule {
    orders = List.copyOf(orders);
  }

  /** Whether the cash pays for everything. */
  public boolean isFunded() {
    return shortfall.signum() == 0;
  }

  /**
   * The slices of an order in time order.
   *
   * @param order index of the order as it was given
   * @param commissions of its slices
   * @param impact expected move of the price against it
   */
  public record OrderSlices(
      int order,
      List<Slice> slices,
      Pace pace,
      BigDecimal commissions,
      BigDecimal impact,
      ImpactBasis basis) {

    /** Copies the list of slices. */
    public OrderSlices {
      slices = List.copyOf(slices);
    }
  }

  /**
   * A part of an order.
   *
   * @param session sessions to wait: 0 for the running or next one, 1 for the one after it
   */
  public record Slice(Quantity quantity, int session) {}

  /** How fast an order is carried out. */
  public enum Pace {
    /** In one slice at once. */
    IMMEDIATE,
    /** The same in one slice per session. */
    TWAP,
    /** One slice per session, the earlier ones larger. */
    ALMGREN_CHRISS,
    /** A share of the volume of each session, because it allows no more. */
    SHARE_OF_VOLUME
  }

  /** What the expected impact rests on. */
  public enum ImpactBasis {
    /** The square-root law on volume and volatility. */
    SQUARE_ROOT_LAW,
    /** An assumed fraction of the value, because volume or volatility is unknown. */
    ASSUMED_FRACTION
  }
}
