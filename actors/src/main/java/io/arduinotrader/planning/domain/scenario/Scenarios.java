package io.arduinotrader.planning.domain.scenario;

import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.planning.domain.objective.Ending;
import io.arduinotrader.planning.domain.objective.Objective;
import io.arduinotrader.protocol.planning.PlanFindings.Scenario;
import io.arduinotrader.protocol.planning.PlanFindings.Spread;
import io.arduinotrader.protocol.planning.PlannerSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prices of all holdings move together, each as far as its own volatility makes it, and the
 * portfolios are judged again at what they would then be worth. All portfolios meet the same moves.
 */
public final class Scenarios {

  private static final double[] SHOCKS = {-0.20, -0.10, -0.05, 0, 0.05, 0.10};
  private static final double DAYS_OF_YEAR = 252;

  /** How much of the variance of a security is that of the market. */
  private static final double COMMON = 0.5;

  private static final double LEAST_VOLATILITY = 0.1;
  private static final double MOST_VOLATILITY = 1.0;
  private static final double LARGEST_MOVE = 2;
  private static final double SCALE = 100;

  private final Situation situation;
  private final Objective objective;
  private final double[] volatility;

  /** For portfolios of a situation. */
  public Scenarios(Situation situation, Objective objective) {
    this.situation = situation;
    this.objective = objective;
    this.volatility = new double[situation.assets().size()];
    for (int asset = 0; asset < volatility.length; asset++) {
      volatility[asset] =
          Math.clamp(objective.volatility(asset), LEAST_VOLATILITY, MOST_VOLATILITY);
    }
  }

  /** A portfolio with its name. */
  public record Named(String name, Ending ending) {}

  /**
   * What the settings ask for.
   *
   * @param seed of the random moves
   */
  public List<Scenario> of(List<Named> portfolios, long seed) {
    PlannerSettings.Scenarios wanted = situation.settings().scenarios();
    List<Scenario> scenarios = new ArrayList<>();
    if (wanted.shocks()) {
      scenarios.addAll(under("shocks", shocks(), portfolios));
    }
    if (wanted.monteCarlo()) {
      scenarios.addAll(under("monte_carlo", paths(wanted, seed), portfolios));
    }
    return List.copyOf(scenarios);
  }

  /** What each price is multiplied by, for each shock of the market. */
  private double[][] shocks() {
    double market = Arrays.stream(volatility).average().orElse(1);
    double[][] moves = new double[SHOCKS.length][volatility.length];
    for (int shock = 0; shock < SHOCKS.length; shock++) {
      for (int asset = 0; asset < volatility.length; asset++) {
        moves[shock][asset] = bounded(1 + SHOCKS[shock] * volatility[asset] / market);
      }
    }
    return moves;
  }

  /** The same for each random path: log-normal with a factor all securities share. */
  private double[][] paths(PlannerSettings.Scenarios wanted, long seed) {
    Chance chance = new Chance(seed);
    double time = wanted.days() / DAYS_OF_YEAR;
    double[][] moves = new double[wanted.paths()][volatility.length];
    for (double[] move : moves) {
      double market = chance.normal() * Math.sqrt(COMMON);
      for (int asset = 0; asset < volatility.length; asset++) {
        double own = market + chance.normal() * Math.sqrt(1 - COMMON);
        double deviation = volatility[asset] * Math.sqrt(time);
        move[asset] = bounded(StrictMath.exp(deviation * own - deviation * deviation / 2));
      }
    }
    return moves;
  }

  private static double bounded(double move) {
    return Math.clamp(move, 1 / LARGEST_MOVE, LARGEST_MOVE);
  }

  private List<Scenario> under(String kind, double[][] moves, List<Named> portfolios) {
    return portfolios.stream()
        .map(
            portfolio -> {
              double[] scores = new double[moves.length];
              double[] gains = new double[moves.length];
              for (int path = 0; path < moves.length; path++) {
                judge(portfolio.ending(), moves[path], path, scores, gains);
              }
              return new Scenario(kind, portfolio.name(), spread(scores), spread(gains));
            })
        .toList();
  }

  private void judge(Ending ending, double[] move, int path, double[] scores, double[] gains) {
    double[] values = new double[move.length];
    double total = ending.cash();
    for (int asset = 0; asset < move.length; asset++) {
      values[asset] = ending.value(asset) * move[asset];
      total += values[asset];
    }
    scores[path] =
        total > 0
            ? SCALE * objective.score(values, ending.cash(), total, ending.costs()).total()
            : 0;
    gains[path] = total / situation.total() - 1;
  }

  private static Spread spread(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return new Spread(
        Arrays.stream(sorted).sum() / sorted.length, sorted[sorted.length / 10], sorted[0]);
  }
}
