package io.arduinotrader.optimization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.arduinotrader.vectors.JsonComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the worked examples of PyPortfolioOpt (MIT, © 2018 Robert Andrew Martin) that this stage
 * answers. Examples and prices belong to others and lie outside the repository, in {@code
 * -Dvectors.dir} or in {@code ../shared/vectors} beside it; without them the test is skipped.
 */
@Tag("vectors")
class PeerVectorsTest {

  private static final String EXAMPLES = "optimization_pypfopt.csv";

  /**
   * Methods of a later stage: optima of programmes, other estimators, views, repair of matrices.
   */
  private static final Set<String> NEXT_STAGE =
      Set.of(
          "psd_check",
          "fix_psd",
          "ema_historical_return",
          "capm_return",
          "exp_cov",
          "semicovariance",
          "min_volatility",
          "max_sharpe",
          "efficient_return",
          "efficient_risk",
          "max_quadratic_utility",
          "tracking_error_squared",
          "log_barrier",
          "risk_parity",
          "max_diversification",
          "inverse_volatility",
          "inverse_variance",
          "market_implied_prior",
          "market_implied_risk_aversion",
          "black_litterman",
          "black_litterman_weights",
          "min_semivariance",
          "semivar_efficient_return",
          "semivar_efficient_risk",
          "semivar_utility",
          "min_cvar",
          "cvar_efficient_return",
          "cvar_efficient_risk",
          "min_cdar",
          "cdar_efficient_return",
          "cdar_efficient_risk",
          "discrete_ip");

  /** Single examples that are not run, and why. */
  private static final Map<String, String> NOT_RUN =
      Map.ofEntries(
          Map.entry("returns_shape", "about the file, not about a function"),
          Map.entry("latest_price_date", "about the file, not about a function"),
          Map.entry("latest_prices", "about the file, not about a function"),
          Map.entry("sample_cov_log_dummy", "of log returns; ours are simple"),
          Map.entry("mean_hist_dummy_arith", "of prices below zero, which no history has"),
          Map.entry("mean_historical_return", "geometric mean, of a later stage"),
          Map.entry("mean_historical_return_full", "geometric mean, of a later stage"),
          Map.entry("alloc_greedy_short_03", "of short positions, which are not taken"),
          Map.entry("alloc_greedy_short_rmse", "of short positions, which are not taken"),
          Map.entry("shrink_single_factor_complete", "another target, of a later stage"),
          Map.entry("shrink_constant_correlation_complete", "another target, of a later stage"),
          Map.entry("shrink_constant_correlation_textbook", "another target, of a later stage"));

  @TestFactory
  Stream<DynamicTest> everyMethod() {
    Path examples = find(EXAMPLES);
    Path prices = find("stock_prices.csv");
    assumeTrue(
        Files.exists(examples) && Files.exists(prices),
        () -> "skipped: there are no examples of the peer at " + examples.toAbsolutePath());
    List<PeerExample> rows = PeerExample.read(examples);
    PeerExamples runners = new PeerExamples(PeerPrices.read(prices), rows);
    Map<String, List<PeerExample>> byMethod =
        rows.stream()
            .collect(Collectors.groupingBy(PeerExample::method, TreeMap::new, Collectors.toList()));
    return byMethod.entrySet().stream()
        .map(
            entry ->
                dynamicTest(entry.getKey(), () -> run(entry.getKey(), entry.getValue(), runners)));
  }

  private static void run(String method, List<PeerExample> examples, PeerExamples runners) {
    int run = 0;
    for (PeerExample example : examples) {
      Optional<JsonNode> actual = runners.run(example);
      if (actual.isPresent()) {
        run++;
        assertThat(
                JsonComparison.differences(example.expected(), actual.get(), example.tolerance()))
            .as(example.id())
            .isEmpty();
      } else {
        assertThat(NEXT_STAGE.contains(method) || NOT_RUN.containsKey(example.id()))
            .as("%s is neither run nor listed as not run", example.id())
            .isTrue();
      }
    }
    System.out.printf("%-28s %4d examples run, %d not%n", method, run, examples.size() - run);
  }

  private static Path find(String name) {
    Path given = Path.of(System.getProperty("vectors.dir", ".")).resolve(name);
    return Files.exists(given) ? given : Path.of("..", "..", "shared", "vectors", name);
  }
}
