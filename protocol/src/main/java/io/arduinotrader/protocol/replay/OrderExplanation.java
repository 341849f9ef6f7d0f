package io.arduinotrader.protocol.replay;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.PlanId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * From an order back to its reasons.
 *
 * @param events what happened to it
 * @param cycle the trading cycle that wanted it
 * @param step the step of that cycle's plan
 * @param targetWeight of the security when the cycle decided, a fraction
 * @param score of the security when the cycle decided
 * @param text all of it, sentences
 */
public record OrderExplanation(
    OrderView order,
    List<TradeEvent> events,
    Optional<Cycle> cycle,
    Optional<Plan.Step> step,
    OptionalDouble targetWeight,
    Optional<SecurityScore> score,
    List<String> text)
    implements ClusterMessage, ReplayQuery.ExplainReply {

  /** A trading cycle and the plan it made. */
  public record Cycle(
      CycleId id, Instant startedAt, List<StageNote> stages, Optional<PlanSummary> plan) {}

  /** What a stage said when it was done. */
  public record StageNote(String stage, String note, Instant at) {}

  /**
   * What is said of a whole plan.
   *
   * @param inputsHash names exactly the state and settings it was computed from
   */
  public record PlanSummary(PlanId id, double score, double scoreBefore, Digest inputsHash) {}
}
