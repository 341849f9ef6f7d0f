package io.arduinotrader.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.arduinotrader.vectors.JsonComparison;
import io.arduinotrader.vectors.WorkedExample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every worked example of {@code scoring.csv}: the project's own file, or the one in the
 * directory that {@code -Dvectors.dir} names. A function without a runner fails.
 */
@Tag("vectors")
class ScoringVectorsTest {

  private static final JsonComparison.Tolerance TOLERANCE =
      new JsonComparison.Tolerance(1e-9, 1e-9);
  private static final Map<String, Function<JsonNode, JsonNode>> RUNNERS = new TreeMap<>();

  static {
    IndicatorExamples.addTo(RUNNERS);
    ScorerExamples.addTo(RUNNERS);
    GroupExamples.addTo(RUNNERS);
    PortfolioExamples.addTo(RUNNERS);
    SellExamples.addTo(RUNNERS);
    EndStateExamples.addTo(RUNNERS);
    GainExamples.addTo(RUNNERS);
  }

  @TestFactory
  Stream<DynamicTest> everyFunction() {
    Path file =
        Path.of(System.getProperty("vectors.dir", "src/test/resources/vectors"))
            .resolve("scoring.csv");
    assertThat(file).as("a file that is not there verifies nothing").exists();
    Map<String, List<WorkedExample>> byFunction =
        WorkedExample.read(file).stream()
            .collect(
                Collectors.groupingBy(WorkedExample::function, TreeMap::new, Collectors.toList()));
    assertThat(byFunction).isNotEmpty();
    return byFunction.entrySet().stream()
        .map(entry -> dynamicTest(entry.getKey(), () -> run(entry.getKey(), entry.getValue())));
  }

  private static void run(String function, List<WorkedExample> examples) {
    Function<JsonNode, JsonNode> runner = RUNNERS.get(function);
    if (runner == null) {
      throw new AssertionError(function + " has no runner");
    }
    List<String> failures = new ArrayList<>();
    int waived = 0;
    for (WorkedExample example : examples) {
      if (ScoringWaivers.waives(example.id())) {
        waived++;
      } else {
        check(example, runner, failures);
      }
    }
    System.out.printf(
        "%-28s %4d examples run, %d waived%n", function, examples.size() - waived, waived);
    assertThat(failures).as("%s: %d examples differ", function, failures.size()).isEmpty();
  }

  private static void check(
      WorkedExample example, Function<JsonNode, JsonNode> runner, List<String> failures) {
    JsonNode actual = runner.apply(example.inputs());
    List<String> differences = JsonComparison.differences(example.expected(), actual, TOLERANCE);
    if (!differences.isEmpty()) {
      failures.add(example + " " + differences + " for " + example.inputs());
    }
  }
}
