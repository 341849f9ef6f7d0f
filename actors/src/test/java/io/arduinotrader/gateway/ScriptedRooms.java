package io.arduinotrader.gateway;

import io.arduinotrader.protocol.answers.AnswerCommand;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.UnreachableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/**
 * A house whose actors answer from a script, by the class of the message. A message without a line
 * in the script cannot be delivered.
 */
public final class ScriptedRooms implements Rooms {

  private final Map<Class<?>, Function<Object, List<?>>> script = new ConcurrentHashMap<>();
  private final List<Object> told = new CopyOnWriteArrayList<>();
  private final ActorTestKit kit;
  private final ActorRef<Object> actor;

  public ScriptedRooms(ActorTestKit kit) {
    this.kit = kit;
    this.actor = kit.spawn(behavior());
  }

  /** Forgets script and messages. Keys were never used before, and every answer is kept. */
  public void clear() {
    script.clear();
    told.clear();
    on(AnswerCommand.Begin.class, begin -> new AnswerCommand.First());
    on(AnswerCommand.Keep.class, keep -> new AnswerCommand.Answered(keep.answer()));
    on(AnswerCommand.Forget.class, forget -> new AnswerCommand.Forgotten());
  }

  /** Answers such a message with one reply. */
  public <M> ScriptedRooms on(Class<M> message, Function<M, ?> reply) {
    return onMany(message, reply.andThen(List::of));
  }

  /** Answers such a message with several replies, none of which may be missing. */
  public <M> ScriptedRooms onMany(Class<M> message, Function<M, List<?>> replies) {
    script.put(message, asked -> replies.apply(message.cast(asked)));
    return this;
  }

  /** Never answers such a message. */
  public ScriptedRooms silent(Class<?> message) {
    return onMany(message, asked -> List.of());
  }

  /** All such messages so far. */
  public <M> List<M> told(Class<M> message) {
    return told.stream().filter(message::isInstance).map(message::cast).toList();
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      EntityTypeKey<C> kind,
      String id,
      Duration budget,
      org.apache.pekko.japi.function.Function<ActorRef<R>, C> question) {
    return ask(budget, question);
  }

  @Override
  public <C> void tell(EntityTypeKey<C> kind, String id, C message) {
    require(message);
    actor.tell(message);
  }

  @Override
  public <C, R> CompletionStage<R> ask(
      ServiceKey<C> desk,
      Duration budget,
      org.apache.pekko.japi.function.Function<ActorRef<R>, C> question) {
    return ask(budget, question);
  }

  @Override
  @SuppressWarnings("unchecked") // the one actor understands every message
  public <C> ActorRef<C> tell(ServiceKey<C> desk, C message) {
    require(message);
    actor.tell(message);
    return (ActorRef<C>) (ActorRef<?>) actor;
  }

  @Override
  public CompletionStage<Done> awaitSign(ServiceKey<?> desk, Duration budget) {
    return script.containsKey(ServiceKey.class)
        ? CompletableFuture.completedFuture(Done.getInstance())
        : CompletableFuture.failedStage(new UnreachableException("no " + desk.id() + " desk"));
  }

  /** Lets every desk show signs of life. */
  public ScriptedRooms alive() {
    return silent(ServiceKey.class);
  }

  private <C, R> CompletionStage<R> ask(
      Duration budget, org.apache.pekko.japi.function.Function<ActorRef<R>, C> question) {
    try {
      C probe = question.apply(kit.<R>createTestProbe().ref());
      require(probe);
    } catch (UnreachableException away) {
      return CompletableFuture.failedStage(away);
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
    return AskPattern.<Object, R>ask(actor, question::apply, budget, kit.system().scheduler());
  }

  private void require(Object message) {
    if (!script.containsKey(message.getClass())) {
      throw new UnreachableException("nobody answers " + message.getClass().getSimpleName());
    }
  }

  private Behavior<Object> behavior() {
    return Behaviors.receiveMessage(
        message -> {
          told.add(message);
          Function<Object, List<?>> line = script.get(message.getClass());
          if (line != null) {
            List<?> replies = line.apply(message);
            if (!replies.isEmpty()) {
              ActorRef<Object> replyTo = replyTo(message);
              replies.forEach(replyTo::tell);
            }
          }
          return Behaviors.same();
        });
  }

  @SuppressWarnings("unchecked") // a script answers what it is asked
  private static ActorRef<Object> replyTo(Object message) {
    try {
      return (ActorRef<Object>) message.getClass().getMethod("replyTo").invoke(message);
    } catch (ReflectiveOperationException noQuestion) {
      throw new IllegalStateException(message + " wants no answer", noQuestion);
    }
  }
}
