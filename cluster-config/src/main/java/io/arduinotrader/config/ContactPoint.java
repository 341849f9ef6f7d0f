package io.arduinotrader.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a node's management server. */
public record ContactPoint(String host, int port) {

  private static final Pattern FORM =
      Pattern.compile("([^:\\s]+|\\[[0-9a-fA-F:]+\\]):([0-9]{1,5})");
  private static final int LARGEST_PORT = 65535;

  /** Reads {@code host:port}; empty when the text is something else. */
  static Optional<ContactPoint> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(matcher.group(2));
    return port >= 1 && port <= LARGEST_PORT
        ? Optional.of(new ContactPoint(matcher.group(1), port))
        : Optional.empty();
  }

  /** Whether the address is one that only this machine can reach. */
  boolean isLoopback() {
    return isLoopback(host);
  }

  /** Whether a host is one that only this machine can reach. */
  static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.equals("[::1]")
        || host.matches("127(\\.[0-9]{1,3}){3}");
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
