package io.arduinotrader.universe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The golden answers about the universe in {@code vectors/universe.csv}. */
class UniverseVectorsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double TOLERANCE = 1e-9;

  @TestFactory
  Stream<DynamicTest> everyGoldenAnswerIsGiven() throws Exception {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get("function") + " " + row.get("case"),
                    () ->
                        check(
                            row.get("function"),
                            JSON.readTree(row.get("inputs_json")),
                            JSON.readTree(row.get("expected_json")))));
  }

  @Test
  void noRowIsLost() throws Exception {
    Map<String, Long> rowsByFunction =
        rows().stream()
            .collect(Collectors.groupingBy(row -> row.get("function"), Collectors.counting()));

    assertThat(rowsByFunction)
        .containsOnly(
            Map.entry("universe.identifierType", 7L),
            Map.entry("universe.isinChecksum", 6L),
            Map.entry("universe.productType", 7L),
            Map.entry("universe.beta", 2L),
            Map.entry("universe.range52w", 1L),
            Map.entry("universe.dayChange", 2L));
  }

  private static void check(String function, JsonNode inputs, JsonNode expected) {
    switch (function) {
      case "universe.identifierType" -> checkIdentifier(inputs, expected);
      case "universe.isinChecksum" ->
          assertThat(Isin.parse(inputs.get("isin").asText()).isPresent())
              .isEqualTo(expected.asBoolean());
      case "universe.productType" ->
          assertThat(ProductTypes.of(inputs.get("quoteType").asText(), inputs.get("name").asText()))
              .hasToString(expected.asText());
      case "universe.beta" ->
          assertThat(
                  MarketFormulas.beta(
                          numbers(inputs.get("security")), numbers(inputs.get("market")))
                      .orElseThrow())
              .isCloseTo(expected.asDouble(), within(TOLERANCE));
      case "universe.range52w" -> checkRange(inputs, expected);
      case "universe.dayChange" -> checkChange(inputs, expected);
      default -> throw new IllegalArgumentException(function);
    }
  }

  private static void checkIdentifier(JsonNode inputs, JsonNode expected) {
    IdentifierType type = IdentifierType.of(inputs.get("identifier").asText());
    IdentifierType wanted =
        switch (expected.get("type").asText()) {
          case "isin" -> IdentifierType.ISIN;
          case "tradernet" -> IdentifierType.BROKER;
          case "yahoo" -> IdentifierType.QUOTE_PAGE;
          default -> throw new IllegalArgumentException(expected.toString());
        };
    assertThat(type).isEqualTo(wanted);
    assertThat(Isin.looksLikeIsin(inputs.get("identifier").asText().toUpperCase(Locale.ROOT)))
        .isEqualTo(expected.get("isIsin").asBoolean());
  }

  private static void checkRange(JsonNode inputs, JsonNode expected) {
    List<DailyBar> bars = new ArrayList<>();
    for (JsonNode bar : inputs.get("bars")) {
      double low = bar.get(1).asDouble();
      double high = bar.get(2).asDouble();
      bars.add(new DailyBar(LocalDate.parse(bar.get(0).asText()), low, high, low, high, high, 1));
    }
    BarColumns columns = DailyBar.columns(new Isin("US0378331005"), Currency.USD, bars);

    assertThat(MarketFormulas.range52Weeks(columns, LocalDate.parse(inputs.get("asOf").asText())))
        .contains(
            new MarketFormulas.Range(
                expected.get("high").asDouble(), expected.get("low").asDouble()));
  }

  private static void checkChange(JsonNode inputs, JsonNode expected) {
    Optional<MarketFormulas.Change> change =
        MarketFormulas.dayChange(
            inputs.get("close").decimalValue(),
            Optional.of(inputs.get("previousClose"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue));

    if (expected.get("change").isNull()) {
      assertThat(change).isEmpty();
    } else {
      assertThat(change.orElseThrow().amount())
          .isEqualByComparingTo(new BigDecimal(expected.get("change").asText()));
      assertThat(change.orElseThrow().percent())
          .isCloseTo(expected.get("pct").asDouble(), within(TOLERANCE));
    }
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static List<CSVRecord> rows() throws IOException, URISyntaxException {
    Path file =
        Path.of(
            Objects.requireNonNull(UniverseVectorsTest.class.getResource("/vectors/universe.csv"))
                .toURI());
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file)) {
      return format.parse(reader).getRecords();
    }
  }
}
