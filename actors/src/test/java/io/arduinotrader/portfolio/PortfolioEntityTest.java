package io.arduinotrader.portfolio;

import static io.arduinotrader.portfolio.domain.Books.buy;
import static io.arduinotrader.portfolio.domain.Books.deposit;
import static io.arduinotrader.portfolio.domain.Books.eur;
import static io.arduinotrader.portfolio.domain.Books.fill;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.StoredSnapshot;
import io.arduinotrader.persistence.projection.ProjectionTags;
import io.arduinotrader.portfolio.domain.PortfolioState;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.DayValues;
import io.arduinotrader.protocol.portfolio.DayValues.DayValue;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.Change;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.GetDayValues;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.GetPortfolio;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookFill;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.CorrectPositions;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.MarkValue;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Release;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.support.Journaled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.CommandResultWithReply;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.SerializationSettings;
import org.apache.pekko.persistence.testkit.query.javadsl.PersistenceTestKitReadJournal;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortfolioEntityTest {

  private static final String STREAM = "portfolio|default";
  private static final Instant LATE_EVENING = Instant.parse("2026-03-02T23:30:00Z");
  private static final ActorTestKit KIT =
      ActorTestKit.create(
          ConfigFactory.parseResources("serialization.conf")
              .withFallback(EventSourcedBehaviorTestKit.config())
              .resolve());

  /** Commands, replies and events are compared after a trip through bytes; states are snapshots. */
  private final EventSourcedBehaviorTestKit<
          PortfolioCommand, Chained<PortfolioEvent>, Journaled<PortfolioState>>
      entity =
          EventSourcedBehaviorTestKit.create(
              KIT.system(),
              PortfolioEntity.create(
                  AccountId.DEFAULT, () -> LATE_EVENING, ZoneId.of("Europe/Berlin")),
              new SerializationSettings(true, true, true, true, false));

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @BeforeEach
  void forget() {
    entity.clear();
  }

  @Test
  void everyKindOfChangeIsStoredShownAndThereAfterARestart() {
    change(deposit("d1", "1000"));
    change(buy("buy-1", eur("520")));
    change(new BookFill(fill("f1", "buy-1", Side.BUY, "5", "100", "3")));
    change(new Release(new IntentId("buy-1")));
    change(new MarkValue(LocalDate.parse("2026-03-03"), eur("997"), eur("497"), eur("1000")));
    PortfolioView before =
        accepted(change(new CorrectPositions("c1", List.of(), "closed by hand")));

    entity.restart();

    assertThat(view()).isEqualTo(before);
    assertThat(before.events()).isEqualTo(6);
    assertThat(before.headHash()).isNotEqualTo(Digest.EMPTY);
    assertThat(before.cash()).containsExactly(eur("497"));
  }

  @Test
  void repeatIsAcceptedAndStoresNothing() {
    PortfolioView first = accepted(change(deposit("d1", "1000")));

    var repeated = change(deposit("d1", "1000"));

    assertThat(repeated.hasNoEvents()).isTrue();
    assertThat(accepted(repeated)).isEqualTo(first);
  }

  @Test
  void refusalStoresNothingAndShowsTheBooksAsTheyAre() {
    PortfolioView first = accepted(change(deposit("d1", "100")));

    var refused = change(buy("buy-1", eur("100.01")));

    assertThat(refused.hasNoEvents()).isTrue();
    assertThat(refused.reply())
        .isInstanceOfSatisfying(
            PortfolioReply.Refused.class,
            reply -> {
              assertThat(reply.refusal().code()).isEqualTo(RefusalCode.INSUFFICIENT_FUNDS);
              assertThat(reply.view()).isEqualTo(first);
            });
  }

  @Test
  void accountOfWhichNothingIsKnownIsEmpty() {
    assertThat(view().events()).isZero();
    assertThat(view().positions()).isEmpty();
    assertThat(view().cash()).isEmpty();
    assertThat(view().lastChanged()).isEmpty();
  }

  @Test
  void daysAreCountedBackInTheAccountsZone() {
    // it is the third of March in Berlin already
    for (String day : List.of("2026-02-28", "2026-03-01", "2026-03-02")) {
      change(new MarkValue(LocalDate.parse(day), eur("10"), eur("10"), eur("0")));
    }
    change(deposit("d1", "5"));

    DayValues days =
        entity.runCommand((ActorRef<DayValues> replyTo) -> new GetDayValues(2, replyTo)).reply();

    assertThat(days.values())
        .extracting(DayValue::day)
        .containsExactly(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-02"));
    assertThat(days.flowSinceMark()).isEqualTo(eur("5"));
    assertThat(days.portfolio()).isEqualTo(view());
  }

  @Test
  void everyEventIsTaggedForTheTables() {
    change(deposit("d1", "100"));
    change(buy("buy-1", eur("50")));

    List<?> tagged =
        PersistenceQuery.get(KIT.system())
            .getReadJournalFor(
                PersistenceTestKitReadJournal.class, PersistenceTestKitReadJournal.Identifier())
            .currentEventsByTag(ProjectionTags.PORTFOLIO, Offset.noOffset())
            .runWith(Sink.seq(), KIT.system())
            .toCompletableFuture()
            .join();

    assertThat(tagged).hasSize(2);
  }

  @Test
  void snapshotLeadsToTheSameBooksAsTheWholeHistory() {
    for (int i = 1; i <= 130; i++) {
      change(deposit("d" + i, "1"));
    }
    PortfolioView live = view();
    assertThat(snapshots())
        .singleElement()
        .satisfies(stored -> assertThat(stored.events()).isEqualTo(100));

    entity.restart();
    assertThat(view()).isEqualTo(live);

    entity.snapshotTestKit().orElseThrow().clearByPersistenceId(STREAM);
    entity.restart();
    assertThat(view()).isEqualTo(live);
    var repeated = change(deposit("d1", "1"));
    assertThat(repeated.hasNoEvents()).isTrue();
  }

  @Test
  void lostWriteLeavesNoTrace() {
    change(deposit("d1", "100"));
    entity.persistenceTestKit().failNextPersisted(STREAM);
    var probe = KIT.<PortfolioReply>createTestProbe();
    ActorRef<PortfolioCommand> alone =
        KIT.spawn(
            PortfolioEntity.create(
                AccountId.DEFAULT, () -> LATE_EVENING, ZoneId.of("Europe/Berlin")));

    alone.tell(new Change(deposit("d2", "50"), probe.ref()));
    alone.tell(new Change(deposit("d3", "7"), probe.ref()));

    // the first is lost with its write, the second is answered after the restart
    assertThat(probe.expectMessageClass(PortfolioReply.Accepted.class).view().cash())
        .containsExactly(eur("107"));
  }

  private List<StoredSnapshot<?>> snapshots() {
    return entity.snapshotTestKit().orElseThrow().persistedInStorage(STREAM).stream()
        .<StoredSnapshot<?>>map(pair -> (StoredSnapshot<?>) pair.second())
        .toList();
  }

  private CommandResultWithReply<
          PortfolioCommand, Chained<PortfolioEvent>, Journaled<PortfolioState>, PortfolioReply>
      change(PortfolioRequest request) {
    return entity.runCommand((ActorRef<PortfolioReply> replyTo) -> new Change(request, replyTo));
  }

  private static PortfolioView accepted(
      CommandResultWithReply<
              PortfolioCommand, Chained<PortfolioEvent>, Journaled<PortfolioState>, PortfolioReply>
          result) {
    assertThat(result.reply()).isInstanceOf(PortfolioReply.Accepted.class);
    return ((PortfolioReply.Accepted) result.reply()).view();
  }

  private PortfolioView view() {
    return entity
        .runCommand((ActorRef<PortfolioView> replyTo) -> new GetPortfolio(replyTo))
        .reply();
  }
}
