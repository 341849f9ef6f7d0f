package io.arduinotrader.console;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.protocol.grpc.gateway.GatewayServiceClient;
import io.arduinotrader.protocol.grpc.operations.OperationsServiceClient;
import io.arduinotrader.protocol.grpc.planning.PlanningServiceClient;
import io.arduinotrader.protocol.grpc.portfolio.PortfolioServiceClient;
import io.arduinotrader.protocol.grpc.replay.ReplayServiceClient;
import io.arduinotrader.protocol.grpc.trading.TradingServiceClient;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.grpc.GrpcClientSettings;
import org.apache.pekko.stream.javadsl.Source;
import org.jspecify.annotations.Nullable;

/** A connection to a node's gateway for the time of one command. */
final class Connection implements AutoCloseable {

  private static final Duration UNARY = Duration.ofSeconds(60);
  private static final Duration STREAM = Duration.ofMinutes(30);

  private final ActorSystem system;
  private final GrpcClientSettings settings;

  Connection(String host, int port) {
    this.system =
        ActorSystem.create("console", ConfigFactory.parseResources("console.conf").resolve());
    this.settings =
        GrpcClientSettings.connectToServiceAt(host, port, system)
            .withTls(false)
            .withConnectionAttempts(1);
  }

  GatewayServiceClient gateway() {
    return GatewayServiceClient.create(settings, system);
  }

  PortfolioServiceClient portfolio() {
    return PortfolioServiceClient.create(settings, system);
  }

  PlanningServiceClient planning() {
    return PlanningServiceClient.create(settings, system);
  }

  TradingServiceClient trading() {
    return TradingServiceClient.create(settings, system);
  }

  OperationsServiceClient operations() {
    return OperationsServiceClient.create(settings, system);
  }

  ReplayServiceClient replay() {
    return ReplayServiceClient.create(settings, system);
  }

  /** The answer of one call. */
  <T> T answer(CompletionStage<T> call) {
    return await(call, UNARY);
  }

  /** Hears every message of a stream; returns when it has ended well. */
  <T> void each(Source<T, NotUsed> stream, Consumer<T> listener) {
    await(stream.runForeach(listener::accept, system), STREAM);
  }

  private static <T> T await(CompletionStage<T> stage, Duration limit) {
    BlockingQueue<Outcome<T>> outcome = new ArrayBlockingQueue<>(1);
    stage.whenComplete((value, failure) -> outcome.add(new Outcome<>(value, failure)));
    try {
      Outcome<T> heard = outcome.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (heard == null) {
        throw new CommandFailedException(
            "the node has not answered for " + limit.toSeconds() + " s");
      }
      return heard.orThrow();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("interrupted");
    }
  }

  private record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {

    T orThrow() {
      if (value == null) {
        throw new CompletionException(failure);
      }
      return value;
    }
  }

  @Override
  public void close() {
    system.terminate();
  }
}
