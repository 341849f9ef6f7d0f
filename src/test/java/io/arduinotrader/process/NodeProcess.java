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
  private final Map<String, String> environment = new HashMap<>();
  private final int gatewayPort;
  private final int managementPort;
  private Process process;

  private NodeProcess(Path folder, Map<String, String> overrides) {
    this.folder = folder;
    List<Integer> ports = freePorts(SERVICES.size() + 2);
    for (int i = 0; i < SERVICES.size(); i++) {
      environment.put("TRADER_PORT_" + SERVICES.get(i), ports.get(i).toString());
    }
    this.gatewayPort = ports.get(SERVICES.size() - 1);
    this.managementPort = ports.get(SERVICES.size());
    environment.put("TRADER_MANAGEMENT_PORT", Integer.toString(managementPort));
    environment.put("TRADER_CLUSTER_PORT", ports.get(SERVICES.size() + 1).toString());
    environment.put("TRADER_DATA", folder.resolve("data").toString());
    environment.put("TRADER_AS_OF", "2025-12-30");
    environment.put("TRADER_JOBS", "false");
    environment.put("TRADER_FREQUENCY_LIMITS", "false");
    environment.putAll(overrides);
    this.process = launch();
  }

  /** Starts a node and waits until it can be used. */
  public static NodeProcess started(Path folder) {
    NodeProcess node = new NodeProcess(folder, Map.of());
    node.awaitReady();
    return node;
  }

  /** What a process that ends by itself says, and its exit status. */
  record Ended(int status, String words) {}

  /** Starts a node that is not expected to come up. */
  static Ended ending(Path folder, Map<String, String> overrides) {
    NodeProcess node = new NodeProcess(folder, overrides);
    return new Ended(node.exitStatus(Duration.ofMinutes(1)), node.words());
  }

  /** The port that offers every service. */
  public int gatewayPort() {
    return gatewayPort;
  }

  /** Ends the process at once, as a power cut would. */
  void kill() {
    process.destroyForcibly();
    exitStatus(Duration.ofSeconds(10));
  }

  /** Tells the process to end. */
  void terminate() {
    process.destroy();
  }

  int exitStatus(Duration limit) {
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
  void startAgain() {
    process = launch();
    awaitReady();
  }

  private Process launch() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("io.arduinotrader.bootstrap.Main");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/ready"))
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

  private String words() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return folder.resolve("node.log");
  }

  private static List<Integer> freePorts(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
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
