package io.arduinotrader.gateway.replay;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.replay.Moment;

/** Moments on the wire. */
final class MomentWire {

  private MomentWire() {}

  /** Reads a moment of which no more than one part may be given. */
  static Moment read(
      io.arduinotrader.protocol.grpc.replay.Moment wire, String field, FieldViolations violations) {
    violations.require(wire.getPosition() >= 0, field + ".position", "must not be negative");
    violations.require(
        wire.getSequenceNumber() >= 0, field + ".sequence_number", "must not be negative");
    int parts =
        (wire.hasAt() ? 1 : 0)
            + (wire.getPosition() == 0 ? 0 : 1)
            + (wire.getSequenceNumber() == 0 ? 0 : 1);
    violations.require(parts <= 1, field, "has more than one part");
    if (wire.hasAt()) {
      return TimestampWire.instant(wire.getAt(), field + ".at", violations)
          .map(Moment::at)
          .orElse(Moment.OPEN);
    }
    if (wire.getPosition() > 0) {
      return Moment.position(wire.getPosition());
    }
    return wire.getSequenceNumber() > 0 ? Moment.sequence(wire.getSequenceNumber()) : Moment.OPEN;
  }
}
