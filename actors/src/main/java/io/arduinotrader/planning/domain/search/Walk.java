package io.arduinotrader.planning.domain.search;

/**
 * A place in the tree of sequences: the actions taken so far and what they come to. Going on and
 * back costs a few additions and no memory, and going back restores exactly what was there, so the
 * score of a sequence does not depend on what was looked at before.
 */
final class Walk {

  /** What cash may be missing by rounding, in base currency. */
  private static final double ROUNDING = 1e-6;

  private final SearchProblem problem;
  private final Actions actions;
  private final double[] country;
  private final double[] industry;
  private final boolean[] traded;
  private final int[] taken;
  private final double[] gain;
  private final double[] countries;
  private final double[] industries;
  private final double[] yield;
  private final double[] cash;
  private final double[] room;
  private final double[] risk;
  private final double[] cost;
  private final int[] positions;
  private final double[] countryBefore;
  private final double[] industryBefore;
  private final double[] top;
  private int length;

  Walk(SearchProblem problem) {
    this.problem = problem;
    actions = problem.actions;
    country = problem.countryDistance.clone();
    industry = problem.industryDistance.clone();
    traded = new boolean[problem.assets];
    int levels = problem.depth + 1;
    taken = new int[levels];
    gain = new double[levels];
    countries = new double[levels];
    industries = new double[levels];
    yield = new double[levels];
    cash = new double[levels];
    room = new double[levels];
    risk = new double[levels];
    cost = new double[levels];
    positions = new int[levels];
    countryBefore = new double[levels];
    industryBefore = new double[levels * Math.max(1, problem.industriesOfAction)];
    top = new double[levels];
    gain[0] = problem.startGain;
    yield[0] = problem.startYield;
    cash[0] = problem.startCash;
    room[0] = problem.startRoom;
    risk[0] = problem.startRisk;
    positions[0] = problem.startPositions;
    for (double distance : country) {
      countries[0] += Math.abs(distance);
    }
    for (double distance : industry) {
      industries[0] += Math.abs(distance);
    }
  }

  int length() {
    return length;
  }

  int[] taken() {
    return taken;
  }

  double cost() {
    return cost[length];
  }

  /** The cost with one action more. */
  double costWith(int action) {
    return cost[length] + actions.cost[action];
  }

  /** Whether the action can follow: its security is not traded yet, and a purchase is payable. */
  boolean allows(int action) {
    if (traded[actions.asset[action]]) {
      return false;
    }
    return action < actions.firstBuy
        || (room[length] + actions.room[action] >= -ROUNDING
            && cash[length] + actions.cash[action] >= problem.leastCash
            && (actions.positions[action] == 0
                || positions[length] + actions.positions[action] <= problem.maximumPositions));
  }

  /** Takes an action that is allowed. */
  void take(int action) {
    int at = length++;
    int next = length;
    taken[at] = action;
    traded[actions.asset[action]] = true;
    gain[next] = gain[at] + actions.gain[action];
    yield[next] = yield[at] + actions.yield[action];
    cash[next] = cash[at] + actions.cash[action];
    room[next] = room[at] + actions.room[action];
    risk[next] = risk[at] + actions.risk[action];
    cost[next] = cost[at] + actions.cost[action];
    positions[next] = positions[at] + actions.positions[action];
    countries[next] = countriesWith(at, action);
    industries[next] = industriesWith(at, action);
    int group = actions.country[action];
    if (group >= 0) {
      countryBefore[at] = country[group];
      country[group] += actions.countryShare[action];
    }
    int saved = at * problem.industriesOfAction;
    for (int each = actions.industryFrom[action]; each < actions.industryFrom[action + 1]; each++) {
      industryBefore[saved++] = industry[actions.industry[each]];
      industry[actions.industry[each]] += actions.industryShare[each];
    }
  }

  /** Goes back by one action. */
  void back() {
    int at = --length;
    int action = taken[at];
    traded[actions.asset[action]] = false;
    int group = actions.country[action];
    if (group >= 0) {
      country[group] = countryBefore[at];
    }
    int saved = at * problem.industriesOfAction;
    for (int each = actions.industryFrom[action]; each < actions.industryFrom[action + 1]; each++) {
      industry[actions.industry[each]] = industryBefore[saved++];
    }
  }

  /** What the actions taken come to. */
  double score() {
    return score(gain[length], countries[length], industries[length], yield[length], cash[length]);
  }

  /** The same with one action more, which is not taken. */
  double scoreWith(int action) {
    int at = length;
    return score(
        gain[at] + actions.gain[action],
        countriesWith(at, action),
        industriesWith(at, action),
        yield[at] + actions.yield[action],
        cash[at] + actions.cash[action]);
  }

  private double score(
      double linear, double byCountry, double byIndustry, double paid, double held) {
    return linear
        + problem.perCountry * byCountry
        + problem.perIndustry * byIndustry
        + problem.perDividend * Math.min(1, problem.dividendBase + problem.dividendSlope * paid)
        + problem.perCash * Math.abs(held - problem.wantedCash);
  }

  private double countriesWith(int at, int action) {
    int group = actions.country[action];
    return group < 0
        ? countries[at]
        : countries[at]
            + Math.abs(country[group] + actions.countryShare[action])
            - Math.abs(country[group]);
  }

  private double industriesWith(int at, int action) {
    double sum = industries[at];
    for (int each = actions.industryFrom[action]; each < actions.industryFrom[action + 1]; each++) {
      double distance = industry[actions.industry[each]];
      sum += Math.abs(distance + actions.industryShare[each]) - Math.abs(distance);
    }
    return sum;
  }

  /** Whether what is taken satisfies the wishes for the end. */
  boolean isAdmissible() {
    return cash[length] >= problem.leastCash && risk[length] <= problem.mostRisk;
  }

  /** The same with one action more. */
  boolean isAdmissibleWith(int action) {
    return cash[length] + actions.cash[action] >= problem.leastCash
        && risk[length] + actions.risk[action] <= problem.mostRisk;
  }

  /**
   * What no sequence that goes on from here with later actions can exceed. The score is concave in
   * the sums the actions add to, so it lies below its tangent here, and the tangent is linear: the
   * best is to add the actions with the largest slopes.
   */
  double bound(int from) {
    int places = problem.depth - length;
    for (int place = 0; place < places; place++) {
      top[place] = 0;
    }
    double cashSlope = problem.perCash * Math.signum(cash[length] - problem.wantedCash);
    double yieldSlope =
        problem.dividendBase + problem.dividendSlope * yield[length] < 1
            ? problem.perDividend * problem.dividendSlope
            : 0;
    boolean onlyBuys = from >= actions.firstBuy;
    for (int action = from; action < actions.count; action++) {
      if (onlyBuys ? !allows(action) : traded[actions.asset[action]]) {
        continue;
      }
      double slope =
          actions.gain[action]
              + cashSlope * actions.cash[action]
              + yieldSlope * actions.yield[action]
              + groupSlope(action);
      insert(slope, places);
    }
    double bound = score();
    for (int place = 0; place < places; place++) {
      bound += top[place];
    }
    return bound;
  }

  private double groupSlope(int action) {
    double slope = 0;
    int group = actions.country[action];
    if (group >= 0) {
      slope += problem.perCountry * Math.signum(country[group]) * actions.countryShare[action];
    }
    for (int each = actions.industryFrom[action]; each < actions.industryFrom[action + 1]; each++) {
      slope +=
          problem.perIndustry
              * Math.signum(industry[actions.industry[each]])
              * actions.industryShare[each];
    }
    return slope;
  }

  private void insert(double slope, int places) {
    if (slope <= top[places - 1]) {
      return;
    }
    int place = places - 1;
    while (place > 0 && top[place - 1] < slope) {
      top[place] = top[place - 1];
      place--;
    }
    top[place] = slope;
  }
}
