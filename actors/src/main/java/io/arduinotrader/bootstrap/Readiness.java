package io.arduinotrader.bootstrap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Extension;
import org.apache.pekko.actor.typed.ExtensionId;

/** How far the node is on its way up or down, for those who ask whether it can be used. */
public final class Readiness implements Extension {

  /** The way of a node. */
  private enum Phase {
    STARTING,
    SERVING,
    DRAINING
  }

  /** Where the actor system keeps the one instance. */
  public static final class Id extends ExtensionId<Readiness> {

    static final Id INSTANCE = new Id();

    private Id() {}

    @Override
    public Readiness createExtension(ActorSystem<?> system) {
      return new Readiness();
    }
  }

  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
  private volatile Supplier<CompletionStage<Boolean>> journal =
      () -> CompletableFuture.completedStage(false);
  private volatile Supplier<CompletionStage<Boolean>> sharding =
      () -> CompletableFuture.completedStage(false);

  private Readiness() {}

  /** The one instance of an actor system. */
  public static Readiness get(ActorSystem<?> system) {
    return Id.INSTANCE.apply(system);
  }

  /** From now on the journal and the entities can be asked whether they answer. */
  void probes(
      Supplier<CompletionStage<Boolean>> journalAnswers,
      Supplier<CompletionStage<Boolean>> shardingAnswers) {
    journal = journalAnswers;
    sharding = shardingAnswers;
  }

  /** All ports are bound. */
  void serving() {
    phase.compareAndSet(Phase.STARTING, Phase.SERVING);
  }

  /** New calls are refused from now on. */
  void draining() {
    phase.set(Phase.DRAINING);
  }

  boolean isStarted() {
    return phase.get() != Phase.STARTING;
  }

  boolean isServing() {
    return phase.get() == Phase.SERVING;
  }

  CompletionStage<Boolean> journalAnswers() {
    return journal.get();
  }

  CompletionStage<Boolean> shardingAnswers() {
    return sharding.get();
  }
}
