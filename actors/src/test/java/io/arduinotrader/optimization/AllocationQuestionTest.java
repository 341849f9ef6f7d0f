package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.MarketSamples.APPLE;
import static io.arduinotrader.optimization.MarketSamples.SAP;
import static io.arduinotrader.optimization.MarketSamples.TOTAL;
import static io.arduinotrader.optimization.MarketSamples.VODAFONE;
import static io.arduinotrader.optimization.MarketSamples.bounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Holding;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Limits;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Target;
import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.OptimizationWork.Asset;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllocationQuestionTest {

  @Test
  void weightsAreFractionsOfPositionsAndCash() {
    // 3,000 in SAP, 6,000 in Apple at 1.08 and 1,000 in cash
    Job job =
        new MarketSamples()
            .with(SAP, 0.5)
            .with(APPLE, 0.5)
            .rate(1, "1.08")
            .holding(SAP, 30)
            .holding(APPLE, 60)
            .question()
            .job();

    assertThat(job.assets()).extracting(Asset::isin).containsExactly(SAP.isin(), APPLE.isin());
    assertThat(job.assets().get(0).current()).isEqualTo(0.3, within(1e-12));
    assertThat(job.assets().get(1).current()).isEqualTo(0.6, within(1e-12));
    assertThat(job.budget()).isEqualTo(0.97);
    assertThat(job.wanted()).isFalse();
  }

  @Test
  void statedHoldingsAndCashReplaceTheBooks() {
    AllocationQuestion question =
        new AllocationQuestion(
            new MarketSamples().with(SAP, 0.5).with(TOTAL, 0.5).holding(SAP, 30).market(),
            MarketSamples.SETTINGS,
            List.of(
                new Holding(TOTAL.isin(), Quantity.of(2)),
                new Holding(TOTAL.isin(), Quantity.of(3)),
                new Holding(SAP.isin(), Quantity.ZERO)),
            List.of(),
            Optional.of(Money.of("500.00", Currency.EUR)),
            Limits.none());

    assertThat(question.held(TOTAL.isin())).isEqualTo(Quantity.of(5));
    assertThat(question.held(SAP.isin())).isEqualTo(Quantity.ZERO);
    assertThat(question.total()).isEqualByComparingTo("1000");
    assertThat(question.cash()).isEqualByComparingTo("500");
  }

  @Test
  void theBestScoredThatMayBeBoughtAreConsideredBesidesWhatIsHeld() {
    SecurityRecord notForSale = VODAFONE.withFlags(true, false, true);
    Market market =
        new MarketSamples()
            .with(SAP, 0.9)
            .with(TOTAL, 0.8)
            .with(APPLE, 0.7)
            .with(notForSale, 1.0)
            .rate(1, "1.08")
            .holding(APPLE, 1)
            .market();
    AllocationQuestion question =
        new AllocationQuestion(
            market,
            MarketSamples.settings("arduino-trader.optimization.candidates = 1"),
            List.of(),
            List.of(),
            Optional.empty(),
            Limits.none());

    assertThat(question.securities()).containsExactly(SAP.isin(), APPLE.isin());
  }

  @Test
  void withoutBarsOrPriceASecurityIsNoCandidate() {
    AllocationQuestion question =
        new MarketSamples()
            .with(SAP, 0.9)
            .with(TOTAL, 0.8)
            .with(VODAFONE, 0.7)
            .withoutBars(SAP)
            .withoutQuote(TOTAL)
            .question();

    assertThat(question.securities()).containsExactly(VODAFONE.isin());
    assertThat(question.refusal()).isEmpty();
  }

  @Test
  void boundsComeFromTheUniverseAndTheSettings() {
    List<Asset> assets =
        new MarketSamples()
            .with(bounded(SAP, "2.5", "10"), 0.5)
            .with(bounded(TOTAL, "0", "30"), 0.5)
            .with(VODAFONE, 0.5)
            .question()
            .job()
            .assets();

    assertThat(assets.get(0).minimum()).isEqualTo(0.025);
    assertThat(assets.get(0).maximum()).isEqualTo(0.10);
    assertThat(assets.get(1).maximum()).isEqualTo(0.30); // the owner's word counts, also upwards
    assertThat(assets.get(2).minimum()).isZero();
    assertThat(assets.get(2).maximum()).isEqualTo(0.15);
  }

  @Test
  void whatMayNotBeTradedIsSaid() {
    List<Asset> assets =
        new MarketSamples()
            .with(SAP.withFlags(true, false, true), 0.5)
            .with(TOTAL.withFlags(true, true, false), 0.5)
            .with(VODAFONE.withFlags(false, true, true), 0.5)
            .holding(SAP, 1)
            .holding(VODAFONE, 1)
            .question()
            .job()
            .assets();

    assertThat(assets).extracting(Asset::mayBuy).containsExactly(false, true, false);
    assertThat(assets).extracting(Asset::maySell).containsExactly(true, false, true);
  }

  @Test
  void openOrdersCountAsDone() {
    AllocationQuestion question =
        new MarketSamples()
            .with(SAP, 0.5)
            .with(TOTAL, 0.5)
            .holding(SAP, 30)
            .ordering(SAP, Side.SELL, 10, "0.00")
            .ordering(TOTAL, Side.BUY, 5, "505.00")
            .question();

    assertThat(question.held(SAP.isin())).isEqualTo(Quantity.of(20));
    assertThat(question.held(TOTAL.isin())).isEqualTo(Quantity.of(5));
    assertThat(question.cash()).isEqualByComparingTo("2000"); // 1,000 free and 10 at 100
  }

  @Test
  void groupsHaveTheSecuritiesOfTheirMembers() {
    Job job =
        question(
                new MarketSamples().with(inCountry(SAP, "Germany"), 0.5).with(TOTAL, 0.5),
                MarketSamples.settings(
                    """
                    arduino-trader.optimization.country-groups = [
                      { name = "Europe", members = ["GERMANY", "France"], target = 0.4 } ]
                    """))
            .job();

    assertThat(job.groups())
        .containsExactly(
            new OptimizationWork.Group(OptimizationWork.Family.COUNTRY, "Europe", 0.4, List.of(0)));
  }

  private static AllocationQuestion question(MarketSamples market, TraderSettings settings) {
    return new AllocationQuestion(
        market.market(), settings, List.of(), List.of(), Optional.empty(), Limits.none());
  }

  private static SecurityRecord inCountry(SecurityRecord base, String country) {
    return new SecurityRecord(
        base.isin(),
        base.symbol(),
        base.name(),
        base.exchange(),
        base.currency(),
        base.productType(),
        country,
        base.sector(),
        base.industry(),
        base.minimumLot(),
        base.active(),
        base.allowBuy(),
        base.allowSell(),
        base.minimumTarget(),
        base.maximumTarget());
  }

  @Test
  void statedTargetsKeepTheirOwnBoundsAndTheRestIsSold() {
    Job job =
        new MarketSamples()
            .with(SAP, 0.5)
            .with(TOTAL, 0.5)
            .holding(TOTAL, 10)
            .question(List.of(), List.of(new Target(SAP.isin(), 0.4, 0.1, 0.6)), Limits.none())
            .job();

    assertThat(job.wanted()).isTrue();
    assertThat(job.budget()).isEqualTo(0.4);
    assertThat(job.assets().get(0).wanted()).isEqualTo(0.4);
    assertThat(job.assets().get(0).minimum()).isEqualTo(0.1);
    assertThat(job.assets().get(0).maximum()).isEqualTo(0.6);
    assertThat(job.assets().get(1).wanted()).isZero();
    assertThat(job.assets().get(1).maximum()).isZero();
  }

  @Test
  void targetsOfMoreThanEverythingSpendNoMoreThanThat() {
    Job job =
        new MarketSamples()
            .with(SAP, 0.5)
            .with(TOTAL, 0.5)
            .question(
                List.of(),
                List.of(new Target(SAP.isin(), 0.8, 0, 1), new Target(TOTAL.isin(), 0.7, 0, 1)),
                Limits.none())
            .job();

    assertThat(job.budget()).isEqualTo(1);
  }

  @Test
  void theUsualTurnoverBindsWhoeverNamesNeitherTargetsNorALimit() {
    TraderSettings calm =
        MarketSamples.settings("arduino-trader.optimization.maximum-turnover = \"0.3\"");
    Limits other =
        new Limits(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new BigDecimal("0.1")),
            false);

    assertThat(turnover(calm, List.of(), Limits.none())).contains(0.3);
    assertThat(turnover(calm, List.of(), other)).contains(0.1);
    assertThat(turnover(calm, List.of(new Target(SAP.isin(), 0.4, 0, 1)), Limits.none())).isEmpty();
  }

  private static Optional<Double> turnover(
      TraderSettings settings, List<Target> targets, Limits limits) {
    return new AllocationQuestion(
            new MarketSamples().with(SAP, 0.5).market(),
            settings,
            List.of(),
            targets,
            Optional.empty(),
            limits)
        .job()
        .maximumTurnover();
  }

  /** Of the index only its prices count; nobody buys it for that. */
  @Test
  void wishesAndTheIndexAreThoseOfTheSettings() {
    TraderSettings opinionated =
        MarketSamples.settings(
            """
            arduino-trader.optimization {
              securities = [{ symbol = "tte.fr", preference = 1.5, risk-share = 2 }]
              market.index-securities = ["VOD.UK"]
            }
            """);
    double[] rising = new double[200];
    int[] days = new int[200];
    for (int i = 0; i < 200; i++) {
      days[i] = i + 1;
      rising[i] = i < 199 ? 100 : 120;
    }
    Market market =
        new MarketSamples()
            .with(SAP, 0.5)
            .with(TOTAL, 0.5)
            .with(VODAFONE.withFlags(false, false, true), 0.5)
            .bars(VODAFONE, days, rising)
            .market();

    OptimizationWork.Job job =
        new AllocationQuestion(
                market, opinionated, List.of(), List.of(), Optional.empty(), Limits.none())
            .job();
    List<Isin> isins = job.assets().stream().map(OptimizationWork.Asset::isin).toList();

    assertThat(isins).containsExactlyInAnyOrder(SAP.isin(), TOTAL.isin());
    assertThat(job.aims().preferences().get(isins.indexOf(TOTAL.isin()))).isEqualTo(1.5);
    assertThat(job.aims().preferences().get(isins.indexOf(SAP.isin()))).isEqualTo(1);
    assertThat(job.aims().riskShares().get(isins.indexOf(TOTAL.isin()))).isEqualTo(2);
    assertThat(job.aims().market().index().orElseThrow().distance().orElseThrow())
        .isEqualTo(120 / 100.1 - 1, within(1e-12));
  }

  @Test
  void limitsInMoneyAreFractionsOfTheTotal() {
    Job job =
        new MarketSamples()
            .with(SAP, 0.5)
            .cash("10000.00")
            .question(
                List.of(),
                List.of(),
                new Limits(
                    Optional.of(7),
                    Optional.of(Money.of("250.00", Currency.EUR)),
                    Optional.of(Money.of("500.00", Currency.EUR)),
                    Optional.of(new BigDecimal("0.2")),
                    false))
            .job();

    assertThat(job.minimumWeight()).isEqualTo(0.025);
    assertThat(job.assets().get(0).maximum()).isEqualTo(0.05);
    assertThat(job.maximumPositions()).isEqualTo(7);
    assertThat(job.maximumTurnover()).contains(0.2);
  }
}
