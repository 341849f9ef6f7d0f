package io.arduinotrader.gateway.wire;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.protocol.grpc.common.TradeSide;
import io.arduinotrader.protocol.vocab.Side;
import java.util.Optional;

/** Buy and sell on the wire. */
public final class SideWire {

  private SideWire() {}

  /** A side as it travels. */
  public static TradeSide of(Side side) {
    return switch (side) {
      case BUY -> TradeSide.BUY;
      case SELL -> TradeSide.SELL;
    };
  }

  /** Reads a side that may be left out; an unknown number is a violation. */
  public static Optional<Side> optional(TradeSide wire, String field, FieldViolations violations) {
    return switch (wire) {
      case BUY -> Optional.of(Side.BUY);
      case SELL -> Optional.of(Side.SELL);
      case TRADE_SIDE_UNSPECIFIED -> Optional.empty();
      case UNRECOGNIZED -> violations.missing(field, "is not a side");
    };
  }

  /** Reads a side that must be given. */
  public static Optional<Side> required(TradeSide wire, String field, FieldViolations violations) {
    return wire == TradeSide.TRADE_SIDE_UNSPECIFIED
        ? violations.missing(field, "is required: BUY or SELL")
        : optional(wire, field, violations);
  }
}
