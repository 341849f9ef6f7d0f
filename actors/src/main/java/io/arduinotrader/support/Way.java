package io.arduinotrader.support;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityRef;
import org.apache.pekko.japi.function.Function;

/**
 * The way to one actor. Within the node commands go as they are; to another node they go with
 * passes, which the guard at that node's entry takes off.
 */
sealed interface Way<C> {

  /** Who is at its end. */
  String name();

  void tell(C message);

  <R> CompletionStage<R> ask(Function<ActorRef<R>, C> question, Duration budget);

  void tellAcross(Object dispatched);

  CompletionStage<Object> askAcross(Function<ActorRef<Object>, Object> question, Duration budget);

  /** To an entity, wherever its shard is. */
  record ToEntity<C>(EntityRef<C> entity) implements Way<C> {

    @Override
    public String name() {
      return entity.getTypeKey().name() + " " + entity.getEntityId();
    }

    @Override
    public void tell(C message) {
      entity.tell(message);
    }

    @Override
    public <R> CompletionStage<R> ask(Function<ActorRef<R>, C> question, Duration budget) {
      return Stages.onArrival(entity.ask(question, budget));
    }

    @Override
    public void tellAcross(Object dispatched) {
      wrapped().tell(dispatched);
    }

    @Override
    public CompletionStage<Object> askAcross(
        Function<ActorRef<Object>, Object> question, Duration budget) {
      return Stages.onArrival(wrapped().ask(question, budget));
    }

    @SuppressWarnings("unchecked") // behind the guard the entity takes wrapped commands, too
    private EntityRef<Object> wrapped() {
      return (EntityRef<Object>) entity;
    }
  }

  /** To a desk. */
  record ToDesk<C>(ActorRef<C> desk, ActorSystem<?> system) implements Way<C> {

    @Override
    public String name() {
      return desk.path().name();
    }

    @Override
    public void tell(C message) {
      desk.tell(message);
    }

    @Override
    public <R> CompletionStage<R> ask(Function<ActorRef<R>, C> question, Duration budget) {
      return Stages.onArrival(AskPattern.ask(desk, question, budget, system.scheduler()));
    }

    @Override
    public void tellAcross(Object dispatched) {
      desk.<Object>unsafeUpcast().tell(dispatched);
    }

    @Override
    public CompletionStage<Object> askAcross(
        Function<ActorRef<Object>, Object> question, Duration budget) {
      return Stages.onArrival(
          AskPattern.ask(desk.<Object>unsafeUpcast(), question, budget, system.scheduler()));
    }
  }
}
