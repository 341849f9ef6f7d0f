package io.arduinotrader.config;

import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which broker there is and how it is called.
 *
 * @param address where a broker's own process listens, and where it is called
 * @param requestTimeout the longest one request over HTTP may take
 * @param callTimeout the longest one call may take, waiting for its turn included
 */
public record BrokerSettings(
    Kind kind,
    InetSocketAddress address,
    Simulation simulation,
    Duration reconcileEvery,
    Duration requestTimeout,
    Duration callTimeout,
    Duration fillWait) {

  private static final Pattern ADDRESS = Pattern.compile("(.+):([0-9]{1,5})");
  private static final int LAST_PORT = 65535;

  /** The kinds of broker there are. */
  public enum Kind {
    /** The simulated broker within the node. */
    SIMULATED,
    /** A broker in a process of its own. */
    HTTP
  }

  /** How the simulated broker trades, wherever it runs. */
  public record Simulation(
      BigDecimal halfSpreadBasisPoints,
      BigDecimal conversionSpreadBasisPoints,
      BigDecimal volumeParticipation) {}

  static BrokerSettings read(SettingsReader in, String root) {
    Duration shortest = Duration.ofMillis(100);
    BrokerSettings settings =
        new BrokerSettings(
            kind(in, root + "kind"),
            address(in, root + "address"),
            new Simulation(
                in.decimal(root + "simulated.half-spread-basis-points", "0", "1000"),
                in.decimal(root + "simulated.conversion-spread-basis-points", "0", "1000"),
                in.decimal(root + "simulated.volume-participation", "0.0001", "1")),
            in.duration(root + "reconcile-every", shortest, Duration.ofMinutes(10)),
            in.duration(root + "request-timeout", shortest, Duration.ofMinutes(5)),
            in.duration(root + "call-timeout", shortest, Duration.ofMinutes(5)),
            in.duration(root + "fill-wait", Duration.ZERO, Duration.ofMinutes(1)));
    if (settings.requestTimeout.compareTo(settings.callTimeout) >= 0) {
      in.problem(root + "request-timeout", "must be shorter than " + root + "call-timeout");
    }
    return settings;
  }

  private static Kind kind(SettingsReader in, String key) {
    String kind = in.text(key);
    return switch (kind) {
      case "simulated" -> Kind.SIMULATED;
      case "http" -> Kind.HTTP;
      default -> {
        in.problem(key, "must be simulated or http but is '" + kind + "'");
        yield Kind.SIMULATED;
      }
    };
  }

  private static InetSocketAddress address(SettingsReader in, String key) {
    String text = in.text(key);
    Matcher matcher = ADDRESS.matcher(text);
    if (!matcher.matches()
        || Integer.parseInt(matcher.group(2)) < 1
        || Integer.parseInt(matcher.group(2)) > LAST_PORT) {
      in.problem(key, "must look like 127.0.0.1:8600 but is '" + text + "'");
      return InetSocketAddress.createUnresolved("127.0.0.1", 1);
    }
    in.requireLoopback(key, matcher.group(1));
    return InetSocketAddress.createUnresolved(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }
}
