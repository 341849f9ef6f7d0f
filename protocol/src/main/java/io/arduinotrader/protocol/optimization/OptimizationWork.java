package io.arduinotrader.protocol.optimization;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import java.util.List;
import java.util.Optional;
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
   * @param budget the share to invest; less is invested when the maxima do not allow as much
   * @param windowDays calendar days of returns to learn from
   * @param wanted whether the assets' wanted weights count; otherwise they are derived from returns
   * @param minimumWeight smaller positions are not worth it
   * @param maximumPositions the largest number of positions
   * @param maximumTurnover bought plus sold value
   */
  public record Job(
      List<Asset> assets,
      double budget,
      int windowDays,
      boolean wanted,
      double minimumWeight,
      int maximumPositions,
      Optional<Double> maximumTurnover) {}

  /**
   * A security to weigh.
   *
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
      int[] days,
      double[] prices) {}

  /**
   * What came of the job with this number.
   *
   * @param weights one per asset in the order of the job, empty when none satisfy the limits
   * @param conflicts which limits contradict each other, or what else kept weights from being found
   * @param figures of the weights, absent when past returns are too few
   * @param explanation sentences for a person
   */
  public record Result(
      long number,
      List<Double> weights,
      List<String> conflicts,
      Optional<Figures> figures,
      String method,
      List<String> explanation)
      implements ClusterMessage {}

  /** Expected figures of weights per year, as fractions. */
  public record Figures(double expectedReturn, double volatility, Optional<Double> sharpeRatio) {}
}
