package io.arduinotrader.universe;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseSettings;
import io.arduinotrader.persistence.readmodel.PriceTable;
import io.arduinotrader.persistence.readmodel.RateTable;
import io.arduinotrader.persistence.readmodel.ScoreTable;
import io.arduinotrader.persistence.schema.SchemaInstaller;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.FeedCommand.SyncProgress;
import io.arduinotrader.protocol.universe.FeedCommand.Synced;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.ReplayedDate;
import io.arduinotrader.universe.domain.Samples;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** What a desk needs around it: tables in memory, a universe, a market day that stands still. */
final class DeskHouse implements AutoCloseable {

  static final Duration BUDGET = Duration.ofSeconds(10);

  /** A Friday on which every exchange of the tests has a session. */
  static final LocalDate TODAY = LocalDate.of(2025, 6, 6);

  private static final AtomicInteger HOUSES = new AtomicInteger();

  final ActorTestKit kit = EntityKit.create();
  final Database database;
  final MarketTables tables;
  final MarketHorizon horizon;
  final LocalRooms rooms = new LocalRooms(kit, () -> Samples.NOON);
  private final ExecutorService feeds = Executors.newFixedThreadPool(2);
  private final ExecutorService jdbc = Executors.newFixedThreadPool(2);
  final Threads threads = new Threads(feeds, jdbc);

  DeskHouse() {
    this.database =
        Database.open(
            new DatabaseSettings(
                "jdbc:h2:mem:desk-" + HOUSES.incrementAndGet(),
                "desk",
                "",
                DatabaseSettings.MINIMUM_CONNECTIONS));
    SchemaInstaller.install(database);
    this.tables =
        new MarketTables(
            new PriceTable(database), new RateTable(database), new ScoreTable(database));
    this.horizon =
        new MarketHorizon(new ReplayedDate(TODAY, () -> Samples.NOON), MarketCalendars.load());
  }

  void add(SecurityRecord... securities) {
    for (SecurityRecord security : securities) {
      var probe = kit.<UniverseCommand.Reply>createTestProbe();
      rooms.tell(
          UniverseCommand.KEY,
          UniverseCommand.DEFAULT_ID,
          new UniverseCommand.AddSecurity(security, probe.ref()));
      probe.expectMessageClass(UniverseCommand.Accepted.class, BUDGET);
    }
  }

  /** Everything a desk tells of a sync, up to the last message. */
  List<SyncProgress> sync(
      ActorRef<FeedCommand> desk, Function<ActorRef<SyncProgress>, FeedCommand> command) {
    TestProbe<SyncProgress> probe = kit.createTestProbe();
    desk.tell(command.apply(probe.ref()));
    return untilTheEnd(probe);
  }

  static List<SyncProgress> untilTheEnd(TestProbe<SyncProgress> probe) {
    List<SyncProgress> all = new ArrayList<>();
    while (all.isEmpty() || all.getLast() instanceof Synced) {
      all.add(probe.receiveMessage(BUDGET));
    }
    return all;
  }

  /** The stored closes of a security, oldest first. */
  double[] closes(Isin isin) {
    return tables.prices().bars(List.of(isin), LocalDate.of(2000, 1, 1), TODAY).stream()
        .flatMapToDouble(columns -> Arrays.stream(columns.close()))
        .toArray();
  }

  SecurityView view(Isin isin) {
    var probe = kit.<SecurityView>createTestProbe();
    ActorRef<SecurityView> replyTo = probe.ref();
    rooms.tell(SecurityCommand.KEY, isin.value(), new SecurityCommand.GetSecurity(replyTo));
    return probe.receiveMessage(BUDGET);
  }

  @Override
  public void close() {
    kit.shutdownTestKit();
    feeds.shutdown();
    jdbc.shutdown();
    database.close();
  }
}
