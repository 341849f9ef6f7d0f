package io.arduinotrader.universe.domain;

/** Why a bar cannot be true. The names are kept with the anomalies and mean the same for ever. */
public enum PriceRule {
  /** A price that is no number. */
  NOT_A_NUMBER,
  /** A price that is negative, zero or smaller than can be kept, or a negative volume. */
  NOT_POSITIVE,
  /** A price that no share can have. */
  TOO_LARGE,
  /** A day after today. */
  FUTURE_DAY,
  /** The highest price is below the lowest. */
  HIGH_BELOW_LOW,
  /** The close is above the highest or below the lowest price. */
  CLOSE_OUTSIDE_RANGE,
  /** A second, different bar of the same day. */
  DUPLICATE_DAY,
  /** A day before the one the bar follows. */
  BACKWARD_DAY,
  /** The close is too far from the one before and the following sessions do not confirm it. */
  JUMP,
  /** The close moved much on a day without trades and the following sessions do not confirm it. */
  ZERO_VOLUME_SPIKE
}
