package io.arduinotrader.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.jobs.domain.JobsState;
import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.persistence.codec.StoredSnapshot;
import io.arduinotrader.protocol.jobs.JobEvent;
import io.arduinotrader.protocol.jobs.JobsSnapshot;
import io.arduinotrader.protocol.message.BrokenChainException;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.Status;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.apache.pekko.persistence.testkit.javadsl.SnapshotTestKit;
import org.apache.pekko.persistence.testkit.query.javadsl.PersistenceTestKitReadJournal;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializers;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The chain of events, shown with an entity that only remembers. */
class JournaledEntityTest {

  private static final ActorTestKit KIT = EntityKit.journaling();
  private static final PersistenceTestKit JOURNAL = PersistenceTestKit.create(KIT.system());
  private static final SnapshotTestKit SNAPSHOTS = SnapshotTestKit.create(KIT.system());
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private static int entities;

  private final String id = "memory|" + ++entities;

  /** What the entity is told: remember these events, then say what you know. */
  private record Remember(List<JobEvent> events, ActorRef<Journaled<JobsState>> replyTo) {}

  private static final class Memory extends JournaledEntity<Remember, JobEvent, JobsState> {

    Memory(String id) {
      super(
          PersistenceId.ofUniqueId(id),
          JournalCodecs.JOB_EVENTS,
          Set.of("memories"),
          new SnapshotForm<>(
              JournalCodecs.JOB_SNAPSHOTS.manifest(),
              JobsSnapshot.class,
              JobsState::toSnapshot,
              JobsState::fromSnapshot));
    }

    @Override
    protected JobsState initial() {
      return JobsState.initial();
    }

    @Override
    protected JobsState apply(JobsState state, JobEvent event) {
      return state.apply(event);
    }

    @Override
    protected ReplyEffect<Chained<JobEvent>, Journaled<JobsState>> onCommand(
        Journaled<JobsState> journaled, Remember command) {
      return persist(journaled, command.events()).thenReply(command.replyTo(), after -> after);
    }
  }

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void everyEventIsLinkedToTheOneBefore() {
    Journaled<JobsState> known = remember(KIT.spawn(new Memory(id)), run(1));

    List<Chained<JobEvent>> links = stored();
    assertThat(links).hasSize(2);
    assertThat(links.get(0).previous()).isEqualTo(Digest.EMPTY);
    assertThat(links.get(1).previous()).isEqualTo(links.get(0).hash());
    assertThat(known.head()).isEqualTo(links.get(1).hash());
    assertThat(known.events()).isEqualTo(2);
    assertThat(links)
        .isEqualTo(
            List.of(
                Chained.append(Digest.EMPTY, run(1).get(0), JournalCodecs.JOB_EVENTS),
                Chained.append(links.get(0).hash(), run(1).get(1), JournalCodecs.JOB_EVENTS)));
  }

  @Test
  void thatAChainIsBrokenIsTheSameExceptionOnTheNodeThatAsked() {
    Serialization wire = SerializationExtension.get(KIT.system());
    Status.Failure told = new Status.Failure(BrokenChainException.at("memory|1", 2));
    Object heard =
        wire.deserialize(
                wire.serialize(told).get(),
                wire.findSerializerFor(told).identifier(),
                Serializers.manifestFor(wire.findSerializerFor(told), told))
            .get();
    assertThat(heard)
        .isInstanceOfSatisfying(
            Status.Failure.class,
            failure ->
                assertThat(failure.cause())
                    .isInstanceOf(BrokenChainException.class)
                    .hasMessage("the hash chain of memory|1 breaks at event 2"));
  }

  @Test
  void noEventsChangeNothing() {
    Journaled<JobsState> known = remember(KIT.spawn(new Memory(id)), List.of());

    assertThat(known.events()).isZero();
    assertThat(known.head()).isEqualTo(Digest.EMPTY);
    JOURNAL.expectNothingPersisted(id);
  }

  @Test
  void theNextProcessGoesOnWithTheChain() {
    ActorRef<Remember> first = KIT.spawn(new Memory(id));
    Journaled<JobsState> before = remember(first, run(1));
    KIT.stop(first);

    Journaled<JobsState> after = remember(KIT.spawn(new Memory(id)), run(2));

    assertThat(stored().get(2).previous()).isEqualTo(before.head());
    assertThat(after.events()).isEqualTo(4);
    assertThat(after.state().history("job").runs()).isEqualTo(2);
  }

  @Test
  void aLinkThatDoesNotFitIsNeverPartOfTheState() {
    Chained<JobEvent> first = Chained.append(Digest.EMPTY, run(1).get(0), JournalCodecs.JOB_EVENTS);
    Chained<JobEvent> stranger =
        Chained.append(Digest.EMPTY, run(1).get(1), JournalCodecs.JOB_EVENTS);
    JOURNAL.persistForRecovery(id, List.of(first, stranger));
    ActorRef<Remember> entity = KIT.spawn(new Memory(id));

    assertThat(ask(entity, List.of()))
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableThat()
        .withCauseInstanceOf(BrokenChainException.class)
        .withMessageContaining(id)
        .withMessageContaining("event 2");
    assertThat(ask(entity, run(2))).failsWithin(Duration.ofSeconds(5));
    assertThat(stored()).hasSize(2);
  }

  /** A hundred events make a snapshot, and that alone is enough. */
  @Test
  void aStateIsTakenUpFromItsSnapshot() {
    ActorRef<Remember> first = KIT.spawn(new Memory(id));
    List<JobEvent> events = new ArrayList<>();
    for (int number = 1; number <= 50; number++) {
      events.addAll(run(number));
    }
    Journaled<JobsState> before = remember(first, events);
    SNAPSHOTS.expectNextPersistedClass(id, StoredSnapshot.class);
    KIT.stop(first);
    JOURNAL.clearByPersistenceId(id);

    Journaled<JobsState> after = remember(KIT.spawn(new Memory(id)), List.of());

    assertThat(after.head()).isEqualTo(before.head());
    assertThat(after.events()).isEqualTo(100);
    assertThat(after.state().toSnapshot()).isEqualTo(before.state().toSnapshot());
  }

  @Test
  void everyEventIsTaggedForTheProjections() {
    remember(KIT.spawn(new Memory(id)), run(1));

    assertThat(
            PersistenceQuery.get(KIT.system())
                .getReadJournalFor(
                    PersistenceTestKitReadJournal.class, PersistenceTestKitReadJournal.Identifier())
                .currentEventsByTag("memories", Offset.noOffset())
                .filter(envelope -> envelope.persistenceId().equals(id))
                .map(envelope -> ((Chained<?>) envelope.event()).event())
                .runWith(Sink.seq(), KIT.system())
                .toCompletableFuture()
                .join())
        .isEqualTo(run(1));
  }

  private static CompletableFuture<Journaled<JobsState>> ask(
      ActorRef<Remember> entity, List<JobEvent> events) {
    return AskPattern.<Remember, Journaled<JobsState>>ask(
            entity,
            replyTo -> new Remember(events, replyTo),
            Duration.ofSeconds(5),
            KIT.system().scheduler())
        .toCompletableFuture();
  }

  private static Journaled<JobsState> remember(ActorRef<Remember> entity, List<JobEvent> events) {
    TestProbe<Journaled<JobsState>> caller = KIT.createTestProbe();
    entity.tell(new Remember(events, caller.getRef()));
    return caller.receiveMessage();
  }

  @SuppressWarnings("unchecked") // only this entity writes to the stream
  private List<Chained<JobEvent>> stored() {
    List<Chained<JobEvent>> links = new ArrayList<>();
    JOURNAL.persistedInStorage(id).forEach(event -> links.add((Chained<JobEvent>) event));
    return links;
  }

  private static List<JobEvent> run(int number) {
    RunId run = new RunId("r-" + number);
    return List.of(
        new JobEvent.RunStarted("job", run, Optional.empty(), List.of(), NOON),
        new JobEvent.RunFinished("job", run, "fine", NOON));
  }
}
