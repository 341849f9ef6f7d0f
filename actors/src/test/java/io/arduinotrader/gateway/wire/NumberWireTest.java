package io.arduinotrader.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.protocol.grpc.common.Timestamp;
import io.arduinotrader.protocol.grpc.common.TradeSide;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberWireTest {

  private final FieldViolations violations = new FieldViolations();

  @ParameterizedTest
  @ValueSource(
      doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, 1e300, 1e-7})
  void refusesImpossibleQuantities(double number) {
    assertThat(NumberWire.quantity(number, "quantity", violations)).isEmpty();
    assertThat(violations.found()).hasSize(1);
  }

  @Test
  void readsQuantitiesExactly() {
    assertThat(NumberWire.quantity(0.1, "q", violations)).contains(Quantity.of("0.1"));
    assertThat(NumberWire.quantity(1e6, "q", violations)).contains(Quantity.of(1_000_000));
    assertThat(NumberWire.quantity(0, "q", violations)).contains(Quantity.ZERO);
    assertThat(violations.isEmpty()).isTrue();
    assertThat(NumberWire.quantityAboveZero(0, "q", violations)).isEmpty();
    assertThat(violations.found()).hasSize(1);
  }

  @Test
  void boundsNumbersIncludingTheBounds() {
    assertThat(NumberWire.isBetween(0, 0, 1, "w", violations)).isTrue();
    assertThat(NumberWire.isBetween(1, 0, 1, "w", violations)).isTrue();
    assertThat(violations.isEmpty()).isTrue();
    assertThat(NumberWire.isBetween(1.0000001, 0, 1, "w", violations)).isFalse();
    assertThat(NumberWire.isBetween(Double.NaN, 0, 1, "w", violations)).isFalse();
    assertThat(violations.found()).hasSize(2);
  }

  @Test
  void readsDaysWithTheirDefault() {
    assertThat(NumberWire.days(0, 30, 3650, "days", violations)).isEqualTo(30);
    assertThat(NumberWire.days(3650, 30, 3650, "days", violations)).isEqualTo(3650);
    assertThat(violations.isEmpty()).isTrue();
    NumberWire.days(-1, 30, 3650, "days", violations);
    NumberWire.days(3651, 30, 3650, "days", violations);
    assertThat(violations.found()).hasSize(2);
  }

  @Test
  void readsAndWritesInstants() {
    Instant instant = Instant.parse("2018-04-11T15:00:00.000000005Z");
    assertThat(TimestampWire.instant(TimestampWire.of(instant), "at", violations))
        .contains(instant);
    assertThat(TimestampWire.instant(Timestamp.getDefaultInstance(), "at", violations)).isEmpty();
    assertThat(TimestampWire.of(LocalDate.of(1970, 1, 2)).getSeconds()).isEqualTo(86_400);
    assertThat(violations.isEmpty()).isTrue();
    TimestampWire.instant(Timestamp.newBuilder().setSeconds(1L << 60).build(), "at", violations);
    TimestampWire.instant(Timestamp.newBuilder().setNanos(-1).build(), "at", violations);
    TimestampWire.instant(Timestamp.newBuilder().setNanos(1_000_000_000).build(), "at", violations);
    assertThat(violations.found()).hasSize(3);
  }

  @Test
  void readsSides() {
    assertThat(SideWire.required(TradeSide.SELL, "side", violations)).contains(Side.SELL);
    assertThat(SideWire.optional(TradeSide.TRADE_SIDE_UNSPECIFIED, "side", violations)).isEmpty();
    assertThat(violations.isEmpty()).isTrue();
    SideWire.required(TradeSide.TRADE_SIDE_UNSPECIFIED, "side", violations);
    SideWire.optional(TradeSide.UNRECOGNIZED, "side", violations);
    assertThat(violations.found()).hasSize(2);
  }

  @Test
  void cutsPages() {
    List<Integer> all = List.of(1, 2, 3, 4, 5);
    assertThat(Page.of(2, 1, violations).of(all)).containsExactly(2, 3);
    assertThat(Page.of(0, 9, violations).of(all)).isEmpty();
    assertThat(Page.of(-5, 0, violations).limit()).isEqualTo(100);
    assertThat(violations.isEmpty()).isTrue();
    Page.of(1001, -1, violations);
    assertThat(violations.found()).hasSize(2);
  }
}
