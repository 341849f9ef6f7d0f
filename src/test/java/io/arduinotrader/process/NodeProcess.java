package io.arduinotrader.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A node in a process of its own, with ports nobody else uses and data in a folder of the test. */
public final class NodeProcess implements AutoCloseable {

  private static final List<String> SERVICES =
      List.of("PLANNING", "SCORING", "OPTIMIZATION", "PORTFOLIO", "TRADING", "UNIVERSE", "GATEWAY");

  private final Path folder;
  private final List<String> prefix;
  private final String host;
  private final Map<String, String> environment;
  private Process process;

  private NodeProcess(
      Path folder, List<String> prefix, String host, Map<String, String> environment) {
    this.folder = folder;
    this.prefix = List.copyOf(prefix);
    this.host = host;
    this.environment = new HashMap<>(environment);
    this.environment.put("TRADER_DATA", folder.resolve("data").toString());
    this.process = launch();
  }

  /** Starts a node and waits until it can be used. */
  public static NodeProcess started(Path folder) {
    return started(folder, Map.of());
  }

  /** Starts a node with settings of its own and waits until it can be used. */
  static NodeProcess started(Path folder, Map<String, String> overrides) {
    NodeProcess node = launched(folder, overrides);
    node.awaitReady();
    return node;
  }

  private static NodeProcess launched(Path folder, Map<String, String> overrides) {
    Map<String, String> environment = new HashMap<>(surroundings());
    environment.putAll(overrides);
    return new NodeProcess(folder, List.of(), "127.0.0.1", environment);
  }

  /**
   * Starts one of several nodes; it need not come up before the others are there.
   *
   * @param prefix a command that runs the node's command, empty for none
   * @param host the node's own address
   */
  public static NodeProcess launched(
      Path folder, List<String> prefix, String host, Map<String, String> environment) {
    return new NodeProcess(folder, prefix, host, environment);
  }

  /** Ports nobody else uses, and a quiet market on a day long past. */
  public static Map<String, String> surroundings() {
    Map<String, String> environment = new HashMap<>();
    List<Integer> ports = freePorts(SERVICES.size() + 4);
    for (int i = 0; i < SERVICES.size(); i++) {
      environment.put("TRADER_PORT_" + SERVICES.get(i), ports.get(i).toString());
    }
    environment.put("TRADER_MANAGEMENT_PORT", ports.get(SERVICES.size()).toString());
    environment.put("TRADER_CLUSTER_PORT", ports.get(SERVICES.size() + 1).toString());
    environment.put("TRADER_LIFELINE_PORT", ports.get(SERVICES.size() + 2).toString());
    environment.put("TRADER_METRICS_PORT", ports.get(SERVICES.size() + 3).toString());
    environment.put("TRADER_AS_OF", "2025-12-30");
    environment.put("TRADER_JOBS", "false");
    environment.put("TRADER_FREQUENCY_LIMITS", "false");
    return Map.copyOf(environment);
  }

  /** What a process that ends by itself says, and its exit status. */
  public record Ended(int status, String words) {}

  /** Starts a node that is not expected to come up. */
  public static Ended ending(Path folder, Map<String, String> overrides) {
    NodeProcess node = launched(folder, overrides);
    return new Ended(node.exitStatus(Duration.ofMinutes(1)), node.words());
  }

  /** The port that offers every service. */
  public int gatewayPort() {
    return port("GATEWAY");
  }

  /** Where the node shows its figures. */
  public URI metrics() {
    return URI.create("http://127.0.0.1:" + environment.get("TRADER_METRICS_PORT") + "/metrics");
  }

  private int port(String service) {
    return Integer.parseInt(environment.get("TRADER_PORT_" + service));
  }

  /** The node's own address. */
  public String host() {
    return host;
  }

  /** The address at which clients call. */
  public String clientHost() {
    return environment.getOrDefault("TRADER_GRPC_HOST", host);
  }

  /** Ends the process at once, as a power cut would. */
  public void kill() {
    process.destroyForcibly();
    exitStatus(Duration.ofSeconds(10));
  }

  /** Stops the process where it is; its connections stay, and what is sent to it waits. */
  public void pause() {
    Signals.stop(process);
  }

  /** Lets a stopped process go on. */
  public void proceed() {
    Signals.proceed(process);
  }

  /** Tells the process to end. */
  public void terminate() {
    process.destroy();
  }

  public int exitStatus(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the node has not ended within " + limit + ":\n" + words());
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  /** Starts the same node again over the same data. */
  public void startAgain() {
    launchAgain();
    awaitReady();
  }

  /** As {@link #startAgain}, without waiting. */
  public void launchAgain() {
    process = launch();
  }

  /** Lets the process run for a while; it is a failure when it ends by itself. */
  void runFor(Duration time) {
    try {
      if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the node has ended:\n" + words());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  /** Whether the process runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  private Process launch() {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("io.arduinotrader.bootstrap.Main");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    try {
      Files.createDirectories(folder);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the node can be used. */
  public void awaitReady() {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://" + host + ":" + environment.get("TRADER_MANAGEMENT_PORT") + "/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    Awaitility.await("the node is ready")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new AssertionError("the node has ended:\n" + words());
              }
              return isReady(http, request);
            });
  }

  private static boolean isReady(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What the node has said so far. */
  public String words() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return folder.resolve("node.log");
  }

  static List<Integer> freePorts(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        // free on every address of the machine
        ServerSocket socket = new ServerSocket(0);
        sockets.add(socket);
        ports.add(socket.getLocalPort());
      }
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ports;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
