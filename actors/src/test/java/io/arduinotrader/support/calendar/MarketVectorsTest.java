package io.arduinotrader.support.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arduinotrader.protocol.vocab.Mic;
import io.arduinotrader.protocol.vocab.Side;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The golden answers about market hours in {@code vectors/market.csv}. */
class MarketVectorsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final MarketCalendars calendars = MarketCalendars.load();

  @TestFactory
  Stream<DynamicTest> everyGoldenAnswerIsGiven() throws IOException {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get("function") + " " + row.get("case"),
                    () ->
                        assertThat(
                                answer(row.get("function"), JSON.readTree(row.get("inputs_json"))))
                            .isEqualTo(JSON.readTree(row.get("expected_json")))));
  }

  @Test
  void noRowIsLost() throws IOException {
    Map<String, Long> rowsByFunction =
        rows().stream()
            .collect(Collectors.groupingBy(row -> row.get("function"), Collectors.counting()));

    assertThat(rowsByFunction)
        .containsOnly(
            Map.entry("market.isOpen", 43L),
            Map.entry("market.isOpenByMic", 7L),
            Map.entry("market.mustCheckHours", 8L),
            Map.entry("market.calendarCode", 17L));
  }

  private JsonNode answer(String function, JsonNode inputs) {
    return switch (function) {
      case "market.isOpen" -> JSON.valueToTree(isOpen(inputs.get("exchange").asText(), inputs));
      case "market.isOpenByMic" ->
          JSON.valueToTree(
              calendars
                  .calendar(new Mic(inputs.get("mic").asText()))
                  .orElseThrow()
                  .isOpen(instant(inputs)));
      case "market.mustCheckHours" ->
          JSON.valueToTree(
              TradingHoursRule.mustObeyHours(
                  ExchangeNames.micOf(inputs.get("exchange").asText()),
                  side(inputs.get("side").asText())));
      case "market.calendarCode" ->
          JSON.valueToTree(
              ExchangeNames.micOf(inputs.get("exchange").asText())
                  .map(Mic::code)
                  .orElse("ERROR_UNKNOWN_EXCHANGE"));
      default -> throw new IllegalArgumentException(function);
    };
  }

  private boolean isOpen(String exchange, JsonNode inputs) {
    Instant instant = instant(inputs);
    return calendars.availability(exchange, new WallMarketClock(() -> instant)).isOpen();
  }

  private static Instant instant(JsonNode inputs) {
    return Instant.parse(inputs.get("utc").asText());
  }

  private static Optional<Side> side(String text) {
    return Stream.of(Side.values())
        .filter(side -> side.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private static List<CSVRecord> rows() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader =
        new InputStreamReader(
            MarketVectorsTest.class.getResourceAsStream("/vectors/market.csv"),
            StandardCharsets.UTF_8)) {
      return format.parse(reader).getRecords();
    }
  }
}
