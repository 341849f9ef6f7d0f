package io.arduinotrader.optimization.domain.trades;

import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The trades one position allows, as numbers of lots, and what each would cost. They lead towards
 * the target and at most a part of a lot beyond. Amounts are doubles in base currency: they only
 * compare trades, money is counted exactly afterwards.
 */
final class LotChoices {

  /** Everything held, also what is no whole lot. */
  static final long EXIT = Long.MIN_VALUE;

  private static final double ROUNDING = 1e-9;

  private final LotPosition position;
  private final CostRules costs;
  private final double horizon;
  private final double lotValue;
  private final double heldValue;
  private final double targetValue;
  private final double wanted;
  private final double fixed;
  private final double rate;

  /** The fewest lots whose commission is worth it. */
  private final long fewest;

  private final long most;
  private final long least;
  private final boolean exits;

  /**
   * The trades of a position.
   *
   * @param value of the whole portfolio
   * @param horizon years over which commissions are borne
   */
  LotChoices(LotPosition position, CostRules costs, double value, double horizon) {
    this.position = position;
    this.costs = costs;
    this.horizon = horizon;
    BigDecimal lot = position.price().multiply(position.lot().value());
    this.lotValue = lot.doubleValue();
    this.heldValue = position.price().multiply(position.held().value()).doubleValue();
    this.targetValue = position.target() * value;
    this.fixed = costs.fixed().doubleValue();
    this.rate = costs.rate().doubleValue();
    this.fewest = fewest(lot);
    this.wanted = (targetValue - heldValue) / lotValue;
    double room = (position.maximum() * value * (1 + ROUNDING) - heldValue) / lotValue;
    this.most =
        position.allowed().contains(Side.BUY) && fewest < Long.MAX_VALUE
            ? (long) Math.max(0, Math.min(Math.floor(room), Math.ceil(wanted - ROUNDING)))
            : 0;
    boolean sellable = position.allowed().contains(Side.SELL) && !position.held().isZero();
    BigDecimal held = position.held().value();
    long heldLots = held.divideToIntegralValue(position.lot().value()).longValue();
    this.least =
        sellable && fewest < Long.MAX_VALUE
            ? (long) Math.min(0, Math.max((double) -heldLots, Math.floor(wanted + ROUNDING)))
            : 0;
    this.exits =
        sellable && targetValue < lotValue && costs.isWorthwhile(position.price().multiply(held));
  }

  /** The fewest lots a commission is worth, none when none is. */
  private long fewest(BigDecimal lot) {
    double share = costs.maximumRatio().doubleValue() - costs.rate().doubleValue();
    if (costs.isWorthwhile(lot)) {
      return 1;
    }
    if (share <= 0) {
      return Long.MAX_VALUE;
    }
    long lots = (long) Math.floor(costs.fixed().doubleValue() / share / lot.doubleValue());
    while (!costs.isWorthwhile(lot.multiply(BigDecimal.valueOf(lots)))) {
      lots++;
    }
    return lots;
  }

  /** Whether a number of lots may be traded. */
  boolean isAllowed(long lots) {
    if (lots == EXIT) {
      return exits;
    }
    return lots == 0 || (lots >= least && lots <= most && Math.abs(lots) >= fewest);
  }

  /** How far the position is from its target after a trade, with the commission. */
  double cost(long lots) {
    double traded = traded(lots);
    return Math.abs(targetValue - heldValue - traded) + commission(traded) / horizon;
  }

  /** What a trade takes out of the cash; negative for a sale. */
  double spent(long lots) {
    double traded = traded(lots);
    return traded + commission(traded);
  }

  /** Shares bought, negative when sold, exactly. */
  BigDecimal change(long lots) {
    return lots == EXIT
        ? position.held().value().negate()
        : position.lot().value().multiply(BigDecimal.valueOf(lots));
  }

  /** The number of lots of a change that is a multiple of the lot, or everything. */
  long lots(BigDecimal change) {
    BigDecimal[] parts = change.divideAndRemainder(position.lot().value());
    boolean everything = change.negate().compareTo(position.held().value()) == 0;
    return parts[1].signum() != 0 || (everything && change.signum() < 0)
        ? EXIT
        : parts[0].longValue();
  }

  /** How many trades there are, nothing included. */
  long size() {
    return Math.max(0, most - fewest + 1) + Math.max(0, -least - fewest + 1) + (exits ? 2 : 1);
  }

  /**
   * The trades at which cost plus any multiple of the cash they take can be least: both are
   * straight between these. Some may come twice.
   */
  long[] corners() {
    long below = (long) Math.floor(wanted);
    return allowed(0, EXIT, below, below + 1, fewest, -fewest, least, most);
  }

  /** Trades next to one that was made. */
  long[] neighbours(long lots) {
    long whole = lots == EXIT ? least : lots;
    long below = (long) Math.floor(wanted);
    return allowed(0, EXIT, below, below + 1, whole - 1, whole + 1, fewest, -fewest);
  }

  /** All trades. */
  long[] all() {
    long[] every = new long[(int) size()];
    int count = 0;
    every[count++] = 0;
    if (exits) {
      every[count++] = EXIT;
    }
    for (long lots = fewest; lots <= most; lots++) {
      every[count++] = lots;
    }
    for (long lots = fewest; lots <= -least; lots++) {
      every[count++] = -lots;
    }
    return Arrays.copyOf(every, count);
  }

  private long[] allowed(long... candidates) {
    return Arrays.stream(candidates).filter(this::isAllowed).toArray();
  }

  private double traded(long lots) {
    return lots == EXIT ? -heldValue : lots * lotValue;
  }

  private double commission(double traded) {
    return traded == 0 ? 0 : fixed + rate * Math.abs(traded);
  }
}
