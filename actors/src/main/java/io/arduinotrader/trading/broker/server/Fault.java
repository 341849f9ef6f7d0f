package io.arduinotrader.trading.broker.server;

import io.arduinotrader.protocol.vocab.Quantity;
import java.time.Duration;
import java.util.Optional;

/**
 * How one call goes wrong.
 *
 * @param delay for {@link Kind#DELAY}: how long the call is held before it has its effect
 * @param shares for executions: how many
 */
public record Fault(Kind kind, Optional<Duration> delay, Optional<Quantity> shares) {

  /** What goes wrong. */
  public enum Kind {
    /** The call has its effect and is never answered. */
    TIME_OUT,
    /** The call is held for a while before it has its effect. */
    DELAY,
    /** An order or a cancellation is refused. */
    REJECT,
    /** Status 500, and nothing happened. */
    ERROR_BEFORE,
    /** Status 500, but the call had its effect. */
    ERROR_AFTER,
    /** The connection breaks, and nothing happened. */
    RESET_BEFORE,
    /** The connection breaks in the middle of the answer; the call had its effect. */
    RESET_AFTER,
    /** Orders, cash and positions are shown as if there were none. */
    EMPTY,
    /** The answer to the last call of this kind comes again. */
    STALE,
    /** Every execution is shown twice. */
    DUPLICATE_FILLS,
    /** Executions are shown newest first. */
    FILLS_OUT_OF_ORDER,
    /** Shares are executed between the wish to cancel and the cancellation. */
    FILL_BEFORE_CANCEL,
    /** Shares are executed after the call: after a cancellation, or beyond what was ordered. */
    FILL_AFTER
  }
}
