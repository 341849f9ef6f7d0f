package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.vocab.PlanId;
import java.time.Instant;
import java.util.Optional;

/** What happened to the plans of a portfolio state. */
public sealed interface PlanEvent {

  Instant at();

  /** A plan is being made under this id. */
  record PlanNumbered(PlanId id, Instant at) implements PlanEvent {}

  /**
   * A plan is finished.
   *
   * @param facts what it was computed from, so that it can be computed again
   */
  record PlanKept(Plan plan, Optional<PlanFacts> facts, Instant at) implements PlanEvent {}

  /** A plan is being executed, done, or overtaken. */
  record PlanMarked(PlanId id, Plan.Status status, Instant at) implements PlanEvent {}
}
