package io.arduinotrader.gateway.scoring;

import io.arduinotrader.protocol.grpc.scoring.ScorePortfolioResponse;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.scoring.ScoringReply.PortfolioScored;
import io.arduinotrader.protocol.scoring.ScoringReply.Scored;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scores of what is held, aggregated: once plainly and once by market value. */
final class PortfolioScore {

  private PortfolioScore() {}

  /** An empty portfolio scores zero, as the contract says; how it stands is neutral. */
  static ScorePortfolioResponse of(List<PositionValue> positions, PortfolioScored of) {
    Scored scored = of.holdings();
    Map<Isin, Double> values = new HashMap<>();
    positions.forEach(
        position -> values.put(position.isin(), position.marketValue().amount().doubleValue()));
    double sum = 0;
    double weighted = 0;
    double value = 0;
    ScorePortfolioResponse.Builder response = ScorePortfolioResponse.newBuilder();
    for (SecurityScore score : scored.scores()) {
      double held = values.getOrDefault(score.isin(), 0.0);
      sum += score.total();
      weighted += score.total() * held;
      value += held;
      response.addSecurityScores(ScoreWire.of(score));
    }
    int count = scored.scores().size();
    return response
        .setTotalScore(count == 0 ? 0 : sum / count)
        .setWeightedScore(value > 0 ? weighted / value : 0)
        .putPortfolioMetrics("security_count", positions.size())
        .putPortfolioMetrics("scored_count", count)
        .putPortfolioMetrics("portfolio_score", of.standing().total())
        .putPortfolioMetrics("diversification", of.standing().diversification())
        .putPortfolioMetrics("dividend", of.standing().dividend())
        .putPortfolioMetrics("quality", of.standing().quality())
        .putPortfolioMetrics("end_state_score", of.standing().endState())
        .putPortfolioMetrics("cash_weight", of.standing().cashShare())
        .build();
  }
}
