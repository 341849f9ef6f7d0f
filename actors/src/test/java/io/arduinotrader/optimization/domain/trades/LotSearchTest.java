package io.arduinotrader.optimization.domain.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.trades.LotSearch.Found;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LotSearchTest {

  private static final Set<Side> BOTH = EnumSet.allOf(Side.class);
  private static final CostRules COSTS =
      new CostRules(new BigDecimal("2"), new BigDecimal("0.002"), new BigDecimal("0.01"));

  /** Greedily four of the first are bought and the rest of the cash does nothing. */
  @Test
  void anExchangeBeatsTheGreedyLots() {
    List<LotPosition> positions =
        List.of(position("0", "1", "230", 0.5), position("0", "1", "400", 0.5));
    BigDecimal cash = new BigDecimal("1000");

    LotPlan greedy = LotRounding.plan(positions, cash, BigDecimal.ZERO, CostRules.FREE);
    Found found = LotSearch.plan(positions, cash, BigDecimal.ZERO, CostRules.FREE, 1);

    assertThat(distance(positions, greedy, cash)).isGreaterThanOrEqualTo(found.objective());
    assertThat(found.proven()).isTrue();
    assertThat(found.bound()).isEqualTo(found.objective());
  }

  /** The best of all plans of three small positions, found by trying every one. */
  @Test
  void whatIsProvenIsTheBest() {
    SplittableRandom random = new SplittableRandom(11);
    for (int run = 0; run < 60; run++) {
      List<LotPosition> positions = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        positions.add(
            new LotPosition(
                Quantity.of(random.nextInt(6)),
                Quantity.of(1 + random.nextInt(2)),
                BigDecimal.valueOf(100 + random.nextInt(400)),
                random.nextDouble(0, 0.33),
                1,
                BOTH));
      }
      BigDecimal cash = BigDecimal.valueOf(random.nextInt(1500));
      BigDecimal reserve = BigDecimal.valueOf(random.nextInt(100));
      if (cash.compareTo(reserve) < 0) {
        continue;
      }

      Found found = LotSearch.plan(positions, cash, reserve, COSTS, 1);

      double best = cheapest(positions, cash, reserve);
      assertThat(found.proven()).as("run %d", run).isTrue();
      assertThat(found.objective()).as("run %d", run).isEqualTo(best, within(1e-4));
    }
  }

  @Test
  void lotsLocksReserveAndBoundHold() {
    SplittableRandom random = new SplittableRandom(7);
    int proven = 0;
    for (int run = 0; run < 300; run++) {
      List<LotPosition> positions = positions(random);
      BigDecimal cash = BigDecimal.valueOf(random.nextInt(3_000_000), 2);
      BigDecimal reserve = BigDecimal.valueOf(random.nextInt(100_000), 2);

      Found found = LotSearch.plan(positions, cash, reserve, COSTS, 1);

      boolean bought = false;
      BigDecimal left = cash;
      for (LotPlan.Trade trade : found.plan().trades()) {
        LotPosition position = positions.get(trade.position());
        boolean sale = trade.side() == Side.SELL;
        assertThat(position.allowed()).contains(trade.side());
        assertThat(COSTS.isWorthwhile(trade.value())).isTrue();
        assertThat(sale && bought).as("a sale after a buy").isFalse();
        assertThat(
                (sale && trade.quantity().equals(position.held()))
                    || trade.quantity().isMultipleOf(position.lot()))
            .isTrue();
        assertThat(sale && trade.quantity().compareTo(position.held()) > 0).isFalse();
        bought |= !sale;
        left = left.add(sale ? trade.value() : trade.value().negate());
        left = left.subtract(trade.commission());
      }
      assertThat(found.plan().cash()).isEqualByComparingTo(left);
      assertThat(!bought || left.compareTo(reserve.min(cash)) >= 0).as("run %d", run).isTrue();
      assertThat(found.bound()).isLessThanOrEqualTo(found.objective());
      proven += found.proven() ? 1 : 0;
      assertThat(LotSearch.plan(positions, cash, reserve, COSTS, 1)).isEqualTo(found);
    }
    assertThat(proven).isGreaterThan(200);
  }

  @Test
  void everythingCanBeSoldAlsoWhatIsNoWholeLot() {
    Found found =
        LotSearch.plan(
            List.of(position("107", "10", "20", 0)), BigDecimal.ZERO, BigDecimal.ZERO, COSTS, 1);

    assertThat(found.plan().trades().getFirst().quantity()).isEqualTo(Quantity.of(107));
  }

  @Test
  void withCashBelowTheReserveOnlySalesPayForBuys() {
    Found found =
        LotSearch.plan(
            List.of(position("0", "1", "300", 0.9)),
            new BigDecimal("400"),
            new BigDecimal("500"),
            COSTS,
            1);

    assertThat(found.plan().trades()).isEmpty();
  }

  @Test
  void withoutPositionsOrMoneyThereAreNoTrades() {
    assertThat(LotSearch.plan(List.of(), BigDecimal.TEN, BigDecimal.ZERO, COSTS, 1).plan().trades())
        .isEmpty();
    assertThat(
            LotSearch.plan(
                    List.of(position("0", "1", "10", 0.5)),
                    new BigDecimal("-100"),
                    BigDecimal.ZERO,
                    COSTS,
                    1)
                .plan()
                .trades())
        .isEmpty();
  }

  private static double cheapest(List<LotPosition> positions, BigDecimal cash, BigDecimal reserve) {
    double value = cash.doubleValue();
    for (LotPosition position : positions) {
      value += position.price().multiply(position.held().value()).doubleValue();
    }
    LotChoices[] choices = new LotChoices[positions.size()];
    for (int i = 0; i < choices.length; i++) {
      choices[i] = new LotChoices(positions.get(i), COSTS, value, 1);
    }
    double limit = cash.subtract(reserve).doubleValue() - 1e-6;
    double best = Double.POSITIVE_INFINITY;
    for (long a : choices[0].all()) {
      for (long b : choices[1].all()) {
        for (long c : choices[2].all()) {
          double spent = choices[0].spent(a) + choices[1].spent(b) + choices[2].spent(c);
          if (spent <= limit) {
            best = Math.min(best, choices[0].cost(a) + choices[1].cost(b) + choices[2].cost(c));
          }
        }
      }
    }
    return best;
  }

  private static double distance(List<LotPosition> positions, LotPlan plan, BigDecimal cash) {
    double sum = 0;
    double[] reached = new double[positions.size()];
    for (LotPlan.Trade trade : plan.trades()) {
      reached[trade.position()] = trade.value().doubleValue();
    }
    for (int i = 0; i < reached.length; i++) {
      sum += Math.abs(positions.get(i).target() * cash.doubleValue() - reached[i]);
    }
    return sum;
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
              BigDecimal.valueOf(1000 + random.nextInt(30_000), 2),
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
}
