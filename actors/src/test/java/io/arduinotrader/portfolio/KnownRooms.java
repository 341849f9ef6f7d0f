package io.arduinotrader.portfolio;

import io.arduinotrader.support.Rooms;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.japi.function.Function;

/** Actors of one system by the key they answer to; what has no actor is out of reach. */
final class KnownRooms implements Rooms {

  private final ActorTestKit kit;
  private final Map<Object, ActorRef<?>> actors = new HashMap<>();

  KnownRooms(ActorTestKit kit) {
    this.kit = kit;
  }

  <C> void put(EntityTypeKey<C> kind, ActorRef<C> actor) {
    actors.put(kind, actor);
  }

  <C> void put(ServiceKey<C> desk, ActorRef<C> actor) {
    actors.put(desk, actor);
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      EntityTypeKey<C> kind, String id, Duration budget, Function<ActorRef<R>, C> question) {
    return ask((Object) kind, budget, question);
  }

  @Override
  public <C> void tell(EntityTypeKey<C> kind, String id, C message) {
    throw new UnsupportedOperationException("nobody is only told here");
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      ServiceKey<C> desk, Duration budget, Function<ActorRef<R>, C> question) {
    return ask((Object) desk, budget, question);
  }

  @Override
  public <C> ActorRef<C> tell(ServiceKey<C> desk, C message) {
    throw new UnsupportedOperationException("nobody is only told here");
  }

  @Override
  public CompletionStage<Done> awaitSign(ServiceKey<?> desk, Duration budget) {
    throw new UnsupportedOperationException("nobody is waited for here");
  }

  private <C, R> CompletionStage<R> ask(
      Object key, Duration budget, Function<ActorRef<R>, C> question) {
    ActorRef<?> actor = actors.get(key);
    if (actor == null) {
      return CompletableFuture.failedStage(new IllegalStateException(key + " is out of reach"));
    }
    ActorRef<C> addressee = actor.unsafeUpcast();
    return AskPattern.ask(addressee, question, budget, kit.scheduler());
  }
}
