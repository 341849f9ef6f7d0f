package io.arduinotrader.bootstrap;

import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.support.calendar.MarketClock;
import io.arduinotrader.support.calendar.ReplayedDate;
import io.arduinotrader.support.calendar.WallMarketClock;
import java.time.InstantSource;

/** The market's time the settings name. */
final class Clocks {

  private Clocks() {}

  static MarketClock market(TraderSettings settings, InstantSource wall) {
    return settings
        .replayedDate()
        .<MarketClock>map(day -> new ReplayedDate(day, wall))
        .orElseGet(() -> new WallMarketClock(wall));
  }
}
