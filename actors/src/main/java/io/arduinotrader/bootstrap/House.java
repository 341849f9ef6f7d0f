package io.arduinotrader.bootstrap;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.lifeline.Lines;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.support.ClusterRooms;
import io.arduinotrader.support.MembershipSight;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.MarketClock;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;

/**
 * What every room of the node is given.
 *
 * @param wall the real time, for records and schedules
 * @param clock the market's time, which may be a day of the past
 */
record House(
    ActorSystem<?> system,
    TraderSettings settings,
    Database database,
    InstantSource wall,
    MarketClock clock,
    MarketCalendars calendars,
    Lines lines,
    MembershipSight sight,
    ClusterRooms rooms) {

  static final String DISPATCHERS = "arduino-trader.dispatchers.";

  /** The market's time as a source of instants. */
  InstantSource marketTime() {
    return clock::now;
  }

  boolean has(ServiceRole role) {
    return settings.roles().contains(role);
  }

  Executor tableThreads() {
    return executor("jdbc");
  }

  Executor replayThreads() {
    return executor("replay");
  }

  Executor blockingThreads() {
    return executor("blocking");
  }

  Executor computeThreads() {
    return executor("compute");
  }

  DispatcherSelector compute() {
    return DispatcherSelector.fromConfig(DISPATCHERS + "compute");
  }

  private Executor executor(String name) {
    return system.dispatchers().lookup(DispatcherSelector.fromConfig(DISPATCHERS + name));
  }
}
