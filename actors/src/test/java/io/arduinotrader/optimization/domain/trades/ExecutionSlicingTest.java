package io.arduinotrader.optimization.domain.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.trades.ExecutionSchedule.ImpactBasis;
import io.arduinotrader.optimization.domain.trades.ExecutionSchedule.OrderSlices;
import io.arduinotrader.optimization.domain.trades.ExecutionSchedule.Pace;
import io.arduinotrader.optimization.domain.trades.ExecutionSchedule.Slice;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExecutionSlicingTest {

  private static final CostRules COSTS =
      new CostRules(new BigDecimal("2"), new BigDecimal("0.002"), BigDecimal.ONE);
  private static final ExecutionRules RULES = new ExecutionRules(COSTS, 0.10, 20, 1, 0.001);
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  @Test
  void anOrderIsOneSliceAtOnceWhenTheMarketIsLargeEnough() {
    OrderSlices slices = only(order(Side.BUY, "100", "1", OptionalDouble.of(1000)));

    assertThat(slices.slices()).containsExactly(new Slice(Quantity.of(100), 0));
    assertThat(slices.pace()).isEqualTo(Pace.IMMEDIATE);
    assertThat(slices.commissions()).isEqualByComparingTo("4");
  }

  @Test
  void aLargerOrderIsSpreadOverSessionsInWholeLots() {
    OrderSlices slices = only(order(Side.SELL, "353", "10", OptionalDouble.of(1000)));

    assertThat(slices.slices())
        .containsExactly(
            new Slice(Quantity.of(93), 0),
            new Slice(Quantity.of(90), 1),
            new Slice(Quantity.of(90), 2),
            new Slice(Quantity.of(80), 3));
    assertThat(slices.pace()).isEqualTo(Pace.SPREAD_OVER_SESSIONS);
    assertThat(slices.commissions()).isEqualByComparingTo("15.06");
  }

  @Test
  void impactFollowsTheSquareRootOfTheShareOfTheVolume() {
    OrderSlices slices = only(order(Side.BUY, "90", "1", OptionalDouble.of(1000)));

    assertThat(slices.impact().doubleValue())
        .isEqualTo(0.02 * 90 * 10 * Math.sqrt(0.09), within(1e-9));
    assertThat(slices.basis()).isEqualTo(ImpactBasis.SQUARE_ROOT_LAW);
  }

  @Test
  void withoutVolumeTheImpactIsAssumedAndSaysSo() {
    for (OptionalDouble volume : List.of(UNKNOWN, OptionalDouble.of(0))) {
      OrderSlices slices = only(order(Side.BUY, "5000", "1", volume));

      assertThat(slices.slices()).hasSize(1);
      assertThat(slices.impact()).isEqualByComparingTo("50");
      assertThat(slices.basis()).isEqualTo(ImpactBasis.ASSUMED_FRACTION);
    }
  }

  @Test
  void sellsComeFirstAndTheirProceedsPayForBuys() {
    List<ExecutionOrder> orders =
        List.of(order(Side.BUY, "100", "1", UNKNOWN), order(Side.SELL, "60", "1", UNKNOWN));

    ExecutionSchedule funded = ExecutionSlicing.schedule(orders, new BigDecimal("407.20"), RULES);
    ExecutionSchedule unfunded = ExecutionSlicing.schedule(orders, new BigDecimal("407.19"), RULES);

    assertThat(funded.orders()).extracting(OrderSlices::order).containsExactly(1, 0);
    assertThat(funded.commissions()).isEqualByComparingTo("7.20");
    assertThat(funded.isFunded()).isTrue();
    assertThat(unfunded.isFunded()).isFalse();
    assertThat(unfunded.shortfall()).isEqualByComparingTo("0.01");
  }

  @Test
  void salesAloneNeedNoCash() {
    ExecutionSchedule schedule =
        ExecutionSlicing.schedule(
            List.of(order(Side.SELL, "1", "1", UNKNOWN)), new BigDecimal("-500"), RULES);

    assertThat(schedule.isFunded()).isTrue();
    assertThat(ExecutionSlicing.schedule(List.of(), BigDecimal.ZERO, RULES).orders()).isEmpty();
  }

  @Test
  void slicesAddUpToTheOrderAndKeepToTheVolume() {
    SplittableRandom random = new SplittableRandom(1);
    for (int run = 0; run < 500; run++) {
      long quantity = 1L + random.nextInt(5000);
      long lot = 1L + random.nextInt(7);
      double volume = 100 + random.nextInt(20_000);

      OrderSlices slices =
          only(order(Side.BUY, quantity + "", lot + "", OptionalDouble.of(volume)));

      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i < slices.slices().size(); i++) {
        Slice slice = slices.slices().get(i);
        assertThat(slice.session()).isEqualTo(i);
        assertThat(slice.quantity().isZero()).as("run %d", run).isFalse();
        boolean limited = slices.slices().size() < 20 && slices.slices().size() < quantity / lot;
        if (limited) {
          assertThat(slice.quantity().value().doubleValue())
              .as("run %d", run)
              .isLessThanOrEqualTo(0.10 * volume + 2 * lot);
        }
        sum = sum.add(slice.quantity().value());
      }
      assertThat(sum).as("run %d", run).isEqualByComparingTo(BigDecimal.valueOf(quantity));
    }
  }

  private static OrderSlices only(ExecutionOrder order) {
    return ExecutionSlicing.schedule(List.of(order), new BigDecimal("1000000"), RULES)
        .orders()
        .get(0);
  }

  private static ExecutionOrder order(
      Side side, String quantity, String lot, OptionalDouble volume) {
    return new ExecutionOrder(
        side,
        Quantity.of(quantity),
        Quantity.of(lot),
        new BigDecimal("10"),
        volume,
        OptionalDouble.of(0.02));
  }
}
