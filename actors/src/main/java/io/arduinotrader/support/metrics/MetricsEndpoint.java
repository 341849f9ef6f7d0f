package io.arduinotrader.support.metrics;

import com.typesafe.config.Config;
import io.arduinotrader.config.MetricsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import kamon.Kamon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The address Prometheus reads the figures of this node from. */
public final class MetricsEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(MetricsEndpoint.class);

  private MetricsEndpoint() {}

  /**
   * Opens the address if the settings want it. When it cannot be opened the node runs without:
   * nothing of what it does for its owner depends on it.
   *
   * @param config with the section {@code kamon}
   */
  public static void open(MetricsSettings settings, Config config) {
    if (!settings.enabled()) {
      return;
    }
    try {
      requireFree(settings);
    } catch (IOException taken) {
      LOG.warn(
          "no figures can be read from this node: port {} on {} cannot be used: {}",
          settings.port(),
          settings.host(),
          taken.getMessage());
      return;
    }
    Kamon.init(config);
    JvmMetrics.start();
  }

  private static void requireFree(MetricsSettings settings) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
    }
  }
}
