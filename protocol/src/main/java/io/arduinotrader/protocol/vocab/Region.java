package io.arduinotrader.protocol.vocab;

import java.util.Optional;
import java.util.Set;

/** The parts of the world a portfolio is spread over: EU, US, ASIA and OTHER. */
public final class Region {

  private static final String EU = "EU";
  private static final String US = "US";
  private static final String ASIA = "ASIA";
  private static final String OTHER = "OTHER";

  private static final Set<String> EUROPEAN_COUNTRIES =
      Set.of(
          "Austria",
          "Belgium",
          "Cyprus",
          "Czech Republic",
          "Denmark",
          "Estonia",
          "Finland",
          "France",
          "Germany",
          "Greece",
          "Hungary",
          "Iceland",
          "Ireland",
          "Italy",
          "Luxembourg",
          "Malta",
          "Monaco",
          "Netherlands",
          "Norway",
          "Poland",
          "Portugal",
          "Romania",
          "Slovakia",
          "Slovenia",
          "Spain",
          "Sweden",
          "Switzerland",
          "United Kingdom");

  private static final Set<String> ASIAN_COUNTRIES =
      Set.of(
          "China",
          "Hong Kong",
          "India",
          "Indonesia",
          "Israel",
          "Japan",
          "Macau",
          "Malaysia",
          "Philippines",
          "Singapore",
          "South Korea",
          "Taiwan",
          "Thailand",
          "Vietnam");

  private Region() {}

  /**
   * Where a security belongs: by its country's English name, and when that is unknown by the venue
   * its ticker names after the last dot. Empty when neither is there.
   */
  public static Optional<String> of(String country, Symbol symbol) {
    if (!country.isBlank()) {
      return Optional.of(ofCountry(country.strip()));
    }
    int dot = symbol.value().lastIndexOf('.');
    return dot < 0 ? Optional.empty() : Optional.of(ofVenue(symbol.value().substring(dot + 1)));
  }

  private static String ofCountry(String country) {
    if (country.equals("United States")) {
      return US;
    }
    if (EUROPEAN_COUNTRIES.contains(country)) {
      return EU;
    }
    return ASIAN_COUNTRIES.contains(country) ? ASIA : OTHER;
  }

  private static String ofVenue(String suffix) {
    return switch (suffix) {
      case "US" -> US;
      case "AS",
          "AT",
          "BR",
          "CO",
          "DE",
          "GB",
          "GR",
          "HE",
          "L",
          "LS",
          "MC",
          "MI",
          "OL",
          "PA",
          "ST",
          "SW",
          "VI" ->
          EU;
      case "HK", "KS", "SI", "SS", "SZ", "T", "TW" -> ASIA;
      default -> OTHER;
    };
  }
}
