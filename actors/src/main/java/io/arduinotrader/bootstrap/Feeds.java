package io.arduinotrader.bootstrap;

import io.arduinotrader.universe.feed.CsvFeed;
import io.arduinotrader.universe.feed.PriceFeed;
import io.arduinotrader.universe.feed.SampleMarket;
import java.util.List;

/** The source of market data the settings name. */
final class Feeds {

  private Feeds() {}

  static PriceFeed of(House house) {
    return switch (house.settings().feed().kind()) {
      case SAMPLE ->
          SampleMarket.standard(
              (exchange, day) ->
                  house
                      .calendars()
                      .calendar(exchange)
                      .flatMap(calendar -> calendar.session(day))
                      .isPresent());
      case CSV ->
          new CsvFeed(
              house.settings().feed().universe().orElseThrow(),
              List.of(house.settings().feed().prices().orElseThrow()),
              "csv");
    };
  }
}
