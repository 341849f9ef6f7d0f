package io.arduinotrader.bootstrap;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.List;

/** The named sets of settings a node can start with. */
final class Profile {

  private static final List<String> KNOWN = List.of("single-device");

  private Profile() {}

  /**
   * The settings of a profile, not yet resolved against environment and system properties.
   *
   * @throws ConfigException when there is no such profile
   */
  static Config parse(String name) {
    if (!KNOWN.contains(name)) {
      throw new ConfigException.Generic(
          "there is no profile '" + name + "'; known profiles: " + String.join(", ", KNOWN));
    }
    return ConfigFactory.parseResourcesAnySyntax(name);
  }
}
