package io.arduinotrader.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.arduinotrader.planning.domain.candidate.CandidateExamples;
import io.arduinotrader.planning.domain.candidate.MoneyExamples;
import io.arduinotrader.planning.domain.objective.ScoreExamples;
import io.arduinotrader.planning.domain.search.SequenceHash;
import io.arduinotrader.planning.domain.settings.SettingsExamples;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.vectors.JsonComparison;
import io.arduinotrader.vectors.JsonComparison.Tolerance;
import io.arduinotrader.vectors.WorkedExample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the worked examples of planning: the project's own {@code planning.csv}, or that in the
 * directory that {@code -Dvectors.dir} names. What is not run is listed in {@link PlanningWaivers}.
 */
@Tag("vectors")
class PlanningVectorsTest {

  private static final Tolerance TOLERANCE = new Tolerance(1e-9, 1e-9);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Map<String, Function<JsonNode, JsonNode>> RUNNERS = new TreeMap<>();

  static {
    MoneyExamples.addTo(RUNNERS);
    CandidateExamples.addTo(RUNNERS);
    ScoreExamples.addTo(RUNNERS);
    SettingsExamples.addTo(RUNNERS);
    RUNNERS.put("sequence_hash", PlanningVectorsTest::sequenceHash);
    RUNNERS.put("narrative.plan_clauses", PlanningVectorsTest::clauses);
  }

  @TestFactory
  Stream<DynamicTest> everyFunction() {
    Map<String, List<WorkedExample>> byFunction =
        examples().stream()
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

  @Test
  void everyFunctionIsRunOrWaivedForAReason() {
    assertThat(examples())
        .extracting(WorkedExample::function)
        .allMatch(
            function ->
                RUNNERS.containsKey(function)
                    || PlanningWaivers.FUNCTIONS.keySet().stream().anyMatch(function::startsWith));
  }

  private static List<WorkedExample> examples() {
    String given = System.getProperty("vectors.dir");
    Path file =
        given == null
            ? Path.of("src/test/resources/vectors/planning.csv")
            : Path.of(given, "planning.csv");
    assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
    return WorkedExample.read(file);
  }

  private static void run(
      String function, Function<JsonNode, JsonNode> runner, List<WorkedExample> examples) {
    List<String> failures = new ArrayList<>();
    int waived = 0;
    for (WorkedExample example : examples) {
      if (PlanningWaivers.covers(example)) {
        waived++;
        continue;
      }
      List<String> differences =
          JsonComparison.differences(
              comparable(function, example.expected()),
              comparable(function, runner.apply(example.inputs())),
              TOLERANCE);
      if (!differences.isEmpty()) {
        failures.add(example + " " + differences + " for " + example.inputs());
      }
    }
    System.out.printf(
        "%-36s %4d examples run, %d waived%n", function, examples.size() - waived, waived);
    assertThat(examples).as("examples of %s", function).isNotEmpty();
    assertThat(failures).as("%s: %d examples differ", function, failures.size()).isEmpty();
  }

  /** Without the fields that are left out, and trades in the order of their symbols. */
  private static JsonNode comparable(String function, JsonNode node) {
    if (node.isObject()) {
      ObjectNode rest = node.deepCopy();
      rest.remove(PlanningWaivers.fields(function));
      rest.properties().forEach(entry -> entry.setValue(comparable(function, entry.getValue())));
      return rest;
    }
    if (node.isArray() && function.startsWith("opportunity.")) {
      ArrayNode sorted = JSON.arrayNode();
      StreamSupport.stream(node.spliterator(), false)
          .map(each -> comparable(function, each))
          .sorted(Comparator.comparing(each -> each.path("symbol").asText()))
          .forEachOrdered(sorted::add);
      return node.path(0).isTextual() ? node : sorted;
    }
    return node;
  }

  private static JsonNode sequenceHash(JsonNode in) {
    List<SequenceHash.Trade> trades = new ArrayList<>();
    for (JsonNode trade : in) {
      trades.add(
          new SequenceHash.Trade(
              trade.get("symbol").asText(),
              Side.valueOf(trade.get("side").asText()),
              trade.get("quantity").decimalValue()));
    }
    return TextNode.valueOf(SequenceHash.of(trades));
  }

  private static JsonNode clauses(JsonNode in) {
    boolean sells = any(in, step -> step.get("side").asText().equals("SELL"));
    boolean buys = any(in, step -> step.get("side").asText().equals("BUY"));
    Narrative.Kind kind =
        Narrative.Kind.of(
            sells,
            buys,
            any(in, step -> step.path("windfall").asBoolean(false)),
            any(in, step -> step.path("averaging_down").asBoolean(false)));
    ArrayNode clauses = JSON.arrayNode().add(kind.id());
    if (kind != Narrative.Kind.NONE) {
      clauses.add(
          Narrative.Outcome.of(in.get("current").asDouble(), in.get("end").asDouble()).id());
    }
    return clauses;
  }

  private static boolean any(JsonNode in, Function<JsonNode, Boolean> is) {
    return StreamSupport.stream(in.get("steps").spliterator(), false).anyMatch(is::apply);
  }
}
