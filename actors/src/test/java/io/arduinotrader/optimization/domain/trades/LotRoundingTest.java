package io.arduinotrader.optimization.domain.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LotRoundingTest {

  private static final Set<Side> BOTH = EnumSet.allOf(Side.class);
  private static final BigDecimal NOTHING = BigDecimal.ZERO;

  /** Two euros and 0.2 percent, of which one percent of the value at most: 250 euros at least. */
  private static final CostRules COSTS =
      new CostRules(new BigDecimal("2"), new BigDecimal("0.002"), new BigDecimal("0.01"));

  @Test
  void sellsComeFirstAndPayForBuys() {
    LotPlan plan =
        LotRounding.plan(
            List.of(position("10", "1", "100", 0.25), position("0", "1", "50", 0.75)),
            NOTHING,
            NOTHING,
            CostRules.FREE);

    assertThat(plan.trades()).extracting(LotPlan.Trade::side).containsExactly(Side.SELL, Side.BUY);
    assertThat(plan.trades().get(0).quantity()).isEqualTo(Quantity.of(7));
    assertThat(plan.trades().get(1).quantity()).isEqualTo(Quantity.of(14));
    assertThat(plan.cash()).isEqualByComparingTo("0");
    assertThat(plan.error()).isEqualTo(0.05, within(1e-12));
  }

  @Test
  void aTargetOfZeroSellsAlsoTheOddRest() {
    LotPlan plan =
        LotRounding.plan(List.of(position("107", "10", "20", 0)), NOTHING, NOTHING, COSTS);

    assertThat(plan.trades().get(0).quantity()).isEqualTo(Quantity.of(107));
    assertThat(plan.commissions()).isEqualByComparingTo("6.28");
    assertThat(plan.cash()).isEqualByComparingTo("2133.72");
  }

  @Test
  void aTradeThatIsTooSmallForItsCommissionIsNotMade() {
    LotPlan small =
        LotRounding.plan(
            List.of(position("0", "1", "1", 0.0249)), new BigDecimal("10000"), NOTHING, COSTS);
    LotPlan enough =
        LotRounding.plan(
            List.of(position("0", "1", "1", 0.025)), new BigDecimal("10000"), NOTHING, COSTS);

    assertThat(small.trades()).isEmpty();
    assertThat(enough.trades()).hasSize(1);
    assertThat(enough.trades().get(0).value()).isEqualByComparingTo("250");
  }

  @Test
  void whatMayNotBeTradedIsNot() {
    LotPlan plan =
        LotRounding.plan(
            List.of(
                allowed(position("10", "1", "100", 0.1), EnumSet.of(Side.BUY)),
                allowed(position("1", "1", "100", 0.5), EnumSet.of(Side.SELL)),
                allowed(position("1", "1", "100", 0.4), EnumSet.noneOf(Side.class))),
            new BigDecimal("5000"),
            NOTHING,
            CostRules.FREE);

    assertThat(plan.trades()).isEmpty();
    assertThat(plan.cash()).isEqualByComparingTo("5000");
  }

  @Test
  void theReserveStaysAlsoAfterCommissions() {
    LotPlan plan =
        LotRounding.plan(
            List.of(position("0", "1", "10", 1)),
            new BigDecimal("1000"),
            new BigDecimal("500"),
            COSTS);

    assertThat(plan.trades().get(0).quantity()).isEqualTo(Quantity.of(49));
    assertThat(plan.cash()).isEqualByComparingTo("507.02");
  }

  @Test
  void nothingIsBoughtWithCashBelowTheReserve() {
    LotPlan plan =
        LotRounding.plan(
            List.of(position("0", "1", "10", 1)),
            new BigDecimal("400"),
            new BigDecimal("500"),
            CostRules.FREE);

    assertThat(plan.trades()).isEmpty();
  }

  @Test
  void cashThatNoTargetAsksForIsNotSpent() {
    LotPlan plan =
        LotRounding.plan(
            List.of(position("0", "1", "70", 0.3), position("0", "1", "30", 0.2)),
            new BigDecimal("10000"),
            NOTHING,
            CostRules.FREE);

    assertThat(plan.trades().get(0).quantity()).isEqualTo(Quantity.of(43));
    assertThat(plan.trades().get(1).quantity()).isEqualTo(Quantity.of(66));
    assertThat(plan.cash()).isEqualByComparingTo("5010");
  }

  @Test
  void theLastLotsStopAtTheMaximum() {
    LotPosition capped =
        new LotPosition(Quantity.ZERO, Quantity.of(1), new BigDecimal("300"), 0.2, 0.2, BOTH);

    LotPlan plan =
        LotRounding.plan(
            List.of(capped, position("0", "1", "5000", 0.8)),
            new BigDecimal("1000"),
            NOTHING,
            CostRules.FREE);

    assertThat(plan.trades()).isEmpty();
  }

  @Test
  void noMoneyAppearsOrVanishes() {
    SplittableRandom random = new SplittableRandom(1);
    for (int run = 0; run < 500; run++) {
      List<LotPosition> positions = positions(random);
      BigDecimal cash = BigDecimal.valueOf(random.nextInt(2_000_000), 2);
      BigDecimal reserve = BigDecimal.valueOf(random.nextInt(200_000), 2);

      LotPlan plan = LotRounding.plan(positions, cash, reserve, COSTS);

      BigDecimal left = cash;
      boolean bought = false;
      for (LotPlan.Trade trade : plan.trades()) {
        LotPosition position = positions.get(trade.position());
        BigDecimal value = position.price().multiply(trade.quantity().value());
        boolean sale = trade.side() == Side.SELL;
        assertThat(trade.value()).as("run %d", run).isEqualByComparingTo(value);
        assertThat(trade.commission()).isEqualByComparingTo(COSTS.of(value));
        assertThat(COSTS.isWorthwhile(value)).as("run %d", run).isTrue();
        assertThat(position.allowed()).contains(trade.side());
        assertThat(sale && bought).as("run %d: a sale after a buy", run).isFalse();
        boolean everything = sale && trade.quantity().equals(position.held());
        assertThat(everything || trade.quantity().isMultipleOf(position.lot()))
            .as("run %d", run)
            .isTrue();
        assertThat(sale && trade.quantity().compareTo(position.held()) > 0).isFalse();
        bought |= !sale;
        left = left.add(sale ? value : value.negate()).subtract(trade.commission());
      }
      assertThat(plan.cash()).as("run %d", run).isEqualByComparingTo(left);
      assertThat(!bought || plan.cash().compareTo(reserve) >= 0).as("run %d", run).isTrue();
      assertThat(plan.trades().stream().map(LotPlan.Trade::position)).doesNotHaveDuplicates();
    }
  }

  private static List<LotPosition> positions(SplittableRandom random) {
    int count = 1 + random.nextInt(12);
    List<LotPosition> positions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Set<Side> allowed = EnumSet.noneOf(Side.class);
      for (Side side : Side.values()) {
        if (random.nextInt(5) > 0) {
          allowed.add(side);
        }
      }
      positions.add(
          new LotPosition(
              Quantity.of(random.nextInt(3) == 0 ? 0 : random.nextInt(200)),
              Quantity.of(1 + random.nextInt(10)),
              BigDecimal.valueOf(1 + random.nextInt(30_000), 2),
              random.nextInt(4) == 0 ? 0 : 1.0 / count,
              1,
              allowed));
    }
    return positions;
  }

  private static LotPosition position(String held, String lot, String price, double target) {
    return new LotPosition(
        Quantity.of(held), Quantity.of(lot), new BigDecimal(price), target, 1, BOTH);
  }

  private static LotPosition allowed(LotPosition position, Set<Side> sides) {
    return new LotPosition(
        position.held(),
        position.lot(),
        position.price(),
        position.target(),
        position.maximum(),
        sides);
  }
}
