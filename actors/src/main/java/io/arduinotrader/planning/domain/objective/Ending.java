package io.arduinotrader.planning.domain.objective;

import io.arduinotrader.planning.domain.candidate.Asset;
import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.planning.domain.candidate.Situation;
import java.util.List;

/**
 * What a portfolio is after some trades at today's prices.
 *
 * @param values of the assets by number, in base currency
 * @param costs of the trades, already gone from the cash
 */
public record Ending(double[] values, double cash, double costs) {

  /** After the trades, which touch each security once at most. */
  public static Ending of(Situation situation, List<Candidate> trades) {
    double[] values = situation.assets().stream().mapToDouble(Asset::value).toArray();
    double cash = situation.cash();
    double costs = 0;
    for (Candidate trade : trades) {
      values[trade.asset().number()] =
          Math.max(0, values[trade.asset().number()] + trade.valueChange());
      cash += trade.cashChange();
      costs += trade.cost();
    }
    return new Ending(values, cash, costs);
  }

  /** How good it is, in shares of what there was before the trades. */
  public Objective.Score score(Situation situation, Objective objective) {
    return objective.score(values, cash, situation.total(), costs);
  }
}
