package io.arduinotrader.support;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/**
 * A worker of a pool: does one job at a time, and knows nothing but its job. It answers every job,
 * also one it cannot do: a pool gives no further job to a worker that owes it an answer.
 *
 * @param <A> the message that carries a job to the worker
 * @param <C> the message that carries its result back
 */
public final class PoolWorker<A, C> {

  /**
   * How a worker does its jobs.
   *
   * @param failed the result of a job that ended with an exception, from the reason
   */
  public record Form<A, C>(
      ServiceKey<A> workers,
      Function<A, C> job,
      BiFunction<A, String, C> failed,
      Function<A, ActorRef<C>> replyTo) {}

  private final ActorContext<A> context;
  private final Form<A, C> form;

  private PoolWorker(ActorContext<A> context, Form<A, C> form) {
    this.context = context;
    this.form = form;
  }

  /** A worker that registers for jobs of every pool in the cluster. */
  public static <A, C> Behavior<A> create(Form<A, C> form) {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(form.workers(), context.getSelf()));
          PoolWorker<A, C> worker = new PoolWorker<>(context, form);
          return Behaviors.receiveMessage(worker::onMessage);
        });
  }

  private Behavior<A> onMessage(A assignment) {
    form.replyTo().apply(assignment).tell(result(assignment));
    return Behaviors.same();
  }

  private C result(A assignment) {
    try {
      return form.job().apply(assignment);
    } catch (RuntimeException failure) {
      context.getLog().error("a job of {} failed", form.workers().id(), failure);
      return form.failed().apply(assignment, "the job failed: " + Stages.reason(failure));
    }
  }
}
