package io.arduinotrader.trading.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.vectors.JsonComparison;
import io.arduinotrader.vectors.WorkedExample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the worked examples of orders and their rules in {@code trading.csv}: the project's own
 * file, or the one in the directory that {@code -Dvectors.dir} names. Refusals are compared by
 * their code and by the figures their message has to name.
 */
@Tag("vectors")
class TradingVectorsTest {

  private static final JsonComparison.Tolerance TOLERANCE =
      new JsonComparison.Tolerance(1e-9, 1e-9);
  private static final String NEGATIVE = "exec-defect/";

  /**
   * Currency is exchanged by the broker as a part of an execution, not by orders; ledgers are kept
   * by the portfolio.
   */
  private static final List<String> ELSEWHERE = List.of("fxOrders", "recorded");

  private static final Map<String, Function<JsonNode, JsonNode>> RUNNERS = new TreeMap<>();

  static {
    RuleExamples.addTo(RUNNERS);
    BatchExamples.addTo(RUNNERS);
    OrderExamples.addTo(RUNNERS);
  }

  @TestFactory
  Stream<DynamicTest> everyExample() {
    return examples()
        .filter(example -> !TradingWaivers.waives(example.toString()))
        .map(example -> dynamicTest(example.toString(), () -> run(example)));
  }

  @Test
  void everyWaiverIsOfAnExample() {
    assertThat(examples().filter(example -> TradingWaivers.waives(example.toString())))
        .hasSize(TradingWaivers.count());
  }

  private static void run(WorkedExample example) {
    JsonNode actual =
        Optional.ofNullable(RUNNERS.get(example.function()))
            .orElseThrow(() -> new AssertionError("no runner for " + example.function()))
            .apply(example.inputs());
    JsonNode expected = ours(example.expected());
    assertThat(
            JsonComparison.differences(
                ExampleRefusals.codes(expected),
                ExampleRefusals.codes(only(actual, expected)),
                TOLERANCE))
        .isEmpty();
    String messages = ExampleRefusals.messages(actual);
    assertThat(ExampleRefusals.figures(expected)).allMatch(messages::contains);
  }

  private static JsonNode ours(JsonNode expected) {
    return expected instanceof ObjectNode object ? object.deepCopy().without(ELSEWHERE) : expected;
  }

  /** The parts of a value that an example speaks of. */
  private static JsonNode only(JsonNode actual, JsonNode expected) {
    return actual instanceof ObjectNode object && expected instanceof ObjectNode spoken
        ? object.deepCopy().retain(spoken.properties().stream().map(Map.Entry::getKey).toList())
        : actual;
  }

  /** Examples of how it must not be are there as a warning only. */
  private static Stream<WorkedExample> examples() {
    Path file =
        Path.of(System.getProperty("vectors.dir", "src/test/resources/vectors"))
            .resolve("trading.csv");
    assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
    List<WorkedExample> examples =
        WorkedExample.read(file).stream()
            .filter(
                example ->
                    example.function().startsWith("order.")
                        || RUNNERS.containsKey(example.function()))
            .filter(example -> !example.id().startsWith(NEGATIVE))
            .toList();
    assertThat(examples).isNotEmpty();
    return examples.stream();
  }
}
