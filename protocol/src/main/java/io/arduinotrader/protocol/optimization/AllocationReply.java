package io.arduinotrader.protocol.optimization;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What an allocation comes to. */
public sealed interface AllocationReply extends ClusterMessage {

  /**
   * Target weights were found.
   *
   * @param weights every security's current and target weight, also unchanged ones
   * @param moves the trades that lead there, for weights that move by more than one percent point
   * @param method how the weights were found, for example {@code hierarchical risk parity}
   * @param explanation why this method and what bound the result, sentences for a person
   */
  record Allocated(
      List<TargetWeight> weights,
      List<Move> moves,
      Figures figures,
      String method,
      List<String> explanation)
      implements AllocationReply {}

  /** No weights satisfy the limits. */
  record Infeasible(List<String> conflicts) implements AllocationReply {}

  /** The question cannot be answered: an unknown security, no prices, no value. */
  record Refused(Refusal refusal) implements AllocationReply {}

  /** Current and target weight of a security, fractions of positions plus cash. */
  record TargetWeight(Isin isin, Symbol symbol, double current, double target) {}

  /**
   * A trade towards a target.
   *
   * @param quantity shares above zero, fractional only when that was allowed
   * @param value in base currency, above zero
   */
  record Move(
      Isin isin,
      Symbol symbol,
      Side side,
      BigDecimal quantity,
      Money value,
      double currentWeight,
      double targetWeight) {}

  /**
   * Figures of the target weights per year, as fractions; absent when past returns are too few.
   *
   * @param trackingError root of the sum of squared distances to the wanted weights
   */
  record Figures(
      Optional<Double> expectedReturn,
      Optional<Double> volatility,
      Optional<Double> sharpeRatio,
      double trackingError,
      int iterations,
      double solveMillis) {}
}
