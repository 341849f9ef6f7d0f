package io.arduinotrader.scoring;

import static io.arduinotrader.scoring.ScoringHouse.APPLE;
import static io.arduinotrader.scoring.ScoringHouse.SAP;
import static io.arduinotrader.scoring.ScoringHouse.SONY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.scoring.PortfolioStanding;
import io.arduinotrader.protocol.scoring.ScoreExplanation;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.scoring.ScoringReply;
import io.arduinotrader.protocol.scoring.ScoringReply.Scored;
import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.calendar.WallMarketClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScoringDeskTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ScoringHouse house = new ScoringHouse();
  private final TestProbe<ScoringReply> caller = house.kit.createTestProbe();

  @AfterEach
  void close() {
    house.kit.shutdownTestKit();
  }

  @Test
  void aScoreSaysHowTheSecurityFitsTheAccount() {
    SecurityScore held = score(SAP);
    SecurityScore fresh = score(SONY);

    assertThat(part(held, "diversification", "country").raw()).isEqualTo(-1);
    assertThat(part(held, "diversification", "averaging").raw())
        .isEqualTo(house.held() / (house.held() + 4000), within(1e-9));
    assertThat(part(fresh, "diversification", "country").raw()).isEqualTo(1);
    assertThat(group(fresh, "diversification").score())
        .isGreaterThan(group(held, "diversification").score());
  }

  @Test
  void withoutAnAccountThatGroupIsMissingAndNothingElse() {
    house.account.set(new ValuationQuery.Unreadable("no books"));

    SecurityScore score = score(SAP);

    assertThat(score.groups())
        .extracting(SecurityScore.Group::name)
        .doesNotContain("diversification");
    assertThat(score.coverage()).isLessThan(0.6);
  }

  @Test
  void aScoreThatOnlyLacksTheAccountIsAnsweredAndNotKept() {
    SecurityScore kept = score(SAP);
    house.account.set(new ValuationQuery.Unreadable("no books"));

    Scored scored = scored(List.of(SAP.isin()));

    assertThat(scored.scores()).hasSize(1);
    assertThat(scored.notStored()).isEqualTo("The account's value is not known: no books.");
    assertThat(house.state(SAP.isin()).latestScore()).contains(kept);
    house.account.set(ScoringHouse.valued(ScoringHouse.account("6000.00", "4000.00")));
    assertThat(scored(List.of(SAP.isin())).notStored()).isEmpty();
  }

  @Test
  void theSameInputsGiveTheSameStoredScore() {
    SecurityScore first = score(SAP);
    SecurityScore again = score(SAP);

    assertThat(again).isEqualTo(first);
    assertThat(house.state(SAP.isin()).latestScore()).contains(first);
    assertThat(house.state(SAP.isin()).noteScore(again, ScoringHouse.NOW)).isEmpty();
  }

  @Test
  void pricesOfTheMomentAreNoInputOfTheDay() {
    SecurityScore first = score(SAP);
    house.account.set(ScoringHouse.valued(ScoringHouse.account("9000.00", "4000.00")));

    assertThat(score(SAP)).isEqualTo(first);
  }

  @Test
  void otherInputsOfTheSameDayAreAnotherScoreAndTheFirstOnesAreTheFirstAgain() {
    SecurityScore first = score(SAP);
    house.account.set(ScoringHouse.valued(ScoringHouse.account("6000.00", "1000.00")));

    SecurityScore second = score(SAP);
    house.account.set(ScoringHouse.valued(ScoringHouse.account("6000.00", "4000.00")));

    assertThat(second.inputsHash()).isNotEqualTo(first.inputsHash());
    assertThat(second.asOf()).isEqualTo(first.asOf());
    assertThat(score(SAP)).isEqualTo(first);
    assertThat(house.state(SAP.isin()).latestScore()).contains(first);
  }

  @Test
  void whatPlanningAndOptimizationReadIsThere() {
    assertThat(score(SAP).metrics())
        .containsKeys(
            SecurityMetric.GROWTH_5_YEARS,
            SecurityMetric.SHARPE,
            SecurityMetric.SORTINO,
            SecurityMetric.VOLATILITY,
            SecurityMetric.MAXIMUM_DRAWDOWN,
            SecurityMetric.MOMENTUM,
            SecurityMetric.YEAR_HIGH,
            SecurityMetric.LONG_AVERAGE,
            SecurityMetric.QUALITY)
        .doesNotContainKeys(
            SecurityMetric.GROWTH_10_YEARS,
            SecurityMetric.DIVIDEND_YIELD,
            SecurityMetric.PAYOUT_RATIO);
  }

  @Test
  void thePortfolioCountsItsCashAsNeitherGoodNorBad() {
    PortfolioStanding standing = portfolio(List.of(SAP.isin())).standing();

    assertThat(standing.cashShare()).isEqualTo(0.4);
    assertThat(standing.dividend()).isEqualTo(50);
    assertThat(standing.total())
        .isEqualTo(
            0.4 * standing.diversification() + 0.3 * standing.dividend() + 0.3 * standing.quality(),
            within(1e-9));
    assertThat(standing.endState()).isBetween(0.0, 1.0);
    assertThat(portfolio(List.of()).holdings().scores()).isEmpty();
    assertThat(portfolio(List.of()).standing()).isEqualTo(standing);
  }

  @Test
  void anExplanationAddsUpAndStoresNothing() {
    ScoreExplanation explained = explained(SAP.isin());
    SecurityScore score = explained.score().orElseThrow();
    double sum =
        explained.groups().stream()
            .mapToDouble(group -> group.weight() * group.score().orElse(0))
            .sum();

    assertThat(sum).isEqualTo(score.total(), within(1e-9));
    assertThat(explained.groups()).hasSize(8);
    assertThat(explained.groups().stream().mapToInt(group -> group.parts().size()).sum())
        .isEqualTo(19);
    assertThat(house.state(SAP.isin()).latestScore()).isEmpty();
  }

  @Test
  void anExplanationWeighsBuyingAndSelling() {
    ScoreExplanation held = explained(SAP.isin());
    ScoreExplanation other = explained(SONY.isin());

    assertThat(held.sale().orElseThrow().profit()).isEqualTo(0.5, within(1e-9));
    assertThat(held.sale().orElseThrow().parts()).hasSize(5);
    assertThat(held.sale().orElseThrow().windfall()).isPresent();
    assertThat(other.sale()).isEmpty();
    ScoreExplanation.Purchase purchase = other.purchase().orElseThrow();
    assertThat(purchase.after().diversification())
        .isGreaterThan(purchase.before().diversification());
    assertThat(purchase.after().cashShare()).isEqualTo(0.3, within(1e-9));
  }

  @Test
  void anAgeIsThatOfWhereTheFigureComesFrom() {
    LocalDate told = ScoringHouse.TODAY.minusDays(40);
    BarColumns paid = paying(ScoringHouse.walk(SAP.isin()));
    house.bars.put(SAP.isin(), paid);
    house.tell(SAP.isin(), figures(told, OptionalDouble.empty()));

    ScoreExplanation byPrices = explained(SAP.isin());
    house.tell(SAP.isin(), figures(told, OptionalDouble.of(0.02)));
    ScoreExplanation byCompany = explained(SAP.isin());

    assertThat(day(byPrices, "opportunity", "pe_ratio")).isEqualTo(told);
    assertThat(day(byPrices, "dividends", "yield")).isEqualTo(ScoringHouse.TODAY);
    assertThat(day(byPrices, "diversification", "country")).isEqualTo(ScoringHouse.TODAY);
    assertThat(day(byCompany, "dividends", "yield")).isEqualTo(told);
  }

  /** The same bars as those of a share that paid a fiftieth of its price half a year ago. */
  private static BarColumns paying(BarColumns bars) {
    double[] adjusted = bars.adjustedClose().clone();
    for (int i = 0; i < adjusted.length - 180; i++) {
      adjusted[i] *= 0.98;
    }
    return new BarColumns(
        bars.isin(),
        bars.currency(),
        bars.days(),
        bars.open(),
        bars.high(),
        bars.low(),
        bars.close(),
        adjusted,
        bars.volume());
  }

  private static Fundamentals figures(LocalDate asOf, OptionalDouble dividendYield) {
    return new Fundamentals(
        asOf,
        OptionalDouble.empty(),
        OptionalDouble.of(18),
        dividendYield,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        "test");
  }

  private static LocalDate day(ScoreExplanation explained, String group, String part) {
    return explained.groups().stream()
        .filter(each -> each.name().equals(group))
        .flatMap(each -> each.parts().stream())
        .filter(each -> each.name().equals(part))
        .findFirst()
        .orElseThrow()
        .known()
        .orElseThrow()
        .day();
  }

  @Test
  void whatIsNotInTheUniverseIsRefused() {
    TestProbe<ScoringReply.ExplanationReply> asker = house.kit.createTestProbe();
    house.desk.tell(
        new ScoringCommand.ExplainScore(new Isin("FR0000120271"), 1000, asker.getRef()));

    ScoringReply.Refused refused = (ScoringReply.Refused) asker.receiveMessage(PATIENCE);

    assertThat(refused.refusal().code()).isEqualTo(RefusalCode.UNKNOWN_SECURITY);
  }

  @Test
  void unusablePricesAreAReasonAndNoFailure() {
    double[] closes = ScoringHouse.walk(APPLE.isin()).close().clone();
    closes[500] = Double.NaN;
    house.bars.put(APPLE.isin(), ScoringHouse.columns(APPLE.isin(), closes));
    double[] constant = new double[2000];
    Arrays.fill(constant, 100);
    house.bars.put(SONY.isin(), ScoringHouse.columns(SONY.isin(), constant));

    Scored scored = scored(List.of());

    assertThat(scored.scores()).extracting(SecurityScore::isin).contains(SAP.isin(), SONY.isin());
    assertThat(scored.unscored())
        .singleElement()
        .satisfies(
            unscored -> {
              assertThat(unscored.isin()).isEqualTo(APPLE.isin());
              assertThat(unscored.cause()).isEqualTo(ScoringReply.Unscored.Cause.UNSCORABLE);
              assertThat(unscored.reason()).startsWith("stored prices cannot be used: close of ");
            });
    house.account.set(ScoringHouse.valued(ScoringHouse.account(APPLE, "6000.00", "4000.00")));
    ScoreExplanation.Sale sale = explained(APPLE.isin()).sale().orElseThrow();
    assertThat(sale.score()).isBetween(0.0, 1.0);
    assertThat(sale.parts().get("drawdown")).isEqualTo(0.3);
    assertThat(sale.quantity()).isPositive();
    SecurityScore flat =
        scored.scores().stream()
            .filter(score -> score.isin().equals(SONY.isin()))
            .findFirst()
            .orElseThrow();
    assertThat(flat.metric(SecurityMetric.SHARPE)).isEmpty();
    assertThat(flat.metric(SecurityMetric.GROWTH_5_YEARS)).hasValue(0);
  }

  @Test
  void aFullQueueIsAFailureAndNoWordAboutTheSecurity() {
    ActorRef<ScoringCommand> narrow =
        house.kit.spawn(
            ScoringDesk.create(
                house.rooms,
                new WallMarketClock(() -> ScoringHouse.NOW),
                new ScoringDesk.Limits(0, PATIENCE, PATIENCE),
                ScoringHouse.STANDARDS));
    narrow.tell(
        new ScoringCommand.ScoreSecurities(
            List.of(SAP.isin(), new Isin("FR0000120271")), List.of(), caller.getRef()));

    Scored scored = (Scored) caller.receiveMessage(PATIENCE);

    assertThat(scored.unscored())
        .extracting(ScoringReply.Unscored::cause)
        .containsExactly(ScoringReply.Unscored.Cause.FAILED, ScoringReply.Unscored.Cause.UNKNOWN);
    assertThat(portfolio(narrow, List.of(SONY.isin())).holdings().unscored())
        .as("a holding nobody asked for, which the standing lacks")
        .extracting(ScoringReply.Unscored::isin)
        .containsExactly(SAP.isin());
  }

  @Test
  void pricesThatCannotBeReadAreNoScores() {
    house.rooms.answer(
        MarketDataQuery.KEY,
        query ->
            ((MarketDataQuery.GetBars) query)
                .replyTo()
                .tell(new MarketDataQuery.Unreadable("the table is gone")));
    house.desk.tell(
        new ScoringCommand.ScoreSecurities(List.of(SAP.isin()), List.of(), caller.getRef()));

    ScoringReply.Refused refused = (ScoringReply.Refused) caller.receiveMessage(PATIENCE);

    assertThat(refused.refusal().code()).isEqualTo(RefusalCode.UNAVAILABLE);
  }

  private Scored scored(List<Isin> isins) {
    house.desk.tell(new ScoringCommand.ScoreSecurities(isins, List.of(), caller.getRef()));
    return (Scored) caller.receiveMessage(PATIENCE);
  }

  private SecurityScore score(SecurityRecord security) {
    return scored(List.of(security.isin())).scores().getFirst();
  }

  private ScoringReply.PortfolioScored portfolio(List<Isin> isins) {
    return portfolio(house.desk, isins);
  }

  private ScoringReply.PortfolioScored portfolio(ActorRef<ScoringCommand> desk, List<Isin> isins) {
    TestProbe<ScoringReply.PortfolioReply> asker = house.kit.createTestProbe();
    desk.tell(
        new ScoringCommand.ScorePortfolio(
            ScoringHouse.account("6000.00", "4000.00"), isins, asker.getRef()));
    return (ScoringReply.PortfolioScored) asker.receiveMessage(PATIENCE);
  }

  private ScoreExplanation explained(Isin isin) {
    TestProbe<ScoringReply.ExplanationReply> asker = house.kit.createTestProbe();
    house.desk.tell(new ScoringCommand.ExplainScore(isin, 1000, asker.getRef()));
    return ((ScoringReply.Explained) asker.receiveMessage(PATIENCE)).explanation();
  }

  private static SecurityScore.Group group(SecurityScore score, String name) {
    return score.groups().stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static SecurityScore.Part part(SecurityScore score, String group, String name) {
    Optional<SecurityScore.Part> found =
        group(score, group).parts().stream().filter(part -> part.name().equals(name)).findFirst();
    return found.orElseThrow();
  }
}
