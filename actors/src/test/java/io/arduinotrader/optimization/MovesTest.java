package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.MarketSamples.APPLE;
import static io.arduinotrader.optimization.MarketSamples.SAP;
import static io.arduinotrader.optimization.MarketSamples.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.optimization.domain.trades.CostRules;
import io.arduinotrader.optimization.domain.weights.Weights;
import io.arduinotrader.protocol.optimization.AllocationReply.Move;
import io.arduinotrader.protocol.optimization.AllocationReply.TargetWeight;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Limits;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Target;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovesTest {

  private static final CostRules COSTS =
      new CostRules(new BigDecimal("2.00"), new BigDecimal("0.002"), new BigDecimal("0.01"));

  @Test
  void whatIsTooHeavyIsSoldAndWhatIsMissingBought() {
    Moves.Trades trades =
        trades(
            market(SAP, TOTAL).holding(SAP, 60).cash("4000.00"),
            false,
            weight(SAP, 0.6, 0.3),
            weight(TOTAL, 0, 0.5));

    assertThat(trades.moves()).extracting(Move::side).containsExactly(Side.SELL, Side.BUY);
    Move sale = trades.moves().get(0);
    assertThat(sale.quantity()).isEqualByComparingTo("30");
    assertThat(sale.value()).hasToString("3000.00 EUR");
    assertThat(sale.currentWeight()).isEqualTo(0.6);
    assertThat(sale.targetWeight()).isEqualTo(0.3);
    assertThat(trades.moves().get(1).quantity()).isEqualByComparingTo("50");
    assertThat(trades.commissions()).hasToString("20.00 EUR"); // 2 + 6.00 and 2 + 10.00
  }

  @Test
  void aWeightThatIsNotWorthATradeStaysAsItIs() {
    Market market = market(SAP, TOTAL).holding(SAP, 60).cash("4000.00").market();
    AllocationQuestion question = market(SAP, TOTAL).holding(SAP, 60).cash("4000.00").question();

    Moves.Trades trades =
        new Moves(market, question, COSTS, 1)
            .towards(
                List.of(weight(SAP, 0.6, 0.5), weight(TOTAL, 0, 0.3)),
                question.job(),
                Weights.of(0.5, 0.3),
                false,
                weight -> weight.isin().equals(TOTAL.isin()));

    assertThat(trades.moves()).extracting(Move::isin).containsExactly(TOTAL.isin());
  }

  @Test
  void fractionsAreTradedOnlyWhenAllowed() {
    MarketSamples market = market(SAP).cash("1000.00");

    assertThat(quantity(trades(market, false, weight(SAP, 0, 0.555)))).isEqualByComparingTo("6");
    assertThat(quantity(trades(market, false, weight(SAP, 0, 0.545)))).isEqualByComparingTo("5");
    assertThat(quantity(trades(market, true, weight(SAP, 0, 0.555)))).isEqualByComparingTo("5.55");
  }

  @Test
  void sharesInAnotherCurrencyAreCountedAtTheirPriceInTheBaseCurrency() {
    Moves.Trades trades =
        trades(
            new MarketSamples().with(APPLE, 0.5).rate(1, "1.08").cash("10000.00"),
            false,
            weight(APPLE, 0, 0.5));

    assertThat(quantity(trades)).isEqualByComparingTo("50");
  }

  @Test
  void whatMayNotBeTradedIsNot() {
    SecurityRecord notForSale = SAP.withFlags(true, true, false);
    SecurityRecord retired = TOTAL.withFlags(false, true, true);

    assertThat(
            trades(
                    market(notForSale).holding(notForSale, 60).cash("4000.00"),
                    false,
                    weight(notForSale, 0.6, 0.1))
                .moves())
        .isEmpty();
    assertThat(trades(market(retired).cash("4000.00"), false, weight(retired, 0, 0.5)).moves())
        .isEmpty();
  }

  @Test
  void aTradeWhoseCommissionEatsTooMuchOfItIsNotMade() {
    assertThat(trades(market(SAP).cash("1000.00"), false, weight(SAP, 0, 0.2)).moves()).isEmpty();
  }

  private static MarketSamples market(SecurityRecord... securities) {
    MarketSamples market = new MarketSamples();
    for (SecurityRecord security : securities) {
      market.with(security, 0.5);
    }
    return market;
  }

  private static Moves.Trades trades(
      MarketSamples market, boolean fractional, TargetWeight... weights) {
    AllocationQuestion question =
        market.question(
            List.of(),
            Arrays.stream(weights)
                .map(weight -> new Target(weight.isin(), weight.target(), 0, 1))
                .toList(),
            Limits.none());
    return new Moves(market.market(), question, COSTS, 1)
        .towards(
            List.of(weights),
            question.job(),
            Weights.of(Arrays.stream(weights).mapToDouble(TargetWeight::target).toArray()),
            fractional,
            weight -> true);
  }

  private static BigDecimal quantity(Moves.Trades trades) {
    return trades.moves().getFirst().quantity();
  }

  private static TargetWeight weight(SecurityRecord security, double current, double target) {
    return new TargetWeight(security.isin(), security.symbol(), current, target, "");
  }
}
