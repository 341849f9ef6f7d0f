package io.arduinotrader.bootstrap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;

/** The checks behind the management server's paths; the server makes them by their class name. */
abstract class HealthCheck implements Supplier<CompletionStage<Boolean>> {

  private final org.apache.pekko.actor.typed.ActorSystem<Void> system;

  HealthCheck(ActorSystem system) {
    this.system = Adapter.toTyped(system);
  }

  Readiness readiness() {
    return Readiness.get(system);
  }

  MemberStatus memberStatus() {
    return Cluster.get(system).selfMember().status();
  }

  /** The node has come up once. */
  public static final class Started extends HealthCheck {

    public Started(ActorSystem system) {
      super(system);
    }

    @Override
    public CompletionStage<Boolean> get() {
      return CompletableFuture.completedStage(readiness().isStarted());
    }
  }

  /** The journal answers a question. */
  public static final class Journal extends HealthCheck {

    public Journal(ActorSystem system) {
      super(system);
    }

    @Override
    public CompletionStage<Boolean> get() {
      return readiness().journalAnswers();
    }
  }

  /** An entity answers through sharding. */
  public static final class Sharding extends HealthCheck {

    public Sharding(ActorSystem system) {
      super(system);
    }

    @Override
    public CompletionStage<Boolean> get() {
      return readiness().shardingAnswers();
    }
  }

  /** The ports are bound and new calls are taken. */
  public static final class Ports extends HealthCheck {

    public Ports(ActorSystem system) {
      super(system);
    }

    @Override
    public CompletionStage<Boolean> get() {
      return CompletableFuture.completedStage(readiness().isServing());
    }
  }

  /** The node has not been put out of the cluster. */
  public static final class Membership extends HealthCheck {

    public Membership(ActorSystem system) {
      super(system);
    }

    @Override
    public CompletionStage<Boolean> get() {
      MemberStatus status = memberStatus();
      return CompletableFuture.completedStage(
          !status.equals(MemberStatus.down()) && !status.equals(MemberStatus.removed()));
    }
  }
}
