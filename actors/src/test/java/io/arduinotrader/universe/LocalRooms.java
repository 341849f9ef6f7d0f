package io.arduinotrader.universe;

import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Rooms;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.japi.function.Function;

/** The universe and its securities on one actor system, without a cluster. */
final class LocalRooms implements Rooms {

  private final ActorTestKit kit;
  private final InstantSource clock;
  private final Map<String, ActorRef<?>> entities = new ConcurrentHashMap<>();
  private volatile boolean unreachable;

  LocalRooms(ActorTestKit kit, InstantSource clock) {
    this.kit = kit;
    this.clock = clock;
  }

  /** From now on nobody can be reached. */
  void cutOff() {
    unreachable = true;
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      EntityTypeKey<C> kind, String id, Duration budget, Function<ActorRef<R>, C> question) {
    return unreachable
        ? CompletableFuture.failedStage(new IllegalStateException("cut off"))
        : AskPattern.ask(entity(kind, id), question, budget, kit.scheduler());
  }

  @Override
  public <C> void tell(EntityTypeKey<C> kind, String id, C message) {
    entity(kind, id).tell(message);
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      ServiceKey<C> desk, Duration budget, Function<ActorRef<R>, C> question) {
    throw new UnsupportedOperationException("no desks here");
  }

  @Override
  public <C> ActorRef<C> tell(ServiceKey<C> desk, C message) {
    throw new UnsupportedOperationException("no desks here");
  }

  @Override
  public CompletionStage<Done> awaitSign(ServiceKey<?> desk, Duration budget) {
    throw new UnsupportedOperationException("no desks here");
  }

  private <C> ActorRef<C> entity(EntityTypeKey<C> kind, String id) {
    return entities
        .computeIfAbsent(kind.name() + " " + id, name -> kit.spawn(behavior(kind.name(), id)))
        .unsafeUpcast();
  }

  private Behavior<?> behavior(String kind, String id) {
    if (kind.equals(UniverseCommand.KEY.name())) {
      return UniverseEntity.create(id, clock);
    }
    if (kind.equals(SecurityCommand.KEY.name())) {
      return SecurityEntity.create(new Isin(id), clock);
    }
    throw new IllegalArgumentException(kind);
  }
}
