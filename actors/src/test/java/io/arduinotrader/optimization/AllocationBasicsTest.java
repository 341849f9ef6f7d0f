package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.MarketSamples.APPLE;
import static io.arduinotrader.optimization.MarketSamples.SAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Limits;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What there is to allocate, and questions that have no answer. */
class AllocationBasicsTest {

  @Test
  void theReserveIsAShareOfTheTotalAndNeverBelowTheLeast() {
    MarketSamples market = new MarketSamples().with(SAP, 0.5).holding(SAP, 90);

    assertThat(market.question().reserve()).isEqualByComparingTo("300");
    AllocationQuestion least =
        question(market, MarketSamples.settings("arduino-trader.planning.minimum-cash = 500"));
    assertThat(least.reserve()).isEqualByComparingTo("500");
    assertThat(least.job().budget()).isEqualTo(0.95, within(1e-12));
  }

  @Test
  void moreReserveThanThereIsLeavesNothingToInvest() {
    MarketSamples market = new MarketSamples().with(SAP, 0.5).cash("400.00");

    assertThat(
            question(market, MarketSamples.settings("arduino-trader.planning.minimum-cash = 500"))
                .job()
                .budget())
        .isZero();
  }

  @Test
  void twoTargetsForOneSecurityAreRefused() {
    Target target = new Target(SAP.isin(), 0.4, 0, 1);

    assertThat(
            new MarketSamples()
                .with(SAP, 0.5)
                .question(List.of(), List.of(target, target), Limits.none())
                .refusal()
                .map(Refusal::code))
        .contains(RefusalCode.CONFLICT);
  }

  @Test
  void whatIsNoWeightIsRefused() {
    for (double nonsense : new double[] {-0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThat(
              new MarketSamples()
                  .with(SAP, 0.5)
                  .question(
                      List.of(), List.of(new Target(SAP.isin(), nonsense, 0, 1)), Limits.none())
                  .refusal()
                  .map(Refusal::code))
          .contains(RefusalCode.CONFLICT);
    }
  }

  @Test
  void moreDebtThanPositionsIsNothingToWorkWith() {
    AllocationQuestion question =
        new MarketSamples().with(SAP, 0.5).holding(SAP, 1).cash("-100.00").question();

    assertThat(question.refusal())
        .contains(
            Refusal.of(
                RefusalCode.NOTHING_TO_WORK_WITH, "positions and cash are worth 0.00 together"));
  }

  @Test
  void aSecurityNobodyKnowsIsRefused() {
    AllocationQuestion question =
        new MarketSamples()
            .with(SAP, 0.5)
            .question(List.of(), List.of(new Target(APPLE.isin(), 0.4, 0, 1)), Limits.none());

    assertThat(question.refusal())
        .contains(Refusal.of(RefusalCode.UNKNOWN_SECURITY, "US0378331005 is not in the universe"));
  }

  @Test
  void whatCannotBeValuedIsRefused() {
    AllocationQuestion noRate = new MarketSamples().with(APPLE, 0.5).holding(APPLE, 1).question();
    AllocationQuestion noQuote =
        new MarketSamples().with(SAP, 0.5).withoutQuote(SAP).holding(SAP, 1).question();

    assertThat(noRate.refusal().map(Refusal::code)).contains(RefusalCode.PRICE_NOT_POSITIVE);
    assertThat(noQuote.refusal().map(Refusal::code)).contains(RefusalCode.PRICE_NOT_POSITIVE);
  }

  @Test
  void withoutPositionsAndCashThereIsNothingToWeigh() {
    assertThat(new MarketSamples().with(SAP, 0.5).cash("0.00").question().refusal())
        .map(Refusal::code)
        .contains(RefusalCode.NOTHING_TO_WORK_WITH);
  }

  private static AllocationQuestion question(MarketSamples market, TraderSettings settings) {
    return new AllocationQuestion(
        market.market(), settings, List.of(), List.of(), Optional.empty(), Limits.none());
  }
}
