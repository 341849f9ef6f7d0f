package io.arduinotrader.config;

import com.typesafe.config.Config;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a node is told from outside, read once at start. Units and ranges stand beside the
 * defaults in {@code trader-base.conf}.
 */
public record TraderSettings(
    String profile,
    NodeSettings node,
    Path dataDirectory,
    ZoneId accountZone,
    Grpc grpc,
    Management management,
    Optional<LocalDate> replayedDate,
    Feed feed,
    List<StatedRate> statedRates,
    Pools pools,
    OptimizationSettings optimization,
    Planning planning,
    Trading trading,
    BrokerSettings broker,
    Cycle cycle,
    List<JobSchedule> jobs,
    MetricsSettings metrics) {

  /** Addresses and limits of the gRPC servers. */
  public record Grpc(String host, Map<ServiceRole, Integer> ports, Duration defaultDeadline) {}

  /** Address of the management server. */
  public record Management(String host, int port) {}

  /** Where prices come from. */
  public record Feed(Kind kind, Optional<Path> prices, Optional<Path> universe) {

    /** The kinds of feed there are. */
    public enum Kind {
      SAMPLE,
      CSV
    }
  }

  /** Bounds of the worker pools. */
  public record Pools(int queueLimit, int workers, Duration jobTimeout, int concurrentPlans) {}

  /**
   * What shapes plans.
   *
   * @param minimumCash cash that is never planned away, base currency
   * @param maximumCostRatio largest share of a trade's value its costs may have
   * @param halfSpread half the distance between bid and ask, fraction of the price
   * @param timeLimit time for the search of one plan
   * @param knobs further settings of the planner by name, as text
   */
  public record Planning(
      BigDecimal minimumCash,
      BigDecimal maximumCostRatio,
      BigDecimal halfSpread,
      Duration timeLimit,
      Map<String, String> knobs) {}

  /** The account's own trading rules. */
  public record Trading(
      int buyCooldownDays,
      int minimumHoldDays,
      Frequency frequency,
      BigDecimal dailyLossSellHalt,
      BigDecimal dailyLossHalt,
      boolean queueBuysOutsideSession,
      Duration maximumPriceAge,
      BigDecimal commissionFixed,
      BigDecimal commissionPercent,
      BigDecimal largeTrade,
      BigDecimal maximumPosition) {}

  /** How often the account may trade. */
  public record Frequency(boolean enabled, Duration minimumGap, int perDay, int perSevenDays) {}

  /** Bounds of the trading cycle. */
  public record Cycle(int maximumTrades, Duration stageTimeout) {}

  /** When a job runs. */
  public record JobSchedule(String name, boolean enabled, String cron) {}

  /** The jobs that can be scheduled. */
  public static final List<String> JOBS =
      List.of("price_sync", "score_refresh", "sync_cycle", "trading_cycle");

  /** The services that run on the node. */
  public Set<ServiceRole> roles() {
    return node.roles();
  }

  /**
   * Reads the settings of a node.
   *
   * @throws InvalidSettingsException with everything that is missing or out of range
   */
  public static TraderSettings from(Config config) {
    SettingsReader reader = new SettingsReader(config);
    TraderSettings settings = read(reader);
    check(settings, reader);
    if (!reader.problems().isEmpty()) {
      throw new InvalidSettingsException(reader.problems());
    }
    return settings;
  }

  private static TraderSettings read(SettingsReader in) {
    String root = "arduino-trader.";
    String profile = in.text(root + "profile");
    return new TraderSettings(
        profile,
        NodeSettings.read(in, profile),
        Path.of(in.text(root + "data-directory")),
        in.zone(root + "account-zone"),
        new Grpc(
            in.text(root + "grpc.host"),
            ports(in, root + "grpc.ports."),
            in.duration(
                root + "grpc.default-deadline", Duration.ofSeconds(1), Duration.ofMinutes(30))),
        new Management(
            in.text("pekko.management.http.hostname"),
            in.number("pekko.management.http.port", 1, 65535)),
        in.day(root + "clock.replayed-date"),
        feed(in, root + "feed."),
        StatedRate.read(in, root + "fx.stated"),
        new Pools(
            in.number(root + "pools.queue-limit", 1, 10_000),
            in.number(root + "pools.workers", 0, 64),
            in.duration(root + "pools.job-timeout", Duration.ofSeconds(1), Duration.ofHours(1)),
            in.number(root + "pools.concurrent-plans", 1, 64)),
        OptimizationSettings.read(in, root + "optimization."),
        new Planning(
            in.decimal(root + "planning.minimum-cash", "0", "1000000"),
            in.decimal(root + "planning.maximum-cost-ratio", "0", "1"),
            in.decimal(root + "planning.half-spread", "0", "0.1"),
            in.duration(
                root + "planning.time-limit", Duration.ofMillis(100), Duration.ofMinutes(30)),
            in.texts(root + "planning.knobs")),
        trading(in, root + "trading."),
        BrokerSettings.read(in, root + "broker."),
        new Cycle(
            in.number(root + "cycle.maximum-trades", 1, 100),
            in.duration(root + "cycle.stage-timeout", Duration.ofSeconds(1), Duration.ofHours(2))),
        JOBS.stream()
            .map(
                job ->
                    new JobSchedule(
                        job,
                        in.flag(root + "jobs." + job + ".enabled"),
                        in.text(root + "jobs." + job + ".cron")))
            .toList(),
        MetricsSettings.read(in, root + "metrics."));
  }

  private static Trading trading(SettingsReader in, String root) {
    return new Trading(
        in.number(root + "buy-cooldown-days", 0, 3650),
        in.number(root + "minimum-hold-days", 0, 3650),
        new Frequency(
            in.flag(root + "frequency.enabled"),
            in.duration(root + "frequency.minimum-gap", Duration.ZERO, Duration.ofDays(7)),
            in.number(root + "frequency.per-day", 1, 10_000),
            in.number(root + "frequency.per-seven-days", 1, 10_000)),
        in.decimal(root + "daily-loss.sell-halt", "0", "1"),
        in.decimal(root + "daily-loss.halt", "0", "1"),
        in.flag(root + "queue-buys-outside-session"),
        in.duration(root + "maximum-price-age", Duration.ofSeconds(1), Duration.ofDays(7)),
        in.decimal(root + "commission.fixed", "0", "1000"),
        in.decimal(root + "commission.percent", "0", "1"),
        in.decimal(root + "large-trade", "0", "1000000000"),
        in.decimal(root + "maximum-position", "0", "1"));
  }

  private static Map<ServiceRole, Integer> ports(SettingsReader in, String root) {
    Map<ServiceRole, Integer> ports = new EnumMap<>(ServiceRole.class);
    for (ServiceRole role : ServiceRole.values()) {
      ports.put(role, in.number(root + role.role(), 1, 65535));
    }
    return Map.copyOf(ports);
  }

  private static Feed feed(SettingsReader in, String root) {
    String kind = in.text(root + "kind");
    Optional<Path> prices = path(in, root + "csv.prices");
    Optional<Path> universe = path(in, root + "csv.universe");
    return switch (kind) {
      case "sample" -> new Feed(Feed.Kind.SAMPLE, prices, universe);
      case "csv" -> {
        requireFile(in, root + "csv.prices", prices);
        requireFile(in, root + "csv.universe", universe);
        yield new Feed(Feed.Kind.CSV, prices, universe);
      }
      default -> {
        in.problem(root + "kind", "must be sample or csv but is '" + kind + "'");
        yield new Feed(Feed.Kind.SAMPLE, prices, universe);
      }
    };
  }

  private static Optional<Path> path(SettingsReader in, String key) {
    return Optional.of(in.text(key)).filter(text -> !text.isBlank()).map(Path::of);
  }

  private static void requireFile(SettingsReader in, String key, Optional<Path> file) {
    if (file.isEmpty()) {
      in.problem(key, "names no file");
    } else if (!file.get().toFile().canRead()) {
      in.problem(key, "names a file that cannot be read: " + file.get());
    }
  }

  private static void check(TraderSettings settings, SettingsReader reader) {
    Map<Integer, String> used = new HashMap<>();
    used.put(settings.management().port(), "pekko.management.http.port");
    if (!settings.node().isAlone()) {
      used.put(settings.node().lifeline().port(), "arduino-trader.lifeline.port");
    }
    settings
        .grpc()
        .ports()
        .forEach(
            (role, port) -> {
              String key = "arduino-trader.grpc.ports." + role.role();
              String other = used.putIfAbsent(port, key);
              if (other != null) {
                reader.problem(key, "is the same port as " + other + ": " + port);
              }
            });
    reader.requireLoopback("arduino-trader.grpc.host", settings.grpc().host());
    reader.requireLoopback("pekko.management.http.hostname", settings.management().host());
    reader.requireLoopback(
        "pekko.remote.artery.canonical.hostname",
        reader.text("pekko.remote.artery.canonical.hostname"));
  }
}
