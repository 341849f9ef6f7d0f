package io.arduinotrader.planning.domain;

import static io.arduinotrader.planning.domain.GapPlannerTest.plan;
import static io.arduinotrader.planning.domain.Jobs.blocked;
import static io.arduinotrader.planning.domain.Jobs.candidate;
import static io.arduinotrader.planning.domain.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningWork.Candidate;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A buy is planned only as far as the cash covers its worst price, costs and margins. */
class AffordableBuysTest {

  private static final FxRate DOLLARS =
      new FxRate(Currency.EUR, Currency.USD, new BigDecimal("1.08"), Jobs.NOW, "test");

  /** Nine shares at worst cost 918.00, commission and spread of that 2.295, and the fee 2.00. */
  @ParameterizedTest
  @CsvSource({"922.30, 9", "922.29, 8"})
  void theWorstPriceAndItsCostsMustBePaidFor(String cash, String shares) {
    assertThat(bought(plan(job(cash, candidate(0, 0, 1.0))))).isEqualTo(Quantity.of(shares));
  }

  /** The same with a margin of 2 % on 922.295 for the exchange: 940.7409. */
  @ParameterizedTest
  @CsvSource({"940.75, 9", "940.74, 8"})
  void anExchangeNeedsAMargin(String cash, String shares) {
    assertThat(bought(plan(job(cash, inDollars(candidate(0, 0, 1.0))))))
        .isEqualTo(Quantity.of(shares));
  }

  @Test
  void aStepInAnotherCurrencyIsPricedInItAndValuedInTheBaseCurrency() {
    Plan.Step step = plan(job("10000", inDollars(candidate(0, 0, 0.5)))).steps().getFirst();

    assertThat(step.quantity()).isEqualTo(Quantity.of(50));
    assertThat(step.price()).hasToString("108 USD");
    assertThat(step.value()).hasToString("5000.00 EUR");
    assertThat(step.cost()).hasToString("14.50 EUR");
  }

  @Test
  void theCashFloorIsNotTouched() {
    Plan plan = plan(job("1000", new Bounds().minimumCash("500").limits(), candidate(0, 0, 1.0)));

    assertThat(bought(plan)).isEqualTo(Quantity.of(4));
  }

  @Test
  void whenNotOneLotCanBePaidTheMissingCashIsNamed() {
    Plan plan =
        plan(
            job(
                "550",
                new Bounds().minimumCash("500").limits(),
                candidate(0, 0, 0.4),
                blocked(candidate(1, 5, 0.0))));

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.rejected())
        .contains(
            new Plan.Rejected(
                Side.BUY,
                Jobs.ISINS.get(0),
                Jobs.symbol(0),
                RefusalCode.INSUFFICIENT_FUNDS,
                "the cash left to spend, 50.00 EUR, does not pay for one lot"));
  }

  @Test
  void cashBelowTheFloorBuysNothing() {
    Plan plan =
        plan(
            job(
                "-100.00",
                new Bounds().minimumCash("500").limits(),
                candidate(0, 0, 0.5),
                blocked(candidate(1, 50, 0.4))));

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.rejected())
        .extracting(Plan.Rejected::reason)
        .contains("the cash left to spend, 0.00 EUR, does not pay for one lot");
  }

  @Test
  void whatASaleBringsPaysForTheNextBuy() {
    Plan plan = plan(job("0", candidate(0, 100, 0.5), candidate(1, 0, 0.5)));

    // 5,000 less 14.50 come in; 48 shares at worst need 4,896.00, 12.24 of it and 2.00
    assertThat(plan.steps())
        .extracting(Plan.Step::quantity)
        .containsExactly(Quantity.of(50), Quantity.of(48));
  }

  private static Quantity bought(Plan plan) {
    return plan.steps().getFirst().quantity();
  }

  private static Candidate inDollars(Candidate candidate) {
    return Jobs.priced(candidate, "1", Price.of("108", Currency.USD), DOLLARS);
  }
}
