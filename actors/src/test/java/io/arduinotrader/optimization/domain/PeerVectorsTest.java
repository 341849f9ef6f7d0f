package io.arduinotrader.optimization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.arduinotrader.vectors.JsonComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the worked examples of PyPortfolioOpt (MIT, © 2018 Robert Andrew Martin) Examples and prices
 * belong to others and lie outside the repository, in {@code -Dvectors.dir} or in {@code
 * ../shared/vectors} beside it; without them the test is skipped, unless the folder was named.
 */
@Tag("vectors")
class PeerVectorsTest {

  private static final String EXAMPLES = "optimization_pypfopt.csv";

  @TestFactory
  Stream<DynamicTest> everyMethod() {
    Path examples = find(EXAMPLES);
    Path prices = find("stock_prices.csv");
    assumeTrue(
        System.getProperty("vectors.dir") != null
            || (Files.exists(examples) && Files.exists(prices)),
        () -> "skipped: there are no examples of the peer at " + examples.toAbsolutePath());
    List<PeerExample> rows = PeerExample.read(examples);
    PeerExamples runners =
        new PeerExamples(
            new PeerData(PeerPrices.read(prices), PeerPrices.read(find("spy_prices.csv")), rows));
    Map<String, List<PeerExample>> byMethod =
        rows.stream()
            .collect(Collectors.groupingBy(PeerExample::method, TreeMap::new, Collectors.toList()));
    return byMethod.entrySet().stream()
        .map(
            entry ->
                dynamicTest(entry.getKey(), () -> run(entry.getKey(), entry.getValue(), runners)));
  }

  private static void run(String method, List<PeerExample> examples, PeerExamples runners) {
    for (PeerExample example : examples) {
      assertThat(
              JsonComparison.differences(
                  example.expected(), runners.run(example), example.tolerance()))
          .as(example.id())
          .isEmpty();
    }
    System.out.printf("%-28s %4d examples%n", method, examples.size());
  }

  /** A folder that was named has the file; only where none was named it may be missing. */
  private static Path find(String name) {
    String named = System.getProperty("vectors.dir");
    return named == null
        ? Path.of("..", "..", "shared", "vectors", name)
        : Path.of(named).resolve(name);
  }
}
