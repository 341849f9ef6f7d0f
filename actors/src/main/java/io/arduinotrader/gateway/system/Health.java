package io.arduinotrader.gateway.system;

import io.arduinotrader.config.ServiceRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the last probe of a service found.
 *
 * @param host a host that runs the service, empty when none can be reached
 * @param latency how long its actors took to answer
 * @param failing the checks that failed
 * @param at when it was probed
 */
record Health(
    ServiceRole service,
    State state,
    Optional<String> host,
    Duration latency,
    List<Check> failing,
    Instant at) {

  /** The states of a service. */
  enum State {
    HEALTHY,
    /** It does its work, but something beside it fails. */
    DEGRADED,
    UNHEALTHY,
    /** It was never probed. */
    UNKNOWN;

    /** The state's name on the wire. */
    String token() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is checked. */
  enum Check {
    /** A reachable member runs the service, and this node is a member. */
    MEMBERSHIP(true),
    /** Its actors answer. */
    ACTORS(true),
    /** Events can be stored. */
    JOURNAL(true),
    /** The broker answers and its books were compared. */
    BROKER(true),
    /** The feed's desk answers. */
    FEED(false),
    MEMORY(false),
    DISK(false);

    private final boolean critical;

    Check(boolean critical) {
      this.critical = critical;
    }

    /** Whether the service cannot do its work when the check fails. */
    boolean isCritical() {
      return critical;
    }

    String token() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Before the first probe. */
  static Health unknown(ServiceRole service, Instant at) {
    return new Health(service, State.UNKNOWN, Optional.empty(), Duration.ZERO, List.of(), at);
  }

  /** The verdict over the checks that failed. */
  static Health of(
      ServiceRole service,
      Optional<String> host,
      Duration latency,
      List<Check> failing,
      Instant at) {
    State state =
        failing.isEmpty()
            ? State.HEALTHY
            : failing.stream().anyMatch(Check::isCritical) ? State.UNHEALTHY : State.DEGRADED;
    return new Health(service, state, host, latency, failing, at);
  }

  /** Whether the service can do its work. */
  boolean canWork() {
    return state == State.HEALTHY || state == State.DEGRADED;
  }

  /** Whether the service as such is away, not only something it relies on. */
  boolean isAway() {
    return failing.contains(Check.MEMBERSHIP)
        || failing.contains(Check.ACTORS)
        || failing.contains(Check.JOURNAL);
  }

  /** The verdict and its reasons for a person. */
  String text() {
    return switch (state) {
      case HEALTHY -> "OK";
      case DEGRADED, UNHEALTHY ->
          state.name() + ": " + String.join(", ", failing.stream().map(Check::token).toList());
      case UNKNOWN -> "UNHEALTHY: not probed yet";
    };
  }
}
