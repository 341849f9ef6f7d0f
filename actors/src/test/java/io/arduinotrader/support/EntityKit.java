package io.arduinotrader.support;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.persistence.codec.Chained;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.SerializationSettings;

/** Runs entities in memory with the serialization of a node. */
public final class EntityKit {

  private EntityKit() {}

  /** An actor system that writes messages, events and snapshots as a node does. */
  public static ActorTestKit create() {
    return ActorTestKit.create(
        ConfigFactory.parseResources("serialization.conf")
            .withFallback(EventSourcedBehaviorTestKit.config())
            .resolve());
  }

  /**
   * An actor system whose journal keeps bytes in memory, so that an entity can end and begin again;
   * timers run when {@code ManualTime} says so.
   */
  public static ActorTestKit journaling() {
    return ActorTestKit.create(
        ManualTime.config()
            .withFallback(ConfigFactory.parseResources("serialization.conf"))
            .withFallback(PersistenceTestKitPlugin.config())
            .withFallback(PersistenceTestKitSnapshotPlugin.config())
            .resolve());
  }

  /**
   * Commands, replies and events are written to bytes, read back and compared. States are not: only
   * their snapshots are ever written, and no serializer knows a state itself.
   */
  public static <C, E, S> EventSourcedBehaviorTestKit<C, Chained<E>, Journaled<S>> entity(
      ActorTestKit kit, Behavior<C> behavior) {
    return EventSourcedBehaviorTestKit.create(
        kit.system(), behavior, new SerializationSettings(true, true, true, true, false));
  }
}
