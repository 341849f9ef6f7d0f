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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionSlicingTest {

  private static final CostRules COSTS =
      new CostRules(new BigDecimal("2"), new BigDecimal("0.002"), BigDecimal.ONE);
  private static final ExecutionRules RULES = new ExecutionRules(COSTS, 0.10, 20, 1, 0.001, 0);
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
            new Slice(Quantity.of(73), 0),
            new Slice(Quantity.of(70), 1),
            new Slice(Quantity.of(70), 2),
            new Slice(Quantity.of(70), 3),
            new Slice(Quantity.of(70), 4));
    assertThat(slices.pace()).isEqualTo(Pace.TWAP);
    assertThat(slices.commissions()).isEqualByComparingTo("17.06");
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

  /**
   * Two slices beat one from c X^{3/2} (1 − 1/√2) > F on: with two euros, 2 % and a factor of one
   * at 8.4 thousand when 5 million are traded a day, at 18 when 50, at 49 when a billion.
   */
  @ParameterizedTest
  @CsvSource({"5000000, 8.4", "50000000, 18", "1000000000, 49"})
  void theCommissionDecidesHowManySlicesAreCheapest(double traded, double thousands) {
    double volume = traded / 10;
    long breakEven = Math.round(thousands * 100);

    assertThat(slices(breakEven * 95 / 100, volume)).isEqualTo(1);
    assertThat(slices(breakEven * 106 / 100, volume)).isEqualTo(2);
  }

  @Test
  void noOtherNumberOfSlicesIsCheaper() {
    SplittableRandom random = new SplittableRandom(2);
    for (int run = 0; run < 300; run++) {
      ExecutionOrder order =
          order(
              Side.BUY,
              String.valueOf(100 + random.nextInt(5000)),
              "1",
              OptionalDouble.of(50_000 + random.nextInt(1_000_000)));
      SliceCount count = SliceCount.of(order, RULES);
      if (count.forVolume()) {
        continue;
      }
      double cost = SliceCount.cost(count.sessions(), order, RULES);
      for (int other = 1; other <= 20; other++) {
        assertThat(SliceCount.cost(other, order, RULES))
            .as("run %d: %d instead of %d", run, other, count.sessions())
            .isGreaterThanOrEqualTo(cost - 1e-9);
      }
    }
  }

  @Test
  void whoFearsThePriceTradesMoreAtFirst() {
    ExecutionRules anxious = new ExecutionRules(COSTS, 0.10, 20, 1, 0.001, 1e-3);
    ExecutionOrder order = order(Side.BUY, "40000", "10", OptionalDouble.of(500_000));

    OrderSlices slices =
        ExecutionSlicing.schedule(List.of(order), new BigDecimal("1000000"), anxious)
            .orders()
            .getFirst();

    assertThat(slices.pace()).isEqualTo(Pace.ALMGREN_CHRISS);
    assertThat(slices.slices().getFirst().quantity())
        .isGreaterThan(slices.slices().getLast().quantity());
    assertThat(sum(slices.slices())).isEqualTo(40_000);
    assertThat(SliceShares.frontLoaded(4, 1e-9)).containsExactly(SliceShares.equal(4));
  }

  @Test
  void sessionsThatAreFullAreEachTakenAsFarAsTheyGo() {
    CostRules dear = new CostRules(new BigDecimal("50"), BigDecimal.ZERO, BigDecimal.ONE);
    ExecutionRules anxious = new ExecutionRules(dear, 0.10, 20, 1, 0.001, 1e-3);

    OrderSlices slices =
        ExecutionSlicing.schedule(
                List.of(order(Side.SELL, "3500", "1", OptionalDouble.of(10_000))),
                BigDecimal.ZERO,
                anxious)
            .orders()
            .getFirst();

    assertThat(slices.pace()).isEqualTo(Pace.SHARE_OF_VOLUME);
    assertThat(slices.slices())
        .extracting(Slice::quantity)
        .containsExactly(Quantity.of(1000), Quantity.of(1000), Quantity.of(1000), Quantity.of(500));
  }

  @Test
  void noSliceIsSmallerThanATradeWorthItsCommission() {
    CostRules dear =
        new CostRules(new BigDecimal("2"), new BigDecimal("0.002"), new BigDecimal("0.01"));
    ExecutionRules rules = new ExecutionRules(dear, 0.10, 20, 1, 0.001, 0);

    OrderSlices slices =
        ExecutionSlicing.schedule(
                List.of(order(Side.SELL, "60", "1", OptionalDouble.of(10))), BigDecimal.ZERO, rules)
            .orders()
            .getFirst();

    assertThat(slices.slices()).hasSize(2); // of 300 each; 250 is the least
  }

  private static double sum(List<Slice> slices) {
    return slices.stream().mapToDouble(each -> each.quantity().value().doubleValue()).sum();
  }

  private static int slices(long quantity, double volume) {
    return SliceCount.of(
            order(Side.BUY, String.valueOf(quantity), "1", OptionalDouble.of(volume)), RULES)
        .sessions();
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
