package io.arduinotrader.config;

import java.io.Serial;
import java.util.List;

/** The configuration cannot be used; the message lists everything that is wrong with it. */
public final class InvalidSettingsException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final List<String> problems;

  InvalidSettingsException(List<String> problems) {
    super("the configuration has problems:\n  - " + String.join("\n  - ", problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence per problem, each beginning with the key. */
  public List<String> problems() {
    return problems;
  }
}
