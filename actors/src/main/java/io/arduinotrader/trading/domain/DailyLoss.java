package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.vocab.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What the account has lost since its last close, deposits and withdrawals aside: (worth − flow −
 * close) / close, with worth and close including cash.
 *
 * @param level what the loss means for trading
 * @param change the figure, empty when it cannot be computed
 */
public record DailyLoss(Level level, Optional<BigDecimal> change) {

  /** What a loss means. */
  public enum Level {
    /** Everything may be traded; also in an account's first days, which have no close yet. */
    NORMAL,
    /** Nothing is sold into a falling market. */
    SALES_BLOCKED,
    /** Nothing is traded. */
    HALTED,
    /** The account cannot be valued now: nothing is traded automatically. */
    UNKNOWN
  }

  /** The loss of an account. */
  public static DailyLoss of(Optional<Facts.Worth> worth, TradingRules.LossLimits limits) {
    if (worth.isEmpty()) {
      return new DailyLoss(Level.UNKNOWN, Optional.empty());
    }
    Optional<Money> close = worth.get().lastClose().filter(money -> money.signum() > 0);
    if (close.isEmpty()) {
      return new DailyLoss(Level.NORMAL, Optional.empty());
    }
    BigDecimal gain = worth.get().now().minus(worth.get().netFlow()).minus(close.get()).amount();
    BigDecimal change = gain.divide(close.get().amount(), MathContext.DECIMAL64);
    Level level =
        change.compareTo(limits.haltAll()) <= 0
            ? Level.HALTED
            : change.compareTo(limits.blockSales()) <= 0 ? Level.SALES_BLOCKED : Level.NORMAL;
    return new DailyLoss(level, Optional.of(change));
  }
}
