package io.arduinotrader.protocol.optimization;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What an optimization worker is told: find target weights from what the message carries. */
public record OptimizationWork(long number, Job job, ActorRef<Result> replyTo)
    implements ClusterMessage {

  public static final ServiceKey<OptimizationWork> WORKERS =
      ServiceKey.create(OptimizationWork.class, "optimization-workers");

  /**
   * All that the weights depend on; weights are fractions of positions plus cash.
   *
   * @param groups shares that groups of assets should have
   * @param budget the share to invest; less is invested when the maxima do not allow as much
   * @param windowDays calendar days of returns to learn from
   * @param wanted whether the assets' wanted weights count; otherwise they are derived
   * @param minimumWeight smaller positions are not worth it
   * @param maximumPositions the largest number of positions
   * @param maximumTurnover bought plus sold value
   */
  public record Job(
      List<Asset> assets,
      List<Group> groups,
      double budget,
      int windowDays,
      boolean wanted,
      Aims aims,
      double minimumWeight,
      int maximumPositions,
      Optional<Double> maximumTurnover) {}

  /**
   * What the owner wants, per year.
   *
   * @param blend share of hierarchical risk parity, 0 to 1
   * @param tradingCost of a unit of weight bought or sold, spread over the years it is borne
   * @param views whether expected returns are views on what the market expects
   * @param riskModel how covariances are estimated
   * @param pursuit what the weights are best at
   * @param search how they are sought
   * @param preferences the owner's factors on expected returns, one per asset; empty for none
   * @param riskShares shares of the risk in proportion, one per asset; empty for equal ones
   * @param market what is known of the broad market
   */
  public record Aims(
      double targetReturn,
      double targetVolatility,
      double blend,
      double riskFreeRate,
      double tradingCost,
      boolean views,
      RiskModel riskModel,
      Pursuit pursuit,
      Search search,
      List<Double> preferences,
      List<Double> riskShares,
      Surroundings market) {}

  /**
   * How weights are sought.
   *
   * @param ridge weight of the sum of squared weights, added to the variance
   * @param riskAversion price of a unit of variance; follows from the targets when it is not stated
   * @param tailConfidence share of days that are not among the worst
   * @param tailReturn return per year that the least tail or downside must leave
   * @param tailRisk tail or downside not to exceed for the largest return
   */
  public record Search(
      Linkage linkage,
      double ridge,
      OptionalDouble riskAversion,
      double tailConfidence,
      OptionalDouble tailReturn,
      OptionalDouble tailRisk) {}

  /** How risk parity measures how far two clusters are apart. */
  public enum Linkage {
    SINGLE,
    COMPLETE,
    AVERAGE,
    WARD
  }

  /**
   * What is known of the broad market.
   *
   * @param index how far prices of an index are from their long average, as a fraction; absent when
   *     nobody named an index
   * @param volatilityIndex percent points
   * @param curveSlope ten-year less three-month yield, as a fraction
   * @param priceEarnings ratio
   */
  public record Surroundings(
      Optional<IndexState> index,
      OptionalDouble volatilityIndex,
      OptionalDouble curveSlope,
      OptionalDouble priceEarnings) {}

  /**
   * Where an index stands.
   *
   * @param distance from its long average, as a fraction; absent with too few prices
   */
  public record IndexState(OptionalDouble distance) {}

  /** How covariances are estimated from daily returns. */
  public enum RiskModel {
    /** The sample's, drawn towards equal variances. */
    EQUAL_VARIANCES,
    /** The same, as far as is best for normally distributed returns. */
    NORMAL_RETURNS,
    /** The sample's, drawn towards one correlation for all pairs. */
    EQUAL_CORRELATIONS,
    /** The sample's, drawn towards what the mean of all securities explains. */
    ONE_FACTOR,
    /** As the sample has them. */
    SAMPLE,
    /** Recent days count more. */
    RECENT,
    /** Only days with a loss count. */
    LOSSES
  }

  /** What weights are best at. */
  public enum Pursuit {
    /** The return aimed at with the least variance, or as near to it as risk allows. */
    RETURN,
    LEAST_VARIANCE,
    SHARPE_RATIO,
    /** Expected return less half the risk aversion times the variance. */
    UTILITY,
    DIVERSIFICATION,
    /** Every security contributes as much to the variance, or its share. */
    EQUAL_RISK,
    INVERSE_VOLATILITY,
    /** The least mean loss of the worst days. */
    TAIL_LOSS,
    /** The least mean of the deepest drawdowns. */
    DRAWDOWN,
    /** The least mean square of losses. */
    SEMIVARIANCE
  }

  /**
   * A security to weigh.
   *
   * @param minimum least weight the owner wants
   * @param maximum largest weight the owner wants
   * @param days days since 1970-01-01, strictly ascending
   * @param prices in base currency, one per day
   */
  @SuppressWarnings("ArrayRecordComponent") // columns of numbers: boxing them would cost tenfold
  public record Asset(
      Isin isin,
      Symbol symbol,
      double current,
      double wanted,
      double minimum,
      double maximum,
      boolean mayBuy,
      boolean maySell,
      ReturnFigures figures,
      int[] days,
      double[] prices) {}

  /**
   * What is known of a security's return; missing is never zero.
   *
   * @param growth of the adjusted price per year over five years, as a fraction
   * @param longGrowth the same over up to ten years
   * @param score 0 to 1
   * @param scoreCoverage share of the score's weights that had inputs, 0 to 1
   */
  public record ReturnFigures(
      OptionalDouble growth,
      OptionalDouble longGrowth,
      OptionalDouble score,
      double scoreCoverage) {

    /** Nothing is known. */
    public static final ReturnFigures UNKNOWN =
        new ReturnFigures(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0);
  }

  /** What assets are grouped by. */
  public enum Family {
    COUNTRY,
    INDUSTRY
  }

  /**
   * Assets that should have a share of the portfolio together.
   *
   * @param members indices of assets
   */
  public record Group(Family family, String name, double target, List<Integer> members) {}

  /** On what terms there are weights. */
  public enum Status {
    /** As asked. */
    OPTIMAL,
    /** A target was out of reach. */
    CLIPPED,
    /** Limits contradicted each other; some were relaxed. */
    RELAXED,
    /** There are none. */
    INFEASIBLE,
    /** The worker could not do the job, which says nothing about the limits. */
    FAILED
  }

  /**
   * What came of the job with this number.
   *
   * @param weights one per asset in the order of the job, empty when there are none
   * @param notes one per asset: what is expected of it or why it was left out
   * @param terms what was clipped or relaxed, which limits conflict, or why the job failed
   * @param figures of the weights, absent when past returns are too few
   * @param method what answered
   * @param why that answered, sentences
   * @param explanation sentences for a person, those included
   * @param correlations pairs that move much alike
   * @param evidence what the weights rest on
   * @param solveMillis time the worker took
   */
  public record Result(
      long number,
      List<Double> weights,
      List<String> notes,
      Status status,
      List<String> terms,
      Optional<Figures> figures,
      String method,
      List<String> why,
      List<String> explanation,
      List<Correlation> correlations,
      WeightEvidence evidence,
      double solveMillis)
      implements ClusterMessage {

    /** The same with the time it took. */
    public Result after(double millis) {
      return new Result(
          number,
          weights,
          notes,
          status,
          terms,
          figures,
          method,
          why,
          explanation,
          correlations,
          evidence,
          millis);
    }
  }

  /**
   * Expected figures of weights per year, as fractions.
   *
   * @param trackingError volatility of the difference between the weights and the current ones
   * @param objective value of the last programme
   * @param iterations of all programmes
   */
  public record Figures(
      double expectedReturn,
      double volatility,
      Optional<Double> sharpeRatio,
      double trackingError,
      double objective,
      int iterations) {}

  /** Two securities whose daily returns move alike, or opposite. */
  public record Correlation(Symbol first, Symbol second, double coefficient) {}
}
