package io.arduinotrader.optimization;

import io.arduinotrader.optimization.domain.allocation.Aim;
import io.arduinotrader.optimization.domain.pipeline.PipelineRules;
import io.arduinotrader.optimization.domain.pipeline.TailAim;
import io.arduinotrader.optimization.domain.weights.Linkage;
import io.arduinotrader.protocol.optimization.OptimizationWork.Aims;
import io.arduinotrader.protocol.optimization.OptimizationWork.Search;
import java.util.List;

/** What an owner wants of the weights of those assets that can be judged. */
final class JobRules {

  private JobRules() {}

  /**
   * The rules.
   *
   * @param included indices of the assets that can be judged
   */
  static PipelineRules of(Aims aims, List<Integer> included) {
    Search search = aims.search();
    return new PipelineRules(
        aims.targetReturn(),
        aims.targetVolatility(),
        aims.blend(),
        aims.riskFreeRate(),
        aims.tradingCost(),
        riskAversion(aims),
        search.ridge(),
        linkage(search),
        aims.pursuit(),
        aims.riskShares().isEmpty()
            ? List.of()
            : included.stream().map(aims.riskShares()::get).toList(),
        new TailAim(search.tailConfidence(), aim(search)));
  }

  /** The stated price of a unit of variance, or the one that follows from the targets. */
  static double riskAversion(Aims aims) {
    return aims.search()
        .riskAversion()
        .orElseGet(() -> PipelineRules.riskAversion(aims.targetReturn(), aims.targetVolatility()));
  }

  private static Aim aim(Search search) {
    if (search.tailReturn().isPresent()) {
      return new Aim.ReturnAtLeast(search.tailReturn().getAsDouble());
    }
    return search.tailRisk().isPresent()
        ? new Aim.RiskAtMost(search.tailRisk().getAsDouble())
        : new Aim.LeastRisk();
  }

  private static Linkage linkage(Search search) {
    return switch (search.linkage()) {
      case SINGLE -> Linkage.SINGLE;
      case COMPLETE -> Linkage.COMPLETE;
      case AVERAGE -> Linkage.AVERAGE;
      case WARD -> Linkage.WARD;
    };
  }
}
