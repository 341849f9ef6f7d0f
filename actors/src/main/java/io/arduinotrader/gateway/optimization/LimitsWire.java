package io.arduinotrader.gateway.optimization;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.ExchangeRates;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.NumberWire;
import io.arduinotrader.protocol.grpc.optimization.OptimizationConstraints;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Limits;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.support.Rooms;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Limits of an optimization as they travel: zero or absent does not bind. */
record LimitsWire(
    Optional<Integer> positions,
    Optional<Money> smallest,
    Optional<Money> largest,
    Optional<BigDecimal> turnover,
    boolean fractional) {

  /** A hundred times the portfolio's value, which is no limit any more. */
  private static final double MOST_TURNOVER_PERCENT = 10_000;

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  static LimitsWire read(OptimizationConstraints in, FieldViolations violations) {
    violations.require(
        in.getMaxPositions() >= 0, "constraints.max_positions", "must not be negative");
    Optional<Money> smallest =
        in.hasMinPositionSize()
            ? MoneyWire.amountFromZero(
                in.getMinPositionSize(), "constraints.min_position_size", violations)
            : Optional.empty();
    Optional<Money> largest =
        in.hasMaxPositionSize()
            ? MoneyWire.amountAboveZero(
                in.getMaxPositionSize(), "constraints.max_position_size", violations)
            : Optional.empty();
    Optional<BigDecimal> turnover =
        NumberWire.between(
                in.getMaxTurnoverPct(),
                0,
                MOST_TURNOVER_PERCENT,
                "constraints.max_turnover_pct",
                violations)
            .filter(percent -> percent.signum() > 0)
            .map(percent -> percent.divide(PERCENT));
    return new LimitsWire(
        Optional.of(in.getMaxPositions()).filter(most -> most > 0),
        smallest,
        largest,
        turnover,
        in.getAllowFractional());
  }

  /** The limits in base currency. */
  CompletionStage<Limits> inBase(Rooms rooms, CallContext call) {
    return ExchangeRates.inBase(smallest, rooms, call)
        .thenCombine(
            ExchangeRates.inBase(largest, rooms, call),
            (least, most) -> {
              FieldViolations violations = new FieldViolations();
              violations.require(
                  least.isEmpty() || most.isEmpty() || !most.get().isLessThan(least.get()),
                  "constraints.min_position_size",
                  "must not be above max_position_size");
              violations.refuseIfAny();
              return new Limits(positions, least, most, turnover, fractional);
            });
  }
}
