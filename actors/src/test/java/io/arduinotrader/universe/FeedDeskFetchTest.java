package io.arduinotrader.universe;

import static io.arduinotrader.universe.DeskHouse.BUDGET;
import static io.arduinotrader.universe.DeskHouse.TODAY;
import static io.arduinotrader.universe.domain.Samples.APPLE;
import static io.arduinotrader.universe.domain.Samples.APPLE_ISIN;
import static io.arduinotrader.universe.domain.Samples.SAP;
import static io.arduinotrader.universe.domain.Samples.SAP_ISIN;
import static io.arduinotrader.universe.domain.Samples.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.FeedCommand.SyncEnded;
import io.arduinotrader.protocol.universe.FeedCommand.SyncFundamentals;
import io.arduinotrader.protocol.universe.FeedCommand.SyncPrices;
import io.arduinotrader.protocol.universe.FeedCommand.SyncProgress;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.PriceAnomaly;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.universe.domain.DailyBar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the desk fetches, believes and stores. */
class FeedDeskFetchTest {

  private final DeskHouse house;
  private final ScriptedFeed feed = new ScriptedFeed();
  private final ActorRef<FeedCommand> desk;

  FeedDeskFetchTest() {
    house = new DeskHouse();
    house.add(APPLE, SAP);
    desk =
        house.kit.spawn(
            FeedDesk.create(feed, house.tables, house.horizon, house.rooms, house.threads, BUDGET));
    feed.bars.put(APPLE_ISIN, week(100));
    feed.bars.put(SAP_ISIN, week(200));
  }

  @AfterEach
  void close() {
    feed.gate.countDown();
    house.close();
  }

  @Test
  void theFirstFetchIsOfTenYearsUpToTheLastSession() {
    sync(false);

    assertThat(feed.calls).contains("AAPL.US 2015-06-06 2025-06-06");
  }

  @Test
  void whatIsFreshIsNotFetchedUnlessForced() {
    sync(false);
    feed.calls.clear();

    assertThat(sync(false)).endsWith(new SyncEnded(2, 0, 2, ""));
    assertThat(feed.calls).noneMatch(call -> call.startsWith("AAPL"));

    sync(true);
    assertThat(feed.calls).contains("AAPL.US 2025-05-27 2025-06-06");
  }

  @Test
  void aSpikeIsKeptOutAndNoted() {
    List<DailyBar> bars = new ArrayList<>(week(100));
    bars.set(1, bar(bars.get(1).day(), 900, 1000));
    feed.bars.put(APPLE_ISIN, bars);

    assertThat(sync(false)).endsWith(new SyncEnded(2, 0, 2, ""));

    assertThat(house.closes(APPLE_ISIN)).containsExactly(100, 102, 103, 104);
    assertThat(house.view(APPLE_ISIN).recentAnomalies())
        .extracting(PriceAnomaly::day, PriceAnomaly::rule)
        .containsExactly(tuple(LocalDate.of(2025, 6, 3), "JUMP"));
    assertThat(house.view(SAP_ISIN).recentAnomalies()).isEmpty();
  }

  @Test
  void aSecurityWhoseNewestBarIsKeptOutIsNotSynced() {
    List<DailyBar> bars = new ArrayList<>(week(100));
    bars.set(4, bar(TODAY, 900, 1000));
    feed.bars.put(APPLE_ISIN, bars);

    assertThat(sync(false))
        .endsWith(new SyncEnded(1, 1, 2, "US0378331005: the bar of 2025-06-06 is kept out, JUMP"));
    assertThat(house.closes(APPLE_ISIN)).containsExactly(100, 101, 102, 103);
  }

  @Test
  void aRestatedPastIsFetchedAgainFromTheFirstStoredDay() {
    LocalDate longAgo = LocalDate.of(2010, 1, 4);
    store(bar(longAgo, 95, 1), bar(TODAY.minusDays(1), 103, 1000));
    List<DailyBar> halved = new ArrayList<>();
    halved.add(bar(longAgo, 47.5, 1));
    week(50).forEach(halved::add);
    feed.bars.put(APPLE_ISIN, halved);

    sync(List.of(APPLE_ISIN), false);

    assertThat(feed.calls)
        .startsWith("AAPL.US 2025-05-26 2025-06-06", "AAPL.US 2010-01-04 2025-06-06");
    assertThat(house.closes(APPLE_ISIN)).containsExactly(47.5, 50, 51, 52, 53, 54);
  }

  @Test
  void theLastStoredCloseJudgesTheFirstNewOne() {
    store(bar(LocalDate.of(2025, 5, 20), 10, 1000));
    feed.bars.put(APPLE_ISIN, List.of(bar(TODAY, 100, 1000)));

    assertThat(sync(List.of(APPLE_ISIN), false).getLast())
        .isEqualTo(new SyncEnded(0, 1, 1, "US0378331005: the bar of 2025-06-06 is kept out, JUMP"));
  }

  @Test
  void ratesComeWithThePricesAndNoneFromTheFuture() {
    FxRate fixed = rate("1.08", "2025-06-06T15:00:00Z");
    feed.rates.add(fixed);
    feed.rates.add(rate("2", "2025-06-07T00:00:00Z"));

    sync(false);

    assertThat(feed.calls).contains("rates 2015-06-06 2025-06-06");
    assertThat(house.tables.rates().newest(Currency.EUR, Instant.parse("2100-01-01T00:00:00Z")))
        .containsExactly(fixed);
    sync(false);
    assertThat(feed.calls).endsWith("rates 2025-06-06 2025-06-06");
  }

  @Test
  void companyFiguresAreNotedOnceADayUnlessForced() {
    feed.figures.put(APPLE_ISIN, figures());

    assertThat(fundamentals(false).getLast())
        .isEqualTo(new SyncEnded(1, 1, 2, "DE0007164600: the source has no company figures"));
    assertThat(house.view(APPLE_ISIN).fundamentals()).contains(figures());

    feed.calls.clear();
    fundamentals(false);
    assertThat(feed.calls).containsExactly("figures DE0007164600");
    fundamentals(true);
    assertThat(feed.calls).contains("figures US0378331005");
  }

  private List<SyncProgress> sync(boolean force) {
    return sync(List.of(), force);
  }

  private List<SyncProgress> sync(List<Isin> isins, boolean force) {
    return house.sync(desk, listener -> new SyncPrices(isins, force, listener));
  }

  private List<SyncProgress> fundamentals(boolean force) {
    return house.sync(desk, listener -> new SyncFundamentals(List.of(), force, listener));
  }

  private void store(DailyBar... bars) {
    house
        .tables
        .prices()
        .upsertBars(
            List.of(DailyBar.columns(APPLE_ISIN, Currency.USD, List.of(bars))),
            "before",
            Instant.EPOCH);
  }

  /** Monday to Friday of the week of the market's today. */
  private static List<DailyBar> week(double firstClose) {
    List<DailyBar> bars = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      bars.add(bar(TODAY.minusDays(4 - i), firstClose + i, 1000));
    }
    return bars;
  }

  private static FxRate rate(String dollars, String at) {
    return new FxRate(
        Currency.EUR, Currency.USD, new BigDecimal(dollars), Instant.parse(at), "script");
  }

  private static Fundamentals figures() {
    return new Fundamentals(
        LocalDate.of(2025, 3, 31),
        OptionalDouble.of(1e12),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        "script");
  }
}
