package io.arduinotrader.portfolio.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.arduinotrader.portfolio.domain.valuation.ValuationExamples;
import io.arduinotrader.vectors.JsonComparison;
import io.arduinotrader.vectors.JsonComparison.Tolerance;
import io.arduinotrader.vectors.WorkedExample;
import java.nio.file.Files;
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
 * Runs the worked examples of the books: the project's own {@code portfolio.csv}, or those of
 * {@code trading.csv} and {@code planning.csv} in the directory that {@code -Dvectors.dir} names,
 * which hold examples of other rooms too.
 */
@Tag("vectors")
class PortfolioVectorsTest {

  private static final Tolerance EXACT = new Tolerance(1e-9, 1e-9);
  private static final Tolerance STATISTICS = new Tolerance(1e-7, 1e-7);

  /**
   * Values in euros are rounded to cents, and three of them are added, where these are computed.
   */
  private static final Tolerance CENTS = new Tolerance(0, 0.015);

  /** Examples that show what another rule replaces, and which. */
  private static final Map<String, String> WAIVED =
      Map.of(
          "cash.afterTrades hand/usd-buy-eur-fee",
          "an execution's commission is in its trade currency",
          "portfolio.applyPending exec/buy-clamped",
          "the state may spend more than is there; nothing shows the clamped form");

  private static final Map<String, Function<JsonNode, JsonNode>> RUNNERS = new TreeMap<>();

  static {
    BookExamples.addTo(RUNNERS);
    ValuationExamples.addTo(RUNNERS);
    HistoryExamples.addTo(RUNNERS);
  }

  @TestFactory
  Stream<DynamicTest> everyFunction() {
    Map<String, List<WorkedExample>> byFunction =
        examples().stream()
            .filter(example -> !example.id().startsWith("exec-defect/"))
            .collect(
                Collectors.groupingBy(WorkedExample::function, TreeMap::new, Collectors.toList()));
    return RUNNERS.entrySet().stream()
        .map(
            runner ->
                dynamicTest(
                    runner.getKey(),
                    () ->
                        run(
                            runner.getKey(),
                            runner.getValue(),
                            byFunction.getOrDefault(runner.getKey(), List.of()))));
  }

  private static List<WorkedExample> examples() {
    String given = System.getProperty("vectors.dir");
    List<Path> files =
        given == null
            ? List.of(Path.of("src/test/resources/vectors/portfolio.csv"))
            : List.of(Path.of(given, "trading.csv"), Path.of(given, "planning.csv"));
    files.forEach(file -> assumeTrue(Files.exists(file), () -> "skipped: there is no " + file));
    return files.stream().flatMap(file -> WorkedExample.read(file).stream()).toList();
  }

  private static void run(
      String function, Function<JsonNode, JsonNode> runner, List<WorkedExample> examples) {
    List<String> failures = new ArrayList<>();
    int waived = 0;
    for (WorkedExample example : examples) {
      if (WAIVED.containsKey(example.toString())) {
        waived++;
        continue;
      }
      List<String> differences =
          JsonComparison.differences(
              example.expected(), runner.apply(example.inputs()), tolerance(function));
      if (!differences.isEmpty()) {
        failures.add(example + " " + differences + " for " + example.inputs());
      }
    }
    System.out.printf(
        "%-28s %4d examples run, %d waived%n", function, examples.size() - waived, waived);
    assertThat(examples).as("examples of %s", function).isNotEmpty();
    assertThat(failures).as("%s: %d examples differ", function, failures.size()).isEmpty();
  }

  private static Tolerance tolerance(String function) {
    if (function.startsWith("perf.")) {
      return STATISTICS;
    }
    return function.equals("portfolio.syncTotals") ? CENTS : EXACT;
  }
}
