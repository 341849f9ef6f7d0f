package io.arduinotrader.process;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.trading.broker.http.BrokerJson;
import io.arduinotrader.trading.broker.http.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** The simulated broker in a process of its own, which nodes call over a socket. */
final class BrokerProcess implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final String address;
  private Process process;

  private BrokerProcess(Path folder) {
    this.folder = folder;
    this.address = "127.0.0.1:" + NodeProcess.freePorts(1).getFirst();
    this.process = launch();
  }

  /** Starts a broker that can be told to misbehave and waits until it answers. */
  static BrokerProcess started(Path folder) {
    BrokerProcess broker = new BrokerProcess(folder);
    broker.awaitAnswers();
    return broker;
  }

  /** Ends the process at once. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  /** Starts the same broker again over the same book and waits until it answers. */
  void startAgain() {
    process = launch();
    awaitAnswers();
  }

  /** Stops the process where it is; its connections stay, and what is sent to it waits. */
  void pause() {
    Signals.stop(process);
  }

  /** Lets a stopped process go on. */
  void proceed() {
    Signals.proceed(process);
  }

  /** The settings that send a node to this broker. */
  Map<String, String> settings() {
    return Map.of("TRADER_BROKER", "http", "TRADER_BROKER_ADDRESS", address);
  }

  Line.Account account() {
    return BrokerJson.read(get("/account"), Line.Account.class);
  }

  /** Every order the broker ever had. */
  List<BrokerReport> orders() {
    List<BrokerReport> all = new ArrayList<>();
    Line.Page page = BrokerJson.read(get("/orders"), Line.Page.class);
    all.addAll(page.reports());
    while (page.next().isPresent()) {
      page = BrokerJson.read(get("/orders?after=" + page.next().get()), Line.Page.class);
      all.addAll(page.reports());
    }
    return all;
  }

  private String get(String path) {
    return answer(HttpRequest.newBuilder(URI.create("http://" + address + path)))
        .orElseThrow(() -> new AssertionError("the broker does not answer " + path));
  }

  private void awaitAnswers() {
    Awaitility.await("the broker answers")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new AssertionError("the broker has ended; see " + folder);
              }
              return answer(HttpRequest.newBuilder(URI.create("http://" + address + "/account")))
                  .isPresent();
            });
  }

  private Optional<String> answer(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(
              request.timeout(Duration.ofSeconds(10)).build(),
              HttpResponse.BodyHandlers.ofString());
      return Optional.of(answer)
          .filter(response -> response.statusCode() == Line.OK)
          .map(HttpResponse::body);
    } catch (IOException notYet) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  private Process launch() {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "io.arduinotrader.bootstrap.BrokerMain",
            "--faults");
    builder.environment().put("TRADER_DATA", folder.resolve("broker").toString());
    builder.environment().put("TRADER_AS_OF", "2025-12-30");
    builder.environment().put("TRADER_BROKER_ADDRESS", address);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
