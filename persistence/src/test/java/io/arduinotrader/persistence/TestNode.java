package io.arduinotrader.persistence;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.arduinotrader.persistence.codec.EventCodec;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseKind;
import io.arduinotrader.persistence.db.DatabaseSetup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.PersistenceId;

/** An actor system on a real database, configured as a node is. */
public final class TestNode implements AutoCloseable {

  private static final String LOGGING =
      """
      pekko.loggers = ["org.apache.pekko.event.slf4j.Slf4jLogger"]
      pekko.loglevel = WARNING
      pekko.stdout-loglevel = OFF
      """;

  private static final Duration STORED_WITHIN = Duration.ofSeconds(20);

  private final Database database;
  private final ActorSystem<Void> system;
  private final ActorTestKit kit;

  private TestNode(Database database, ActorSystem<Void> system) {
    this.database = database;
    this.system = system;
    this.kit = ActorTestKit.create(system);
  }

  /** Starts a node on an open database, which the node does not close. */
  public static TestNode start(Database database) {
    Config config =
        ConfigFactory.parseString(LOGGING)
            .withFallback(ConfigFactory.parseResources("serialization.conf"))
            .withFallback(ConfigFactory.parseResources(storeSettings(database.kind())))
            .withFallback(ConfigFactory.load())
            .resolve();
    return new TestNode(
        database,
        ActorSystem.create(
            Behaviors.empty(),
            "persistence-test",
            ActorSystemSetup.create(BootstrapSetup.create(config), new DatabaseSetup(database))));
  }

  private static String storeSettings(DatabaseKind kind) {
    return switch (kind) {
      case H2 -> "persistence-h2.conf";
      case POSTGRESQL -> "persistence-postgres.conf";
    };
  }

  public Database database() {
    return database;
  }

  public ActorSystem<?> system() {
    return system;
  }

  public <T> ActorRef<T> spawn(Behavior<T> behavior) {
    return kit.spawn(behavior);
  }

  /** Returns when an actor has ended by itself. */
  public <T> void awaitEnd(ActorRef<T> actor) {
    kit.createTestProbe().expectTerminated(actor, STORED_WITHIN);
  }

  /** Stops an actor and waits for its end. */
  public <T> void stop(ActorRef<T> actor) {
    kit.stop(actor, STORED_WITHIN);
  }

  /** Starts a writer, stores the events in one go, and returns when all are stored. */
  public <E> void store(
      PersistenceId id, EventCodec<E> codec, String tag, List<? extends E> events) {
    ActorRef<StreamWriter.Message<E>> writer = spawn(StreamWriter.create(id, codec, tag));
    TestProbe<Done> probe = kit.createTestProbe();
    writer.tell(new StreamWriter.Append<>(List.copyOf(events), probe.getRef()));
    probe.receiveMessage(STORED_WITHIN);
    stop(writer);
  }

  /** Starts a writer and returns how many events it has read and the hash of the last one. */
  public <E> StreamWriter.Found recover(PersistenceId id, EventCodec<E> codec) {
    ActorRef<StreamWriter.Message<E>> writer = spawn(StreamWriter.create(id, codec, ""));
    TestProbe<StreamWriter.Found> probe = kit.createTestProbe();
    writer.tell(new StreamWriter.Recover<>(probe.getRef()));
    StreamWriter.Found found = probe.receiveMessage(STORED_WITHIN);
    stop(writer);
    return found;
  }

  @Override
  public void close() {
    system.terminate();
    try {
      system.getWhenTerminated().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the test node does not stop", e);
    }
  }
}
