package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.MarketSamples.NOW;
import static io.arduinotrader.optimization.MarketSamples.SAP;
import static io.arduinotrader.optimization.MarketSamples.TOTAL;
import static io.arduinotrader.optimization.MarketSamples.VODAFONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.optimization.OptimizationWork.ReturnFigures;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.support.ProbeRooms;
import io.arduinotrader.support.calendar.WallMarketClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SAP is scored, TOTAL is not yet, and nobody holds or names the retired Vodafone. */
class MarketBriefingTest {

  private static final SecurityRecord RETIRED = VODAFONE.withFlags(false, false, true);
  private static final Market MARKET =
      new MarketSamples().with(SAP, 0.5).with(TOTAL, 0.5).with(RETIRED, 0.5).market();

  private final ActorTestKit kit = EntityKit.create();
  private final ProbeRooms rooms = new ProbeRooms(kit);
  private final MarketBriefing briefing =
      new MarketBriefing(
          rooms,
          new WallMarketClock(() -> NOW),
          Duration.ofSeconds(30),
          TraderSettings.from(ConfigFactory.load("single-device.conf")).optimization());

  @BeforeEach
  void furnish() {
    rooms.answer(
        ValuationQuery.KEY,
        query ->
            ((ValuationQuery.GetValuation) query)
                .replyTo()
                .tell(new ValuationQuery.Unvaluable(List.of(Currency.USD))));
    rooms.answer(
        UniverseCommand.KEY,
        UniverseCommand.DEFAULT_ID,
        command ->
            ((UniverseCommand.GetUniverse) command)
                .replyTo()
                .tell(new UniverseCommand.UniverseView(List.copyOf(MARKET.securities().values()))));
    rooms.answer(MarketDataQuery.KEY, MarketBriefingTest::answer);
    known(SAP, Optional.of(score()));
    known(TOTAL, Optional.empty());
    known(RETIRED, Optional.of(score()));
  }

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void growthAndScoreAreThoseOfOneScoreAndWhatIsNotMeasuredStaysUnknown() {
    valued();

    Market market = market(List.of());

    assertThat(market.figures(SAP.isin()))
        .isEqualTo(
            new ReturnFigures(
                OptionalDouble.of(0.07), OptionalDouble.empty(), OptionalDouble.of(0.625), 0.54));
    assertThat(market.figures(TOTAL.isin())).isEqualTo(ReturnFigures.UNKNOWN);
  }

  @Test
  void whatIsRetiredIsAskedForOnlyByName() {
    valued();

    assertThat(market(List.of()).quotes()).containsOnlyKeys(SAP.isin(), TOTAL.isin());
    assertThat(market(List.of(RETIRED.isin())).quotes())
        .containsOnlyKeys(SAP.isin(), TOTAL.isin(), RETIRED.isin());
  }

  @Test
  void anAccountThatCannotBeValuedIsNoEmptyAccount() {
    assertThatThrownBy(() -> market(List.of()))
        .rootCause()
        .hasMessage("no exchange rate is known for [USD]");
  }

  @Test
  void pricesThatCannotBeReadAreNoMissingPrices() {
    valued();
    rooms.answer(
        MarketDataQuery.KEY,
        query -> {
          if (query instanceof MarketDataQuery.GetBars bars) {
            bars.replyTo().tell(new MarketDataQuery.Unreadable("the disk is gone"));
          } else {
            answer(query);
          }
        });

    assertThatThrownBy(() -> market(List.of())).rootCause().hasMessage("the disk is gone");
  }

  private Market market(List<Isin> named) {
    return briefing
        .market(AccountId.DEFAULT, named)
        .toCompletableFuture()
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  private void known(SecurityRecord security, Optional<SecurityScore> score) {
    rooms.answer(
        SecurityCommand.KEY,
        security.isin().value(),
        command ->
            ((SecurityCommand.GetSecurity) command)
                .replyTo()
                .tell(new SecurityView(security.isin(), Optional.empty(), List.of(), score)));
  }

  private void valued() {
    rooms.answer(
        ValuationQuery.KEY,
        query ->
            ((ValuationQuery.GetValuation) query).replyTo().tell(MarketSamples.valued(MARKET)));
  }

  private static SecurityScore score() {
    return new SecurityScore(
        SAP.isin(),
        SAP.symbol(),
        LocalDate.ofEpochDay(100),
        0.625,
        "B",
        50,
        0.54,
        List.of(),
        Map.of(SecurityMetric.GROWTH_5_YEARS, 0.07),
        Optional.empty(),
        Digest.of("inputs".getBytes(StandardCharsets.UTF_8)),
        NOW);
  }

  private static void answer(MarketDataQuery query) {
    switch (query) {
      case MarketDataQuery.GetQuotes quotes ->
          quotes
              .replyTo()
              .tell(
                  new MarketDataQuery.Quotes(
                      quotes.isins().stream().map(MARKET.quotes()::get).toList(),
                      List.of(),
                      List.of()));
      case MarketDataQuery.GetBars bars ->
          bars.replyTo().tell(new MarketDataQuery.Bars(List.of(), List.of()));
      case MarketDataQuery.GetRateHistory rates ->
          rates.replyTo().tell(new MarketDataQuery.RateHistory(List.of()));
      default -> throw new AssertionError(query);
    }
  }
}
