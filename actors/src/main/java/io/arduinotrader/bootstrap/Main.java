package io.arduinotrader.bootstrap;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.arduinotrader.config.InvalidSettingsException;
import io.arduinotrader.config.Profile;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * Runs a node until it is told to stop. The profile is the first argument, else the environment's
 * {@code TRADER_PROFILE}, else {@code single-device}. Exit status: 0 after an orderly end, 1 when
 * the node cannot go on, 2 when its settings or surroundings do not allow it to start.
 */
public final class Main {

  static final int CANNOT_START = 2;

  private Main() {}

  /** Starts the node and returns; its own threads keep the process alive. */
  public static void main(String[] arguments) {
    int status = start(List.of(arguments), System.getenv(), System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  private static int start(
      List<String> arguments, Map<String, String> environment, PrintStream errors) {
    String profile =
        arguments.isEmpty()
            ? environment.getOrDefault("TRADER_PROFILE", "single-device")
            : arguments.getFirst();
    try {
      Config config = Profile.load(profile, environment);
      TraderSettings settings = TraderSettings.from(config);
      List<String> problems = Preflight.problems(settings, config);
      if (!problems.isEmpty()) {
        errors.println("the node cannot start here:\n  - " + String.join("\n  - ", problems));
        return CANNOT_START;
      }
      Node.start(config, settings);
      return 0;
    } catch (InvalidSettingsException | ConfigException | StoreUnavailableException reason) {
      errors.println(reason.getMessage());
      return CANNOT_START;
    }
  }
}
