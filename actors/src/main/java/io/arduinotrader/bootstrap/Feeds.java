package io.arduinotrader.bootstrap;

import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.universe.feed.CsvFeed;
import io.arduinotrader.universe.feed.PriceFeed;
import io.arduinotrader.universe.feed.SampleMarket;
import java.util.List;

/** The source of market data the settings name. */
final class Feeds {

  private Feeds() {}

  static PriceFeed of(TraderSettings settings, MarketCalendars calendars) {
    return switch (settings.feed().kind()) {
      case SAMPLE ->
          SampleMarket.standard(
              (exchange, day) ->
                  calendars
                      .calendar(exchange)
                      .flatMap(calendar -> calendar.session(day))
                      .isPresent());
      case CSV ->
          new CsvFeed(
              settings.feed().universe().orElseThrow(),
              List.of(settings.feed().prices().orElseThrow()),
              "csv");
    };
  }
}
