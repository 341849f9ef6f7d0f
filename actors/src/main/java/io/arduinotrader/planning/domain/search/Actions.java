package io.arduinotrader.planning.domain.search;

import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.planning.domain.candidate.TradeCost;
import io.arduinotrader.planning.domain.objective.Groups;
import io.arduinotrader.planning.domain.objective.Objective;
import io.arduinotrader.protocol.vocab.Side;
import java.util.List;

/**
 * What each action changes, in arrays by its number: shares are fractions of the total, cash is in
 * base currency. A security is traded by one action of a set at most, so what comes closer to the
 * optimizer's weights is known for each action alone and is part of its gain.
 */
final class Actions {

  final int count;
  final int firstBuy;
  final int[] asset;

  /** What it adds to all parts of the score that do not depend on other actions. */
  final double[] gain;

  /** Change of the dividends of a year. */
  final double[] yield;

  /** Change of the cash, a share of the total. */
  final double[] cash;

  /** What it costs. */
  final double[] cost;

  /** What it adds to the cash that can be set aside for buys, below zero for a buy. */
  final double[] room;

  /** Change of the weighted volatility. */
  final double[] risk;

  final int[] positions;

  /** The country with a wanted share it belongs to, −1 for none, and the change of its share. */
  final int[] country;

  final double[] countryShare;

  /** From where to where in the next two arrays its industries are. */
  final int[] industryFrom;

  final int[] industry;
  final double[] industryShare;

  Actions(Situation situation, Objective objective, List<Candidate> candidates) {
    count = candidates.size();
    firstBuy = (int) candidates.stream().filter(each -> each.side() == Side.SELL).count();
    asset = candidates.stream().mapToInt(each -> each.asset().number()).toArray();
    gain = new double[count];
    yield = new double[count];
    cash = new double[count];
    cost = new double[count];
    room = new double[count];
    risk = new double[count];
    positions = new int[count];
    country = new int[count];
    countryShare = new double[count];
    industryFrom = new int[count + 1];
    Groups industries = objective.industries();
    int memberships = 0;
    for (int action = 0; action < count; action++) {
      memberships += industries.of(asset[action]).length;
      industryFrom[action + 1] = memberships;
    }
    industry = new int[memberships];
    industryShare = new double[memberships];
    TradeCost costs = situation.costs();
    for (int action = 0; action < count; action++) {
      fill(action, candidates.get(action), situation, objective, costs);
    }
  }

  private void fill(
      int action, Candidate candidate, Situation situation, Objective objective, TradeCost costs) {
    int number = asset[action];
    double share = candidate.valueChange() / situation.total();
    double before = situation.weight(candidate.asset());
    cash[action] = candidate.cashChange() / situation.total();
    cost[action] = candidate.cost();
    room[action] =
        candidate.side() == Side.BUY ? -candidate.setAside(costs) : candidate.cashChange();
    gain[action] =
        share * objective.linear(number)
            + cash[action] * objective.linearCash()
            + objective.aligned(number, before, before + share)
            - objective.costPenalty() * candidate.cost() / situation.total();
    yield[action] = share * objective.dividendYield(number);
    risk[action] = share * objective.volatility(number);
    positions[action] = candidate.positionChange();
    int[] countries = objective.countries().of(number);
    country[action] = countries.length == 0 ? -1 : countries[0];
    countryShare[action] = share * objective.countries().part(number);
    int[] industries = objective.industries().of(number);
    for (int at = 0; at < industries.length; at++) {
      industry[industryFrom[action] + at] = industries[at];
      industryShare[industryFrom[action] + at] = share * objective.industries().part(number);
    }
  }
}
