package io.arduinotrader.gateway.wire;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.protocol.grpc.common.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Instants and days on the wire: seconds and nanoseconds since 1970 in UTC, a day its midnight. */
public final class TimestampWire {

  private static final long EARLIEST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
  private static final int NANOS_OF_SECOND = 1_000_000_000;

  private TimestampWire() {}

  /** An instant as it travels. */
  public static Timestamp of(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  /** A day as it travels. */
  public static Timestamp of(LocalDate day) {
    return of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Reads an instant; seconds and nanoseconds of zero mean that it is not known. */
  public static Optional<Instant> instant(
      Timestamp wire, String field, FieldViolations violations) {
    if (wire.getSeconds() == 0 && wire.getNanos() == 0) {
      return Optional.empty();
    }
    if (wire.getSeconds() < EARLIEST || wire.getSeconds() > LATEST) {
      return violations.missing(field + ".seconds", "must lie in the years 1 to 9999");
    }
    if (wire.getNanos() < 0 || wire.getNanos() >= NANOS_OF_SECOND) {
      return violations.missing(field + ".nanos", "must be between 0 and 999999999");
    }
    return Optional.of(Instant.ofEpochSecond(wire.getSeconds(), wire.getNanos()));
  }
}
