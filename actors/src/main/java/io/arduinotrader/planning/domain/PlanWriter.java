package io.arduinotrader.planning.domain;

import io.arduinotrader.planning.domain.candidate.CandidateList;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.planning.domain.objective.Objective;
import io.arduinotrader.planning.domain.search.SearchProblem;
import io.arduinotrader.protocol.planning.PartResult;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.vocab.PlanId;
import java.time.Instant;

record PlanWriter(
    Situation situation,
    Objective objective,
    CandidateList candidates,
    SearchProblem problem,
    PartResult merged) {
  Plan plan(PlanId id, Instant createdAt) {
    throw new UnsupportedOperationException();
  }
}
