package io.arduinotrader.bootstrap;

import com.typesafe.config.Config;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.jobs.JobTimetables;
import io.arduinotrader.planning.EffectiveSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What would keep a node from running where it is started, found before anything is started. */
final class Preflight {

  private final List<String> problems = new ArrayList<>();

  private Preflight() {}

  /** Every problem as a sentence; empty when the node can start. */
  static List<String> problems(TraderSettings settings, Config config) {
    Preflight preflight = new Preflight();
    preflight.checkDirectory(settings.dataDirectory());
    settings
        .grpc()
        .ports()
        .forEach(
            (role, port) ->
                preflight.checkPort(settings.grpc().host(), port, role.role() + " service"));
    preflight.checkPort(
        settings.management().host(), settings.management().port(), "management server");
    preflight.checkPort(
        config.getString("pekko.remote.artery.canonical.hostname"),
        config.getInt("pekko.remote.artery.canonical.port"),
        "cluster");
    if (!settings.node().isAlone()) {
      preflight.checkPort(
          config.getString("pekko.remote.artery.canonical.hostname"),
          settings.node().lifeline().port(),
          "lifeline");
    }
    preflight.problems.addAll(JobTimetables.problems(settings.jobs()));
    preflight.problems.addAll(EffectiveSettings.problems(settings));
    return List.copyOf(preflight.problems);
  }

  private void checkDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
      if (!Files.isWritable(directory)) {
        problems.add("data directory " + directory.toAbsolutePath() + " cannot be written");
      }
    } catch (IOException e) {
      problems.add(
          "data directory " + directory.toAbsolutePath() + " cannot be made: " + e.getMessage());
    }
  }

  private void checkPort(String host, int port, String user) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      problems.add("the address " + host + " of the " + user + " is unknown");
    } catch (IOException e) {
      problems.add(
          "port %d on %s for the %s cannot be used: %s"
              .formatted(port, host, user, e.getMessage()));
    }
  }
}
