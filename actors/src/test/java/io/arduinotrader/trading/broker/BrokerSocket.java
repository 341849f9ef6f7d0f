package io.arduinotrader.trading.broker;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.trading.broker.http.BrokerJson;
import io.arduinotrader.trading.broker.http.HttpBroker;
import io.arduinotrader.trading.broker.server.BrokerCall;
import io.arduinotrader.trading.broker.server.BrokerServer;
import io.arduinotrader.trading.broker.server.Fault;
import io.arduinotrader.trading.broker.server.FaultPlan;
import io.arduinotrader.trading.broker.server.Provocation;
import io.arduinotrader.trading.broker.server.StagedPrices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.ServerBinding;

/** A simulated broker behind a real socket and the one who calls it, in the test's process. */
public final class BrokerSocket implements BrokerConformance.Subject {

  private static final int PAGE = 10;

  /** One for all tests of the process, because starting takes longer than most of them. */
  private static final ActorSystem<Void> SYSTEM =
      ActorSystem.create(
          Behaviors.empty(),
          "line",
          ConfigFactory.parseString(
                  "pekko { daemonic = on, http.server.request-timeout = infinite }")
              .withFallback(ConfigFactory.parseResources("serialization.conf"))
              .withFallback(ConfigFactory.load()));

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final HttpClient http = HttpClient.newHttpClient();
  private final BrokerPrices prices;
  private final Function<BrokerPrices, SimulatedBroker> maker;
  private final InetSocketAddress address;
  private final HttpBroker port;
  private SimulatedBroker broker;
  private ServerBinding binding;
  private boolean isListening;

  /**
   * A broker that sees prices unless something else is staged.
   *
   * @param maker opens the broker over the same book again and again
   * @param limit how long one call may take
   */
  public BrokerSocket(
      BrokerPrices prices, Function<BrokerPrices, SimulatedBroker> maker, Duration limit) {
    this.prices = prices;
    this.maker = maker;
    listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    address = binding.localAddress();
    port = new HttpBroker(SYSTEM, address, SimulatedBroker.CAPABILITIES.fromOutside(), limit);
  }

  @Override
  public HttpBroker port() {
    return port;
  }

  /** The broker itself, to look at its book past the socket. */
  public SimulatedBroker broker() {
    return broker;
  }

  /** Has the next calls go wrong. */
  public void fault(BrokerCall call, Fault.Kind kind, int times) {
    provoke(
        "fault", new Provocation.Planned(call, kind, times, Optional.empty(), Optional.empty()));
  }

  /** Has the next call go wrong by an execution. */
  public void execution(BrokerCall call, Fault.Kind kind, long shares) {
    provoke(
        "fault",
        new Provocation.Planned(call, kind, 1, Optional.empty(), Optional.of(Quantity.of(shares))));
  }

  /** Has the next call held for a while before it has its effect. */
  public void delay(BrokerCall call, Duration delay) {
    provoke(
        "fault",
        new Provocation.Planned(
            call, Fault.Kind.DELAY, 1, Optional.of(delay.toMillis()), Optional.empty()));
  }

  /** Says something to the broker that only a broker with faults understands. */
  public void provoke(String what, Object body) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + address.getPort() + "/provoke/" + what))
                  .POST(HttpRequest.BodyPublishers.ofString(BrokerJson.write(body)))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void restart() {
    breakDown();
    listen(address);
  }

  @Override
  public void breakDown() {
    if (isListening) {
      isListening = false;
      binding.terminate(Duration.ofMillis(1)).toCompletableFuture().join();
      broker.close();
    }
  }

  private void listen(InetSocketAddress where) {
    StagedPrices staged = new StagedPrices(prices);
    broker = maker.apply(staged);
    binding =
        BrokerServer.open(
                SYSTEM,
                where,
                broker,
                threads,
                PAGE,
                Optional.of(new Provocation(broker, new FaultPlan(), staged)))
            .toCompletableFuture()
            .join();
    isListening = true;
  }

  @Override
  public void close() {
    breakDown();
    threads.shutdown();
  }
}
