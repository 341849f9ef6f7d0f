package io.arduinotrader.universe;

import static io.arduinotrader.universe.DeskHouse.BUDGET;
import static io.arduinotrader.universe.DeskHouse.TODAY;
import static io.arduinotrader.universe.domain.Samples.APPLE;
import static io.arduinotrader.universe.domain.Samples.APPLE_ISIN;
import static io.arduinotrader.universe.domain.Samples.SAP;
import static io.arduinotrader.universe.domain.Samples.SAP_ISIN;
import static io.arduinotrader.universe.domain.Samples.bar;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.FeedCommand.SyncEnded;
import io.arduinotrader.protocol.universe.FeedCommand.SyncPrices;
import io.arduinotrader.protocol.universe.FeedCommand.SyncProgress;
import io.arduinotrader.protocol.universe.FeedCommand.SyncRefused;
import io.arduinotrader.protocol.universe.FeedCommand.Synced;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.universe.domain.DailyBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedDeskSyncTest {

  private static final Isin STRANGER = new Isin("US02079K1079");

  private final DeskHouse house;
  private final ScriptedFeed feed = new ScriptedFeed();
  private final ActorRef<FeedCommand> desk;

  FeedDeskSyncTest() {
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
  void aSyncTellsItsTotalThenEverySecurityThenTheEnd() {
    assertThat(sync(false))
        .containsExactly(
            new Synced(0, 0, 2, Optional.empty(), ""),
            new Synced(1, 0, 2, Optional.of(APPLE_ISIN), ""),
            new Synced(2, 0, 2, Optional.of(SAP_ISIN), ""),
            new SyncEnded(2, 0, 2, ""));
    assertThat(house.closes(APPLE_ISIN)).containsExactly(100, 101, 102, 103, 104);
    assertThat(house.tables.prices().lastCloses(List.of(SAP_ISIN), TODAY).getFirst())
        .first()
        .satisfies(
            close -> {
              assertThat(close.source()).isEqualTo("script");
              assertThat(close.close().amount()).isEqualByComparingTo("204");
              assertThat(close.close().currency()).isEqualTo(Currency.EUR);
            });
  }

  @Test
  void aFeedThatDoesNotAnswerFailsItsSecurityOnly() {
    feed.silent.add(APPLE_ISIN);

    assertThat(sync(false))
        .containsExactly(
            new Synced(0, 0, 2, Optional.empty(), ""),
            new Synced(0, 1, 2, Optional.of(APPLE_ISIN), "no answer"),
            new Synced(1, 1, 2, Optional.of(SAP_ISIN), ""),
            new SyncEnded(1, 1, 2, "US0378331005: no answer"));
    assertThat(house.closes(APPLE_ISIN)).isEmpty();
    assertThat(house.closes(SAP_ISIN)).hasSize(5);
  }

  @Test
  void aFeedWithoutPricesAndAStrangerAreFailures() {
    feed.bars.remove(APPLE_ISIN);

    assertThat(sync(List.of(APPLE_ISIN, STRANGER, SAP_ISIN, SAP_ISIN), false))
        .containsExactly(
            new Synced(0, 0, 3, Optional.empty(), ""),
            new Synced(0, 1, 3, Optional.of(APPLE_ISIN), "the source has no prices"),
            new Synced(0, 2, 3, Optional.of(STRANGER), "not in the universe"),
            new Synced(1, 2, 3, Optional.of(SAP_ISIN), ""),
            new SyncEnded(1, 2, 3, STRANGER + ": not in the universe"));
  }

  @Test
  void oneSyncAtATimeWorksOnASecurity() throws Exception {
    feed.gate = new CountDownLatch(1);
    TestProbe<SyncProgress> first = house.kit.createTestProbe();
    desk.tell(new SyncPrices(List.of(APPLE_ISIN), false, first.ref()));
    first.expectMessageClass(Synced.class, BUDGET);

    assertThat(sync(List.of(), false).getLast())
        .isInstanceOfSatisfying(
            SyncRefused.class,
            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.ALREADY_RUNNING));
    TestProbe<SyncProgress> disjoint = house.kit.createTestProbe();
    desk.tell(new SyncPrices(List.of(SAP_ISIN), false, disjoint.ref()));
    disjoint.expectMessage(BUDGET, new Synced(0, 0, 1, Optional.empty(), ""));
    feed.gate.countDown();

    assertThat(DeskHouse.untilTheEnd(first).getLast()).isEqualTo(new SyncEnded(1, 0, 1, ""));
    assertThat(DeskHouse.untilTheEnd(disjoint).getLast()).isEqualTo(new SyncEnded(1, 0, 1, ""));
    assertThat(sync(List.of(), false).getLast()).isEqualTo(new SyncEnded(2, 0, 2, ""));
  }

  @Test
  void withoutTheUniverseNothingStarts() {
    house.rooms.cutOff();

    assertThat(sync(false))
        .containsExactly(
            new SyncRefused(RefusalCode.UNAVAILABLE, "the universe does not answer: cut off"));
  }

  @Test
  void aTableThatCannotBeReadFailsEverySecurity() {
    house.database.close();

    assertThat(sync(false).getLast())
        .isInstanceOfSatisfying(
            SyncEnded.class,
            ended -> {
              assertThat(ended.failed()).isEqualTo(2);
              assertThat(ended.error()).isNotEmpty();
            });
  }

  private List<SyncProgress> sync(boolean force) {
    return sync(List.of(), force);
  }

  private List<SyncProgress> sync(List<Isin> isins, boolean force) {
    return house.sync(desk, listener -> new SyncPrices(isins, force, listener));
  }

  /** Monday to Friday of the week of the market's today. */
  private static List<DailyBar> week(double firstClose) {
    List<DailyBar> bars = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      bars.add(bar(TODAY.minusDays(4 - i), firstClose + i, 1000));
    }
    return bars;
  }
}
