package io.arduinotrader.protocol.optimization;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.Money;
import java.util.List;

/** How far holdings are from their targets. */
public sealed interface RebalancingReply extends ClusterMessage {

  /**
   * Compared.
   *
   * @param needed whether at least one weight is outside its band
   * @param drift half the sum of absolute weight differences, a fraction
   * @param estimatedCost commissions of the moves in base currency
   * @param terms on what terms there are targets
   */
  record Compared(
      boolean needed,
      List<AllocationReply.Move> moves,
      double drift,
      Money estimatedCost,
      Terms terms)
      implements RebalancingReply {}

  /**
   * How the targets were found.
   *
   * @param status optimal, or what was clipped or relaxed
   * @param rows what exactly was clipped or relaxed
   * @param method what answered
   * @param why that, sentences for a person
   */
  record Terms(
      OptimizationWork.Status status, List<String> rows, String method, List<String> why) {}

  /** No weights satisfy the limits. */
  record Infeasible(List<String> conflicts) implements RebalancingReply {}

  /** The work on the question broke down; how far the holdings are is not known. */
  record Failed(String reason) implements RebalancingReply {}

  /** The question cannot be answered. */
  record Refused(Refusal refusal) implements RebalancingReply {}
}
