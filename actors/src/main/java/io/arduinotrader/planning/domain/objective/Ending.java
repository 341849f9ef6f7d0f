package io.arduinotrader.planning.domain.objective;

import io.arduinotrader.planning.domain.candidate.Asset;
import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.planning.domain.candidate.Situation;
import java.util.List;

/** What a portfolio is after some trades at today's prices, in base currency. */
public final class Ending {

  private final double[] values;
  private final double cash;
  private final double costs;

  private Ending(double[] values, double cash, double costs) {
    this.values = values;
    this.cash = cash;
    this.costs = costs;
  }

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

  /** What an asset is worth then. */
  public double value(int asset) {
    return values[asset];
  }

  /** What is left of the cash, costs paid. */
  public double cash() {
    return cash;
  }

  /** What the trades cost. */
  public double costs() {
    return costs;
  }

  /** The values of the assets by number. */
  public double[] values() {
    return values.clone();
  }

  /** How good it is, in shares of what there was before the trades. */
  public Objective.Score score(Situation situation, Objective objective) {
    return objective.score(values, cash, situation.total(), costs);
  }
}
