package io.arduinotrader.config;

/**
 * Where a node shows its figures to Prometheus.
 *
 * @param enabled whether it does at all
 */
public record MetricsSettings(boolean enabled, String host, int port) {

  static MetricsSettings read(SettingsReader in, String root) {
    return new MetricsSettings(
        in.flag(root + "enabled"), in.text(root + "host"), in.number(root + "port", 1, 65535));
  }
}
