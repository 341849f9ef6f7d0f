package io.arduinotrader.support;

import io.arduinotrader.config.ServiceRole;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.japi.function.Function;

/**
 * The ways to the actors that do the work, wherever in the cluster they are.
 *
 * <p>What cannot be reached is told at once by an {@link UnreachableException}: asking brings it in
 * the stage, telling throws it. Then nothing was sent. A stage that fails with a {@link
 * java.util.concurrent.TimeoutException} says that nobody answered within the budget, one that
 * fails with a {@link WayLostException} that the other node was lost meanwhile: what was asked may
 * have been done all the same. It is not done after the stage has failed.
 */
public interface Rooms {

  /** Asks an entity, for example the portfolio of an account. */
  <C, R> CompletionStage<R> ask(
      EntityTypeKey<C> kind, String id, Duration budget, Function<ActorRef<R>, C> question);

  /** Tells an entity something; answers go to whomever the message names. */
  <C> void tell(EntityTypeKey<C> kind, String id, C message);

  /** Asks one of the desks registered under the key. */
  <C, R> CompletionStage<R> ask(
      ServiceKey<C> desk, Duration budget, Function<ActorRef<R>, C> question);

  /**
   * Asks the desk that is on the same node as a service, for what each node keeps for itself. Where
   * all is on one node there is one such desk.
   */
  default <C, R> CompletionStage<R> askBeside(
      ServiceRole service, ServiceKey<C> desk, Duration budget, Function<ActorRef<R>, C> question) {
    return ask(desk, budget, question);
  }

  /**
   * Services of which each is on another node, together all nodes that run one; reachable nodes
   * first. Where all is on one node there is one.
   */
  default List<ServiceRole> apart() {
    return List.of(ServiceRole.PORTFOLIO);
  }

  /**
   * Tells one of the desks registered under the key something.
   *
   * @return the desk that was told, so that its end can be noticed
   */
  <C> ActorRef<C> tell(ServiceKey<C> desk, C message);

  /**
   * Fails with a {@link WayLostException} as soon as the node of an actor is lost, for those who
   * listen to it. They complete the future when they no longer do.
   */
  default CompletableFuture<Done> untilLost(ActorRef<?> actor) {
    return new CompletableFuture<>();
  }

  /** As {@link #untilLost(ActorRef)}, for an entity. */
  default CompletableFuture<Done> untilLost(EntityTypeKey<?> kind) {
    return new CompletableFuture<>();
  }

  /** Completes when a desk registered under the key works off its messages. */
  CompletionStage<Done> awaitSign(ServiceKey<?> desk, Duration budget);
}
