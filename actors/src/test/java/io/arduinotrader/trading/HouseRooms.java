package io.arduinotrader.trading;

import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.UnreachableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Scheduler;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** Entities that are there when they are spoken to, and desks, on one actor system. */
public final class HouseRooms implements Rooms {

  private final Function<Behavior<?>, ActorRef<?>> spawner;
  private final Consumer<ActorRef<?>> stopper;
  private final Scheduler scheduler;
  private final Map<String, Function<String, Behavior<?>>> kinds = new ConcurrentHashMap<>();
  private final Map<String, ActorRef<?>> entities = new ConcurrentHashMap<>();
  private final Map<String, ActorRef<?>> desks = new ConcurrentHashMap<>();

  HouseRooms(ActorTestKit kit) {
    this(kit::spawn, kit::stop, kit.scheduler());
  }

  /**
   * Rooms on any actor system.
   *
   * @param stopper when it returns, what was stopped acts no more
   */
  public HouseRooms(
      Function<Behavior<?>, ActorRef<?>> spawner,
      Consumer<ActorRef<?>> stopper,
      Scheduler scheduler) {
    this.spawner = spawner;
    this.stopper = stopper;
    this.scheduler = scheduler;
  }

  /** How entities of a kind are made. */
  public <C> void kind(EntityTypeKey<C> kind, Function<String, Behavior<?>> behavior) {
    kinds.put(kind.name(), behavior);
  }

  public <C> void desk(ServiceKey<C> key, ActorRef<C> desk) {
    desks.put(key.id(), desk);
  }

  /** Nobody answers at a desk any longer. */
  void close(ServiceKey<?> key) {
    desks.remove(key.id());
  }

  /** Stops every entity, as the end of a node does; they are read from the journal when asked. */
  public void stopEntities() {
    entities.values().forEach(stopper);
    entities.clear();
  }

  /** Stops one entity, waiting neither for its work nor for its answers. */
  public void stop(EntityTypeKey<?> kind, String id) {
    ActorRef<?> entity = entities.remove(kind.name() + " " + id);
    if (entity != null) {
      stopper.accept(entity);
    }
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      EntityTypeKey<C> kind,
      String id,
      Duration budget,
      org.apache.pekko.japi.function.Function<ActorRef<R>, C> question) {
    return Stages.onArrival(AskPattern.ask(entity(kind, id), question, budget, scheduler));
  }

  @Override
  public <C> void tell(EntityTypeKey<C> kind, String id, C message) {
    entity(kind, id).tell(message);
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      ServiceKey<C> desk,
      Duration budget,
      org.apache.pekko.japi.function.Function<ActorRef<R>, C> question) {
    try {
      return Stages.onArrival(AskPattern.ask(found(desk), question, budget, scheduler));
    } catch (UnreachableException unreachable) {
      return CompletableFuture.failedStage(unreachable);
    }
  }

  @Override
  public <C> ActorRef<C> tell(ServiceKey<C> desk, C message) {
    ActorRef<C> found = found(desk);
    found.tell(message);
    return found;
  }

  @Override
  public CompletionStage<Done> awaitSign(ServiceKey<?> desk, Duration budget) {
    throw new UnsupportedOperationException("no signs here");
  }

  private <C> ActorRef<C> entity(EntityTypeKey<C> kind, String id) {
    return entities
        .computeIfAbsent(kind.name() + " " + id, name -> spawner.apply(behavior(kind.name(), id)))
        .unsafeUpcast();
  }

  private Behavior<?> behavior(String kind, String id) {
    Function<String, Behavior<?>> known = kinds.get(kind);
    if (known == null) {
      throw new IllegalStateException("no " + kind + " here");
    }
    return known.apply(id);
  }

  private <C> ActorRef<C> found(ServiceKey<C> key) {
    ActorRef<?> desk = desks.get(key.id());
    if (desk == null) {
      throw new UnreachableException("no " + key.id() + " desk can be reached");
    }
    return desk.unsafeUpcast();
  }
}
