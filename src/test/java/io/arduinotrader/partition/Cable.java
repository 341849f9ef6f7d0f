package io.arduinotrader.partition;

import io.arduinotrader.cluster.TwoDevices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A network of its own for the second board, a cable between it and this machine that can be cut,
 * and a second one for the test, which stays. All addresses are loopback ones that are led over the
 * cables, because a board without encryption listens on no other.
 */
final class Cable implements AutoCloseable {

  private static final String FIRST = "127.77.0.1";
  private static final String SECOND = "127.77.0.2";
  private static final String TEST = "127.77.1.1";
  private static final String SECOND_FOR_TEST = "127.77.1.2";

  /** No machine has this address, so what is sent to it is lost. */
  private static final String NOWHERE = "02:00:00:00:00:99";

  private final String network = "board" + ProcessHandle.current().pid();
  private final String here = "c" + ProcessHandle.current().pid();
  private final String there = here + "b";
  private final String testHere = "t" + ProcessHandle.current().pid();
  private final String testThere = testHere + "b";

  private Cable() {}

  /** Why no cable can be laid here; empty when one can. */
  static String obstacle() {
    if (!Objects.equals(System.getProperty("user.name"), "root")) {
      return "only root may lay a cable";
    }
    return Stream.of("/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip")
            .map(Path::of)
            .anyMatch(Files::exists)
        ? ""
        : "there is no command ip";
  }

  static Cable laid() {
    Cable cable = new Cable();
    try {
      cable.lay();
    } catch (RuntimeException failure) {
      cable.close();
      throw failure;
    }
    return cable;
  }

  private void lay() {
    ip("netns add " + network);
    ip("link add %s type veth peer name %s netns %s".formatted(here, there, network));
    ip("link add %s type veth peer name %s netns %s".formatted(testHere, testThere, network));
    for (String end : List.of(here, testHere)) {
      run("sysctl -qw " + leadsLoopback(end));
      ip("link set " + end + " up");
    }
    inside("sysctl -qw net.ipv4.conf.all.rp_filter=0");
    inside("ip link set lo up");
    for (String end : List.of(there, testThere)) {
      inside("sysctl -qw " + leadsLoopback(end));
      inside("ip link set " + end + " up");
    }
    ip("route replace %s/32 dev %s src %s table local".formatted(SECOND, here, FIRST));
    ip("route replace %s/32 dev %s src %s table local".formatted(SECOND_FOR_TEST, testHere, TEST));
    leadBack();
    inside(
        "ip route replace %s/32 dev %s src %s table local"
            .formatted(TEST, testThere, SECOND_FOR_TEST));
  }

  private void leadBack() {
    inside("ip route replace %s/32 dev %s src %s table local".formatted(FIRST, there, SECOND));
  }

  private static String leadsLoopback(String end) {
    String root = "net.ipv4.conf." + end;
    return root + ".route_localnet=1 " + root + ".rp_filter=0 " + root + ".accept_local=1";
  }

  TwoDevices.Placing placing() {
    return new TwoDevices.Placing(
        FIRST, SECOND, SECOND_FOR_TEST, List.of("ip", "netns", "exec", network));
  }

  /** Nothing gets through any more. */
  void cut() {
    inside("ip link set " + there + " down");
  }

  void heal() {
    inside("ip link set " + there + " up");
    leadBack();
  }

  /** What the second board sends is lost; what is sent to it arrives. */
  void cutFromSecond() {
    inside("ip neigh replace %s lladdr %s dev %s nud permanent".formatted(FIRST, NOWHERE, there));
  }

  void healFromSecond() {
    inside("ip neigh flush nud permanent dev " + there);
  }

  @Override
  public void close() {
    ip("netns del " + network);
  }

  private void inside(String command) {
    run("ip netns exec " + network + " " + command);
  }

  private static void ip(String arguments) {
    run("ip " + arguments);
  }

  private static void run(String command) {
    try {
      Process process = new ProcessBuilder(command.split(" ")).redirectErrorStream(true).start();
      String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(command + ": " + words);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
