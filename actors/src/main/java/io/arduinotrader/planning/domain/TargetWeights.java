package io.arduinotrader.planning.domain;

import io.arduinotrader.protocol.planning.PlanningWork.Candidate;
import io.arduinotrader.protocol.planning.PlanningWork.Job;
import io.arduinotrader.protocol.vocab.Isin;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The wanted weights after the plan's own limits: fewer positions, another invested share. */
final class TargetWeights {

  private final Map<Isin, BigDecimal> weights = new HashMap<>();

  TargetWeights(Job job) {
    List<Candidate> wanted =
        job.candidates().stream()
            .filter(candidate -> candidate.target() > 0)
            .sorted(
                Comparator.comparingDouble(Candidate::target)
                    .reversed()
                    .thenComparing(Candidate::isin))
            .limit(job.limits().maximumPositions().orElse(Integer.MAX_VALUE))
            .toList();
    BigDecimal sum =
        wanted.stream().map(TargetWeights::stated).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal invested = job.limits().investedTarget().orElse(sum);
    for (Candidate candidate : wanted) {
      weights.put(
          candidate.isin(),
          stated(candidate).multiply(invested).divide(sum, MathContext.DECIMAL64));
    }
  }

  BigDecimal of(Candidate candidate) {
    return weights.getOrDefault(candidate.isin(), BigDecimal.ZERO);
  }

  private static BigDecimal stated(Candidate candidate) {
    return BigDecimal.valueOf(candidate.target());
  }
}
