package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.MarketSamples.APPLE;
import static io.arduinotrader.optimization.MarketSamples.NOW;
import static io.arduinotrader.optimization.MarketSamples.SAP;
import static io.arduinotrader.optimization.MarketSamples.TODAY;
import static io.arduinotrader.optimization.MarketSamples.TOTAL;
import static io.arduinotrader.optimization.MarketSamples.VODAFONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.AllocationReply.Allocated;
import io.arduinotrader.protocol.optimization.AllocationReply.Move;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Holding;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Limits;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Target;
import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.RebalancingReply;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.support.ProbeRooms;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.WallMarketClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account of 10,000 EUR: half in SAP, 3,000 in Total, the rest cash. */
class OptimizationDeskTest {

  private static final SecurityRecord RETIRED = VODAFONE.withFlags(false, false, true);
  private static final Market MARKET =
      new MarketSamples()
          .with(SAP, 0.5)
          .with(TOTAL, 0.5)
          .with(RETIRED, 0.5)
          .with(APPLE, 0.5)
          .rate(TODAY - 400, "1.10")
          .rate(TODAY - 150, "1.20")
          .rate(TODAY, "1.08")
          .holding(SAP, 50)
          .holding(TOTAL, 30)
          .cash("2000.00")
          .market();

  private final ActorTestKit kit = EntityKit.create();
  private final ProbeRooms rooms = new ProbeRooms(kit);
  private final TestProbe<AllocationReply> caller = kit.createTestProbe();
  private final ActorRef<OptimizationCommand> desk =
      kit.spawn(
          OptimizationDesk.create(
              rooms,
              new WallMarketClock(() -> NOW),
              MarketCalendars.load(),
              TraderSettings.from(ConfigFactory.load("single-device.conf"))));

  @BeforeEach
  void furnish() {
    kit.spawn(OptimizationWorker.create());
    rooms.answer(
        ValuationQuery.KEY,
        query ->
            ((ValuationQuery.GetValuation) query).replyTo().tell(MarketSamples.valued(MARKET)));
    rooms.answer(
        UniverseCommand.KEY,
        UniverseCommand.DEFAULT_ID,
        command ->
            ((UniverseCommand.GetUniverse) command)
                .replyTo()
                .tell(new UniverseCommand.UniverseView(List.copyOf(MARKET.securities().values()))));
    rooms.answer(MarketDataQuery.KEY, OptimizationDeskTest::answer);
    for (SecurityRecord security : MARKET.securities().values()) {
      rooms.answer(
          SecurityCommand.KEY,
          security.isin().value(),
          command ->
              ((SecurityCommand.GetSecurity) command)
                  .replyTo()
                  .tell(
                      new SecurityCommand.SecurityView(
                          security.isin(), Optional.empty(), List.of(), Optional.empty())));
    }
  }

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void onlyWeightsThatMoveByMoreThanAPointAreTraded() {
    allocate(List.of(), target(SAP, 0.509), target(TOTAL, 0.4));

    Allocated allocated = caller.expectMessageClass(Allocated.class);
    assertThat(allocated.weights())
        .extracting(AllocationReply.TargetWeight::current)
        .containsExactly(0.5, 0.3);
    assertThat(allocated.weights().get(0).target()).isEqualTo(0.509, within(1e-9));
    assertThat(allocated.moves())
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.isin()).isEqualTo(TOTAL.isin());
              assertThat(move.quantity()).isEqualByComparingTo("10");
            });
  }

  @Test
  void whatIsStatedAsHeldIsPricedAlsoWhenItIsNoLongerActive() {
    allocate(List.of(new Holding(RETIRED.isin(), Quantity.of(20))), target(SAP, 0.5));

    Allocated allocated = caller.expectMessageClass(Allocated.class);
    assertThat(allocated.moves()).extracting(Move::isin).contains(RETIRED.isin(), SAP.isin());
  }

  @Test
  void targetsThatContradictEachOtherAreInfeasible() {
    allocate(List.of(), new Target(SAP.isin(), 0.2, 0.2, 0.1), target(TOTAL, 0.3));

    assertThat(caller.expectMessageClass(AllocationReply.Infeasible.class).conflicts())
        .contains("SAP.DE: minimum 20.00 % is above maximum 10.00 %");
  }

  @Test
  void pricesAbroadCountAtTheRatesOfTheirDays() {
    allocate(List.of(), target(SAP, 0.5), target(APPLE, 0.2));

    Allocated allocated = caller.expectMessageClass(Allocated.class);
    assertThat(allocated.weights().get(2).isin()).isEqualTo(APPLE.isin());
    assertThat(allocated.weights().get(2).note()).doesNotStartWith("not in the figures");
  }

  @Test
  void withoutTheAccountThereIsNoAnswerButAReason() {
    rooms.cutOff(ValuationQuery.KEY);
    allocate(List.of(), target(SAP, 0.5));

    assertThat(caller.expectMessageClass(AllocationReply.Refused.class).refusal().code())
        .isEqualTo(RefusalCode.UNAVAILABLE);
  }

  @Test
  void driftIsMeasuredAndPriced() {
    TestProbe<RebalancingReply> other = kit.createTestProbe();
    desk.tell(
        new OptimizationCommand.CalculateRebalancing(
            AccountId.DEFAULT,
            List.of(),
            List.of(target(SAP, 0.3), target(TOTAL, 0.5)),
            Optional.empty(),
            other.getRef()));

    RebalancingReply.Compared compared = other.expectMessageClass(RebalancingReply.Compared.class);
    assertThat(compared.needed()).isTrue();
    assertThat(compared.drift()).isEqualTo(0.2, within(1e-9));
    assertThat(compared.moves()).hasSize(2);
    // to the edges of the bands: 18 sold, so that 18 are bought; 2 + 3.60 for each
    assertThat(compared.moves())
        .extracting(move -> move.quantity().intValueExact())
        .containsExactly(18, 18);
    assertThat(compared.estimatedCost()).hasToString("11.20 EUR");
    assertThat(compared.terms().status()).isEqualTo(OptimizationWork.Status.OPTIMAL);
    assertThat(compared.terms().method()).isEqualTo("nearest to the given weights");
  }

  @Test
  void widerBandsHoldMore() {
    ActorRef<OptimizationCommand> patient =
        kit.spawn(
            OptimizationDesk.create(
                rooms,
                new WallMarketClock(() -> NOW),
                MarketCalendars.load(),
                MarketSamples.settings("arduino-trader.optimization.bands.large = 0.7")));
    TestProbe<RebalancingReply> other = kit.createTestProbe();
    patient.tell(
        new OptimizationCommand.CalculateRebalancing(
            AccountId.DEFAULT,
            List.of(),
            List.of(target(SAP, 0.3), target(TOTAL, 0.5)),
            Optional.empty(),
            other.getRef()));

    assertThat(other.expectMessageClass(RebalancingReply.Compared.class).needed()).isFalse();
  }

  @Test
  void driftFromWhatIsNotAsAskedSaysSo() {
    RebalancingReply.Compared compared =
        (RebalancingReply.Compared) rebalanced(target(SAP, 0.8), target(TOTAL, 0.7));

    assertThat(compared.terms().status()).isEqualTo(OptimizationWork.Status.CLIPPED);
    assertThat(compared.terms().rows())
        .containsExactly(
            "SAP.DE: 80.00 % asked, 53.33 % possible",
            "TTE.FR: 70.00 % asked, 46.67 % possible",
            "sum of the wanted weights: 150.00 % asked, 100.00 % possible");
  }

  @Test
  void withoutTargetsThatKeepTheLimitsThereIsNoDrift() {
    RebalancingReply reply = rebalanced(new Target(SAP.isin(), 0.2, 0.2, 0.1), target(TOTAL, 0.3));

    assertThat(((RebalancingReply.Infeasible) reply).conflicts())
        .contains("SAP.DE: minimum 20.00 % is above maximum 10.00 %");
  }

  private RebalancingReply rebalanced(Target... targets) {
    TestProbe<RebalancingReply> other = kit.createTestProbe();
    desk.tell(
        new OptimizationCommand.CalculateRebalancing(
            AccountId.DEFAULT, List.of(), List.of(targets), Optional.empty(), other.getRef()));
    return other.receiveMessage(Duration.ofSeconds(30));
  }

  private void allocate(List<Holding> holdings, Target... targets) {
    desk.tell(
        new OptimizationCommand.OptimizeAllocation(
            AccountId.DEFAULT,
            holdings,
            List.of(targets),
            Optional.empty(),
            Limits.none(),
            caller.getRef()));
  }

  private static Target target(SecurityRecord security, double weight) {
    return new Target(security.isin(), weight, 0, 1);
  }

  /** The market data of what is asked for, and of nothing else. */
  private static void answer(MarketDataQuery query) {
    switch (query) {
      case MarketDataQuery.GetQuotes quotes ->
          quotes
              .replyTo()
              .tell(
                  new MarketDataQuery.Quotes(
                      quotes.isins().stream().map(MARKET.quotes()::get).toList(),
                      List.of(),
                      List.of(MARKET.newestRate(Currency.USD).orElseThrow())));
      case MarketDataQuery.GetBars bars ->
          bars.replyTo()
              .tell(
                  new MarketDataQuery.Bars(
                      bars.isins().stream().map(MARKET.bars()::get).toList(), List.of()));
      case MarketDataQuery.GetScores scores -> throw new AssertionError(scores);
      case MarketDataQuery.GetRates rates -> throw new AssertionError(rates);
      case MarketDataQuery.GetRateHistory rates -> {
        assertThat(rates.quotes()).containsExactly(Currency.USD);
        rates.replyTo().tell(new MarketDataQuery.RateHistory(MARKET.rates()));
      }
      case MarketDataQuery.GetMetrics metrics -> throw new AssertionError(metrics);
    }
  }
}
