package io.arduinotrader.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The named sets of settings a node can start with. */
public final class Profile {

  private static final List<String> KNOWN =
      List.of("single-device", "device-1", "device-2", "container");

  /** Variables whose names a configuration file can hold. */
  private static final Pattern NAMEABLE = Pattern.compile("[A-Za-z0-9_]+");

  private Profile() {}

  /**
   * The settings of a profile under what the environment and system properties say.
   *
   * @param environment the variables the profiles name
   * @throws ConfigException when there is no such profile or it cannot be read
   */
  public static Config load(String name, Map<String, String> environment) {
    if (!KNOWN.contains(name)) {
      throw new ConfigException.Generic(
          "there is no profile '" + name + "'; known profiles: " + String.join(", ", KNOWN));
    }
    Map<String, String> variables = new HashMap<>(environment);
    variables.keySet().removeIf(variable -> !NAMEABLE.matcher(variable).matches());
    return Expansion.of(
        ConfigFactory.defaultOverrides()
            .withFallback(ConfigFactory.systemEnvironmentOverrides())
            .withFallback(ConfigFactory.parseResourcesAnySyntax(name))
            .withFallback(ConfigFactory.defaultReferenceUnresolved())
            .withFallback(ConfigFactory.parseMap(variables))
            .resolve(ConfigResolveOptions.defaults().setUseSystemEnvironment(false)));
  }
}
