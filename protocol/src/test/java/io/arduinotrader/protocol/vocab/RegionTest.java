package io.arduinotrader.protocol.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTest {

  @ParameterizedTest
  @CsvSource({
    "Germany, X.US, EU",
    "United States, X.DE, US",
    "Hong Kong, 700.HK, ASIA",
    "Canada, X.US, OTHER",
    "'', ASML.AS, EU",
    "'', AAPL.US, US",
    "'', 700.HK, ASIA",
    "'', CBA.AX, OTHER"
  })
  void countryDecidesBeforeTheVenue(String country, String symbol, String region) {
    assertThat(Region.of(country, new Symbol(symbol))).contains(region);
  }

  @Test
  void withoutCountryAndVenueThereIsNone() {
    assertThat(Region.of(" ", new Symbol("AAPL"))).isEmpty();
  }
}
