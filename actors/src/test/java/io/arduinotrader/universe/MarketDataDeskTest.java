package io.arduinotrader.universe;

import static io.arduinotrader.universe.DeskHouse.BUDGET;
import static io.arduinotrader.universe.DeskHouse.TODAY;
import static io.arduinotrader.universe.domain.Samples.APPLE;
import static io.arduinotrader.universe.domain.Samples.APPLE_ISIN;
import static io.arduinotrader.universe.domain.Samples.NOON;
import static io.arduinotrader.universe.domain.Samples.SAP;
import static io.arduinotrader.universe.domain.Samples.SAP_ISIN;
import static io.arduinotrader.universe.domain.Samples.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.persistence.readmodel.ScoreTable;
import io.arduinotrader.protocol.scoring.ScoreRow;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.MarketDataQuery.Bars;
import io.arduinotrader.protocol.universe.MarketDataQuery.BarsReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetBars;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetMetrics;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetQuotes;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetRates;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetScores;
import io.arduinotrader.protocol.universe.MarketDataQuery.Metrics;
import io.arduinotrader.protocol.universe.MarketDataQuery.MetricsReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.Quotes;
import io.arduinotrader.protocol.universe.MarketDataQuery.QuotesReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.RatePage;
import io.arduinotrader.protocol.universe.MarketDataQuery.RatesReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.Scores;
import io.arduinotrader.protocol.universe.MarketDataQuery.ScoresReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.Unreadable;
import io.arduinotrader.protocol.universe.MarketMetrics;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.universe.domain.DailyBar;
import io.arduinotrader.universe.domain.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarketDataDeskTest {

  private static final Isin OUTSIDER = new Isin("US02079K1079");
  private static final FxRate FRIDAY = rate(Currency.USD, "1.08", "2025-06-06T15:00:00Z");

  private final DeskHouse house;
  private final ActorRef<MarketDataQuery> desk;

  MarketDataDeskTest() {
    house = new DeskHouse();
    house.add(APPLE, SAP);
    desk = desk(Optional.empty());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void quotesAreTheLastTwoClosesAtTheEndOfTheirSessions() {
    store(
        APPLE_ISIN,
        Currency.USD,
        bar(TODAY.minusDays(2), 99, 1),
        bar(TODAY.minusDays(1), 100, 1),
        bar(TODAY, 101.5, 1),
        bar(TODAY.plusDays(3), 200, 1));
    house.tables.rates().record(List.of(FRIDAY));

    Quotes quotes = quotes(APPLE_ISIN, SAP_ISIN);

    assertThat(quotes.quotes()).containsExactly(quote("101.5", "2025-06-06T20:00:00Z"));
    assertThat(quotes.previousCloses()).containsExactly(quote("100", "2025-06-05T20:00:00Z"));
    assertThat(quotes.rates()).containsExactly(FRIDAY);
  }

  @Test
  void withoutACalendarAPriceIsAsOldAsTheBeginningOfItsDay() {
    store(OUTSIDER, Currency.USD, bar(TODAY, 101.5, 1));

    assertThat(quotes(OUTSIDER).quotes().getFirst().at())
        .isEqualTo(Instant.parse("2025-06-06T00:00:00Z"));
  }

  @Test
  void aCurrencyWithoutARateHasNone() {
    house
        .tables
        .rates()
        .record(
            List.of(
                rate(Currency.USD, "1.07", "2025-06-05T15:00:00Z"),
                FRIDAY,
                rate(Currency.USD, "9", "2025-06-07T00:00:00Z"),
                rate(Currency.HKD, "8", "2025-06-07T00:00:00Z")));

    assertThat(quotes(SAP_ISIN).rates()).containsExactly(FRIDAY);
  }

  @Test
  void barsEndWithTheMarketsTodayAndRatesWithTheWindow() {
    FxRate thursday = rate(Currency.USD, "1.07", "2025-06-05T15:00:00Z");
    house.tables.rates().record(List.of(thursday, FRIDAY));
    store(
        APPLE_ISIN,
        Currency.USD,
        bar(TODAY.minusDays(1), 100, 1),
        bar(TODAY, 101, 1),
        bar(TODAY.plusDays(3), 200, 1));

    Bars all = bars(TODAY.minusDays(9), TODAY.plusDays(9));
    Bars untilThursday = bars(TODAY.minusDays(9), TODAY.minusDays(1));

    assertThat(all.columns().getFirst().close()).containsExactly(100, 101);
    assertThat(all.rates()).containsExactly(FRIDAY);
    assertThat(untilThursday.columns().getFirst().close()).containsExactly(100);
    assertThat(untilThursday.rates()).containsExactly(thursday);
    assertThat(bars(TODAY.plusDays(1), TODAY.plusDays(9)).columns()).isEmpty();
  }

  @Test
  void theHistoryOfRatesBeginsWithTheOneThatStillHeld() {
    FxRate old = rate(Currency.USD, "1.01", "2025-05-01T15:00:00Z");
    FxRate monday = rate(Currency.USD, "1.05", "2025-06-02T15:00:00Z");
    FxRate wednesday = rate(Currency.USD, "1.07", "2025-06-04T15:00:00Z");
    FxRate pounds = rate(Currency.GBP, "0.85", "2025-06-05T15:00:00Z");
    FxRate tomorrow = rate(Currency.USD, "9", "2025-06-07T00:00:00Z");
    house.tables.rates().record(List.of(old, monday, wednesday, FRIDAY, pounds, tomorrow));
    List<Currency> both = List.of(Currency.USD, Currency.GBP);

    assertThat(rateHistory(both, LocalDate.parse("2025-06-03"), TODAY.plusDays(9)))
        .containsExactly(monday, wednesday, FRIDAY, pounds);
    assertThat(rateHistory(both, LocalDate.parse("2025-06-03"), LocalDate.parse("2025-06-04")))
        .containsExactly(monday, wednesday);
    assertThat(rateHistory(both, LocalDate.parse("2025-04-01"), LocalDate.parse("2025-05-02")))
        .containsExactly(old);
    assertThat(rateHistory(List.of(Currency.HKD), TODAY, TODAY)).isEmpty();
  }

  private List<FxRate> rateHistory(List<Currency> quotes, LocalDate from, LocalDate to) {
    return ((MarketDataQuery.RateHistory)
            this.<MarketDataQuery.RateHistoryReply>ask(
                replyTo -> new MarketDataQuery.GetRateHistory(quotes, from, to, replyTo)))
        .rates();
  }

  @Test
  void scoresAreThoseOfTheTable() {
    house.database.write(
        "a score",
        connection -> {
          ScoreTable.insert(connection, 1, score(TODAY.minusDays(5)));
          ScoreTable.insert(connection, 2, score(TODAY));
          return 2;
        });

    Scores scores =
        (Scores) this.<ScoresReply>ask(to -> new GetScores(APPLE_ISIN, TODAY.minusDays(1), to));

    assertThat(scores.rows()).containsExactly(new ScoreRow(TODAY, 0.7, "B"));
  }

  @Test
  void ratesComeInPagesNewestFirst() {
    FxRate older = rate(Currency.USD, "1.07", "2025-06-05T15:00:00Z");
    FxRate pounds = rate(Currency.GBP, "0.85", "2025-06-06T15:00:00Z");
    house.tables.rates().record(List.of(older, FRIDAY, pounds));

    assertThat(rates(Optional.empty(), 10, 0))
        .isEqualTo(new RatePage(List.of(pounds, FRIDAY, older), 3));
    assertThat(rates(Optional.empty(), 1, 1)).isEqualTo(new RatePage(List.of(FRIDAY), 3));
    assertThat(rates(Optional.of(Currency.USD), 10, 0))
        .isEqualTo(new RatePage(List.of(FRIDAY, older), 2));
  }

  @Test
  void figuresAreMeasuredAgainstTheMeanOfTheActiveUniverse() {
    walk(APPLE_ISIN, 3);
    walk(SAP_ISIN, 1);
    walk(OUTSIDER, 100);

    MarketMetrics metrics = metrics(desk);

    assertThat(metrics.beta().orElseThrow()).isCloseTo(1.5, within(1e-4));
    assertThat(metrics.asOf()).contains(TODAY);
    assertThat(metrics.averageVolume20()).hasValue(1000);
    assertThat(metrics.marketCapitalization()).isEmpty();
  }

  @Test
  void figuresAreMeasuredAgainstTheIndexThatIsNamed() {
    walk(APPLE_ISIN, 3);
    walk(SAP_ISIN, 1);
    walk(OUTSIDER, 2);

    assertThat(metrics(desk(Optional.of(SAP_ISIN))).beta().orElseThrow())
        .isCloseTo(3, within(1e-4));
    assertThat(metrics(desk(Optional.of(OUTSIDER))).beta().orElseThrow())
        .isCloseTo(1.5, within(1e-4));
  }

  @Test
  void aSecurityWithoutBarsHasNoFigures() {
    MarketMetrics metrics = metrics(desk);

    assertThat(metrics.asOf()).isEmpty();
    assertThat(metrics.beta()).isEmpty();
    assertThat(metrics.high52Weeks()).isEmpty();
  }

  @Test
  void aTableThatCannotBeReadIsNotAnEmptyOne() {
    house.database.close();

    assertThat(this.<QuotesReply>ask(to -> new GetQuotes(List.of(APPLE_ISIN), to)))
        .isInstanceOf(Unreadable.class);
    assertThat(this.<BarsReply>ask(to -> new GetBars(List.of(APPLE_ISIN), TODAY, TODAY, to)))
        .isInstanceOf(Unreadable.class);
    assertThat(this.<ScoresReply>ask(to -> new GetScores(APPLE_ISIN, TODAY, to)))
        .isInstanceOf(Unreadable.class);
    assertThat(
            this.<RatesReply>ask(to -> new GetRates(Optional.empty(), Optional.empty(), 1, 0, to)))
        .isInstanceOf(Unreadable.class);
    assertThat(this.<MetricsReply>ask(to -> new GetMetrics(APPLE, to)))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void anUnreachableUniverseIsToldAsSuch() {
    house.rooms.cutOff();

    assertThat(this.<QuotesReply>ask(to -> new GetQuotes(List.of(APPLE_ISIN), to)))
        .isEqualTo(new Unreadable("cut off"));
  }

  private ActorRef<MarketDataQuery> desk(Optional<Isin> index) {
    return house.kit.spawn(
        MarketDataDesk.create(
            house.tables, house.horizon, house.rooms, house.threads, BUDGET, index));
  }

  private <R> R ask(Function<ActorRef<R>, MarketDataQuery> question) {
    TestProbe<R> probe = house.kit.createTestProbe();
    desk.tell(question.apply(probe.ref()));
    return probe.receiveMessage(BUDGET);
  }

  private Quotes quotes(Isin... isins) {
    return (Quotes) this.<QuotesReply>ask(to -> new GetQuotes(List.of(isins), to));
  }

  private Bars bars(LocalDate from, LocalDate to) {
    return (Bars)
        this.<BarsReply>ask(replyTo -> new GetBars(List.of(APPLE_ISIN), from, to, replyTo));
  }

  private RatesReply rates(Optional<Currency> quote, int limit, int offset) {
    return ask(to -> new GetRates(Optional.of(Currency.EUR), quote, limit, offset, to));
  }

  private MarketMetrics metrics(ActorRef<MarketDataQuery> asked) {
    TestProbe<MetricsReply> probe = house.kit.createTestProbe();
    asked.tell(new GetMetrics(APPLE, probe.ref()));
    return ((Metrics) probe.receiveMessage(BUDGET)).metrics();
  }

  private void store(Isin isin, Currency currency, DailyBar... bars) {
    house
        .tables
        .prices()
        .upsertBars(List.of(DailyBar.columns(isin, currency, List.of(bars))), "script", NOON);
  }

  /** A year of bars whose returns are a multiple of the same noise. */
  private void walk(Isin isin, double multiple) {
    List<DailyBar> bars = new ArrayList<>();
    double level = 100;
    for (int i = 370; i >= 0; i--) {
      LocalDate day = TODAY.minusDays(i);
      level *= 1 + multiple * Math.sin(day.toEpochDay() * 2.3) / 1000;
      bars.add(bar(day, level, 1000));
    }
    store(isin, Currency.USD, bars.toArray(DailyBar[]::new));
  }

  private static Quote quote(String price, String at) {
    return new Quote(APPLE_ISIN, Price.of(price, Currency.USD), Instant.parse(at), "script");
  }

  private static FxRate rate(Currency currency, String rate, String at) {
    return new FxRate(Currency.EUR, currency, new BigDecimal(rate), Instant.parse(at), "script");
  }

  private static SecurityScore score(LocalDate day) {
    return new SecurityScore(
        APPLE_ISIN,
        Samples.APPLE.symbol(),
        day,
        0.7,
        "B",
        50,
        1,
        List.of(),
        Map.of(),
        Optional.empty(),
        Digest.EMPTY,
        NOON);
  }
}
