package io.arduinotrader.lifeline;

import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.BehaviorInterceptor;
import org.apache.pekko.actor.typed.TypedActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Stands at the entry of whatever other nodes send commands to. A command that was sent before the
 * line last broke, or whose sender has stopped waiting, has been answered already: it is not done.
 */
public final class EntryGuard<C> extends BehaviorInterceptor<Dispatched, C> {

  private static final String REASON = "the command came after its sender had given up";

  private final Lines lines;

  private EntryGuard(Lines lines) {
    super(Dispatched.class);
    this.lines = lines;
  }

  /** The behavior behind a guard; what is sent within the node passes as it is. */
  @SuppressWarnings("unchecked") // the guard takes what the behavior takes, wrapped or not
  public static <C> Behavior<C> before(Behavior<C> behavior, Lines lines) {
    return (Behavior<C>)
        (Behavior<?>) Behaviors.intercept(() -> new EntryGuard<C>(lines), behavior);
  }

  @Override
  @SuppressWarnings("unchecked") // a command was addressed to the kind of actor that takes it
  public Behavior<C> aroundReceive(
      TypedActorContext<Dispatched> context, Dispatched dispatched, ReceiveTarget<C> target) {
    if (lines.admits(dispatched)) {
      return target.apply(context, (C) dispatched.command());
    }
    context
        .asJava()
        .getLog()
        .info("a {} is not done: {}", dispatched.command().getClass().getSimpleName(), REASON);
    dispatched.asker().ifPresent(asker -> asker.tell(new Declined(REASON)));
    return Behaviors.same();
  }
}
