package io.arduinotrader.support;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.japi.function.Function;

/** Rooms whose desks and entities are the test's probes, on one actor system without a cluster. */
public final class ProbeRooms implements Rooms {

  private final ActorTestKit kit;
  private final Map<String, TestProbe<?>> probes = new ConcurrentHashMap<>();
  private final Map<String, ActorRef<?>> residents = new ConcurrentHashMap<>();
  private final Set<String> cutOff = ConcurrentHashMap.newKeySet();

  public ProbeRooms(ActorTestKit kit) {
    this.kit = kit;
  }

  /** What is told or asked a desk. */
  public <C> TestProbe<C> desk(ServiceKey<C> key) {
    return probe(key.id());
  }

  /** What is told or asked an entity. */
  public <C> TestProbe<C> entity(EntityTypeKey<C> kind, String id) {
    return probe(name(kind, id));
  }

  /** From now on a desk does this with each message instead of waiting for the test. */
  public <C> void answer(ServiceKey<C> key, Consumer<C> answer) {
    residents.put(key.id(), answering(answer));
  }

  /** From now on an entity does this with each message instead of waiting for the test. */
  public <C> void answer(EntityTypeKey<C> kind, String id, Consumer<C> answer) {
    residents.put(name(kind, id), answering(answer));
  }

  /** From now on no desk of the key can be reached. */
  public void cutOff(ServiceKey<?> key) {
    cutOff.add(key.id());
  }

  /** A desk that was cut off can be reached again. */
  public void comeBack(ServiceKey<?> key) {
    cutOff.remove(key.id());
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      EntityTypeKey<C> kind, String id, Duration budget, Function<ActorRef<R>, C> question) {
    return ask(name(kind, id), budget, question);
  }

  @Override
  public <C> void tell(EntityTypeKey<C> kind, String id, C message) {
    this.<C>resident(name(kind, id)).tell(message);
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      ServiceKey<C> desk, Duration budget, Function<ActorRef<R>, C> question) {
    return ask(desk.id(), budget, question);
  }

  @Override
  public <C> ActorRef<C> tell(ServiceKey<C> desk, C message) {
    ActorRef<C> found = resident(desk.id());
    found.tell(message);
    return found;
  }

  @Override
  public CompletionStage<Done> awaitSign(ServiceKey<?> desk, Duration budget) {
    return cutOff.contains(desk.id())
        ? CompletableFuture.failedStage(unreachable(desk.id()))
        : CompletableFuture.completedStage(Done.getInstance());
  }

  private <C, R> CompletionStage<R> ask(
      String name, Duration budget, Function<ActorRef<R>, C> question) {
    return cutOff.contains(name)
        ? CompletableFuture.failedStage(unreachable(name))
        : AskPattern.ask(this.<C>resident(name), question, budget, kit.scheduler());
  }

  private <C> ActorRef<C> resident(String name) {
    if (cutOff.contains(name)) {
      throw unreachable(name);
    }
    ActorRef<?> resident = residents.get(name);
    return (resident == null ? probe(name).getRef() : resident).unsafeUpcast();
  }

  @SuppressWarnings("unchecked") // a name belongs to one key, and a key to one kind of message
  private <C> TestProbe<C> probe(String name) {
    return (TestProbe<C>) probes.computeIfAbsent(name, fresh -> kit.<C>createTestProbe());
  }

  private <C> ActorRef<C> answering(Consumer<C> answer) {
    return kit.spawn(
        Behaviors.<C>receiveMessage(
            message -> {
              answer.accept(message);
              return Behaviors.same();
            }));
  }

  private static String name(EntityTypeKey<?> kind, String id) {
    return kind.name() + " " + id;
  }

  private static UnreachableException unreachable(String name) {
    return new UnreachableException("no " + name + " desk can be reached");
  }
}
