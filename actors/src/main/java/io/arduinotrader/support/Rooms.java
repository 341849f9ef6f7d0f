package io.arduinotrader.support;

import java.time.Duration;
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
 * java.util.concurrent.TimeoutException} says that nobody answered within the budget: what was
 * asked may have been done all the same.
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
   * Tells one of the desks registered under the key something.
   *
   * @return the desk that was told, so that its end can be noticed
   */
  <C> ActorRef<C> tell(ServiceKey<C> desk, C message);

  /** Completes when a desk registered under the key works off its messages. */
  CompletionStage<Done> awaitSign(ServiceKey<?> desk, Duration budget);
}
