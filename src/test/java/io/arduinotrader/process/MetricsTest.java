package io.arduinotrader.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.process.MetricsText.Family;
import io.arduinotrader.process.MetricsText.Sample;
import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.gateway.GatewayServiceClient;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositRequest;
import io.arduinotrader.protocol.grpc.gateway.TriggerTradingCycleRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.grpc.GrpcClientSettings;
import org.apache.pekko.stream.javadsl.Sink;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MetricsTest {

  /** No label may have more values than this, whatever a node has seen. */
  private static final int MOST_VALUES = 60;

  private static final ActorSystem CLIENT =
      ActorSystem.create("client", ConfigFactory.parseResources("console.conf").resolve());

  @AfterAll
  static void closeClient() {
    CLIENT.terminate();
  }

  @Test
  void aNodeShowsWhatItDoes(@TempDir Path folder) throws Exception {
    try (NodeProcess node = NodeProcess.started(folder)) {
      tradeOnce(node);
      Map<String, Family> figures = awaitFigures(node, "cycles_total", "projection_lag_events");

      assertThat(value(figures, "cycles_total", Map.of("outcome", "completed"))).isEqualTo(1);
      assertThat(
              value(
                  figures,
                  "grpc_requests_total",
                  Map.of(
                      "service",
                      "arduino_trader.gateway.GatewayService",
                      "method",
                      "ProcessDeposit",
                      "status",
                      "OK")))
          .isEqualTo(1);
      assertThat(total(figures, "orders_placed_total")).isPositive();
      assertThat(total(figures, "orders_settled_total"))
          .isEqualTo(total(figures, "orders_placed_total"));
      assertThat(total(figures, "plans_total")).isPositive();
      assertThat(total(figures, "plan_sequences_evaluated_total")).isPositive();
      assertThat(
              value(
                  figures,
                  "journal_events_total",
                  Map.of("stream", "order", "event", "OrderAccepted")))
          .isEqualTo(total(figures, "orders_placed_total"));
      assertThat(
              value(
                  figures,
                  "broker_call_duration_seconds_count",
                  Map.of("operation", "submit", "answered", "true")))
          .isEqualTo(total(figures, "orders_placed_total"));
      assertThat(bounds(figures, "grpc_request_duration_seconds"))
          .containsExactly(
              0.005,
              0.01,
              0.025,
              0.05,
              0.1,
              0.25,
              0.5,
              1.0,
              2.5,
              5.0,
              10.0,
              Double.POSITIVE_INFINITY);
      assertThat(total(figures, "service_health")).isEqualTo(7);
      assertThat(total(figures, "cluster_members")).isEqualTo(1);
      assertThat(figures)
          .containsKeys(
              "cycle_duration_seconds",
              "plan_duration_seconds",
              "journal_append_duration_seconds",
              "pool_jobs_waiting",
              "pool_workers",
              "projection_lag_events",
              "jvm_memory_used_bytes",
              "jvm_threads",
              "jvm_gc_collections_total",
              "process_cpu_seconds");
      assertThat(figures.values()).allSatisfy(MetricsTest::isExplainedAndBounded);
    }
  }

  @Test
  void theTablesCatchUp(@TempDir Path folder) throws Exception {
    try (NodeProcess node = NodeProcess.started(folder)) {
      tradeOnce(node);
      Awaitility.await("nothing is before the projections")
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                Family lag = scrape(node).get("projection_lag_events");
                return lag != null
                    && lag.samples().size() == 3
                    && lag.samples().stream().allMatch(sample -> sample.value() == 0);
              });
    }
  }

  @Test
  void aPortInUseDoesNotKeepANodeFromItsWork(@TempDir Path folder) throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Map<String, String> settings =
          Map.of("TRADER_METRICS_PORT", Integer.toString(taken.getLocalPort()));
      try (NodeProcess node = NodeProcess.started(folder, settings)) {
        assertThat(node.words()).contains("port " + taken.getLocalPort());
      }
    }
  }

  @Test
  void aNodeThatShallShowNothingListensNowhere(@TempDir Path folder) throws Exception {
    try (NodeProcess node = NodeProcess.started(folder, Map.of("TRADER_METRICS", "false"))) {
      assertThatThrownBy(() -> scrape(node)).isInstanceOf(ConnectException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 1\n",
        "# TYPE a counter\na{x=y} 1\n",
        "# TYPE a counter\na{x=\"y\"} 1\na{x=\"y\"} 2\n",
        "# TYPE a counter\na one\n",
        "# TYPE a counter\na 1",
        "# TYPE a histogram\na_bucket{le=\"1\"} 1\na_sum 1\na_count 1\n",
        "# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n"
      })
  void theReaderTakesNothingMalformed(String text) {
    assertThatThrownBy(() -> MetricsText.read(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void tradeOnce(NodeProcess node) throws Exception {
    GrpcClientSettings settings =
        GrpcClientSettings.connectToServiceAt("127.0.0.1", node.gatewayPort(), CLIENT)
            .withTls(false);
    GatewayServiceClient gateway = GatewayServiceClient.create(settings, CLIENT);
    gateway
        .processDeposit(
            ProcessDepositRequest.newBuilder()
                .setAmount(Money.newBuilder().setAmount("10000").setCurrency("EUR"))
                .build())
        .toCompletableFuture()
        .get(1, TimeUnit.MINUTES);
    gateway
        .triggerTradingCycle(TriggerTradingCycleRequest.getDefaultInstance())
        .runWith(Sink.seq(), CLIENT)
        .toCompletableFuture()
        .get(3, TimeUnit.MINUTES);
  }

  /** Some figures are counted as things happen, others are read every few seconds. */
  private static Map<String, Family> awaitFigures(NodeProcess node, String... names) {
    return Awaitility.await("all of " + List.of(names))
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> scrape(node), figures -> figures.keySet().containsAll(List.of(names)));
  }

  private static Map<String, Family> scrape(NodeProcess node)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(node.metrics()).timeout(Duration.ofSeconds(30)).build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return MetricsText.read(answer.body());
  }

  private static void isExplainedAndBounded(Family family) {
    assertThat(family.help()).as(family.name()).isNotBlank();
    family.samples().stream()
        .flatMap(sample -> sample.labels().keySet().stream())
        .distinct()
        .forEach(
            label ->
                assertThat(
                        family.samples().stream()
                            .map(sample -> sample.labels().getOrDefault(label, ""))
                            .distinct()
                            .count())
                    .as(label + " of " + family.name())
                    .isLessThanOrEqualTo(MOST_VALUES));
  }

  private static double value(
      Map<String, Family> figures, String name, Map<String, String> labels) {
    return samples(figures, name).stream()
        .filter(sample -> sample.labels().equals(labels))
        .mapToDouble(Sample::value)
        .sum();
  }

  private static double total(Map<String, Family> figures, String name) {
    return samples(figures, name).stream().mapToDouble(Sample::value).sum();
  }

  private static List<Sample> samples(Map<String, Family> figures, String name) {
    return figures.values().stream()
        .flatMap(family -> family.samples().stream())
        .filter(sample -> sample.name().equals(name))
        .toList();
  }

  private static List<Double> bounds(Map<String, Family> figures, String name) {
    return samples(figures, name + "_bucket").stream()
        .map(sample -> sample.labels().get("le"))
        .map(bound -> bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound))
        .distinct()
        .sorted()
        .toList();
  }
}
