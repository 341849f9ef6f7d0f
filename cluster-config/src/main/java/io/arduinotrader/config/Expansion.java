package io.arduinotrader.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Turns what a person can write on one line, or into one environment variable, into the lists the
 * cluster reads. Words that mean nothing are left out here; the settings complain about them.
 */
final class Expansion {

  private Expansion() {}

  /** The words of a comma separated text. */
  static List<String> words(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The configuration with the lists made from its texts. */
  static Config of(Config config) {
    return ConfigFactory.parseMap(
            Map.of(
                "pekko.cluster.roles",
                words(config.getString("arduino-trader.node.roles")),
                "pekko.discovery.config.services.arduino-trader.endpoints",
                words(config.getString("arduino-trader.node.contact-points")).stream()
                    .flatMap(word -> ContactPoint.parse(word).stream())
                    .map(point -> Map.of("host", point.host(), "port", point.port()))
                    .toList(),
                "pekko.management.cluster.bootstrap.new-cluster-enabled",
                config.getString("arduino-trader.node.founds")))
        .withFallback(config);
  }
}
