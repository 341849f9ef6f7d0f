package io.arduinotrader.config;

import java.util.Locale;

/** The seven services. A node with the role runs the service; every node can call it. */
public enum ServiceRole {
  PLANNING,
  SCORING,
  OPTIMIZATION,
  PORTFOLIO,
  TRADING,
  UNIVERSE,
  GATEWAY;

  /** The role's name in the cluster and in the configuration. */
  public String role() {
    return name().toLowerCase(Locale.ROOT);
  }
}
