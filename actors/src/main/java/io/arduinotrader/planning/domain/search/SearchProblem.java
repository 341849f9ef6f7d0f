package io.arduinotrader.planning.domain.search;

import io.arduinotrader.planning.domain.candidate.Asset;
import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.planning.domain.objective.Objective;
import io.arduinotrader.protocol.planning.PlanInputs.Wishes;
import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.planning.SearchPart;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which set of actions leads to the best portfolio. It is built from the candidates once, in the
 * same way everywhere, and shared by all who search a part of it; nothing in it changes.
 *
 * <p>Within a side the order of a set does not matter, because every purchase must be payable with
 * all others of the set set aside; so a sequence is a set of actions, written in ascending order:
 * sales first, and on either side first what is worth most alone.
 */
public final class SearchProblem {

  private static final double UNLIMITED = Double.POSITIVE_INFINITY;

  final Actions actions;
  final int depth;
  final int kept;
  final int assets;
  final SetCounts sets;
  final double[] countryDistance;
  final double[] industryDistance;
  final int industriesOfAction;
  final double perCountry;
  final double perIndustry;
  final double perCash;
  final double perDividend;
  final double dividendBase;
  final double dividendSlope;
  final double wantedCash;
  final double startGain;
  final double startYield;
  final double startCash;
  final double startRoom;
  final double startRisk;
  final int startPositions;
  final int maximumPositions;
  final double leastCash;
  final double mostRisk;
  final double floor;
  private final List<Candidate> candidates;
  private final long budget;

  private SearchProblem(Situation situation, Objective objective, List<Candidate> candidates) {
    PlannerSettings.Search search = situation.settings().search();
    double total = situation.total();
    this.candidates = ordered(situation, objective, candidates);
    actions = new Actions(situation, objective, this.candidates);
    depth = Math.max(1, Math.min(search.depth(), this.candidates.size()));
    kept = search.kept();
    budget = search.evaluations();
    assets = situation.assets().size();
    sets = new SetCounts(this.candidates.size(), depth);
    double[] values = situation.assets().stream().mapToDouble(Asset::value).toArray();
    countryDistance = objective.countries().distances(values, total);
    industryDistance = objective.industries().distances(values, total);
    industriesOfAction = objective.industries().most();
    perCountry = objective.perCountryDistance();
    perIndustry = objective.perIndustryDistance();
    perCash = objective.perCashDistance();
    perDividend = objective.perDividend();
    dividendBase = objective.spread().dividendBase();
    dividendSlope = objective.spread().dividendSlope();
    wantedCash = objective.wantedCash();
    startCash = situation.cash() / total;
    double gain = objective.constant(situation) + startCash * objective.linearCash();
    double yield = 0;
    double risk = 0;
    int positions = 0;
    for (Asset asset : situation.assets()) {
      double weight = situation.weight(asset);
      gain += weight * objective.linear(asset.number());
      yield += weight * objective.dividendYield(asset.number());
      risk += weight * objective.volatility(asset.number());
      positions += asset.held() > 0 ? 1 : 0;
    }
    startGain = gain;
    startYield = yield;
    startRisk = risk;
    startPositions = positions;
    startRoom = situation.cash() - situation.cashFloor();
    Wishes wishes = situation.inputs().wishes();
    maximumPositions = wishes.maximumPositions().orElse(Integer.MAX_VALUE);
    leastCash =
        wishes
            .cashAfter()
            .map(Money::amount)
            .map(amount -> amount.doubleValue() / total)
            .orElse(-UNLIMITED);
    mostRisk = wishes.largestRisk().orElse(UNLIMITED);
    floor = Seeds.floor(this);
  }

  /** The problem of a situation and its candidates. */
  public static SearchProblem of(
      Situation situation, Objective objective, List<Candidate> candidates) {
    return new SearchProblem(situation, objective, candidates);
  }

  private static List<Candidate> ordered(
      Situation situation, Objective objective, List<Candidate> candidates) {
    Actions alone = new Actions(situation, objective, candidates);
    record Worth(Candidate candidate, double gain) {}
    List<Worth> worth = new ArrayList<>();
    for (int at = 0; at < candidates.size(); at++) {
      worth.add(new Worth(candidates.get(at), alone.gain[at]));
    }
    return worth.stream()
        .sorted(
            Comparator.comparing((Worth each) -> each.candidate().side() == Side.BUY)
                .thenComparing(Worth::gain, Comparator.reverseOrder())
                .thenComparing(each -> each.candidate().asset().number())
                .thenComparing(each -> each.candidate().shares()))
        .map(Worth::candidate)
        .toList();
  }

  /** What the actions are, by number. */
  public List<Candidate> candidates() {
    return candidates;
  }

  /** How many sequences there are, the empty one not counted. */
  public long sequences() {
    return sets.of(candidates.size(), depth) - 1;
  }

  /**
   * The parts of the search, one for each first action. One half of the budget is shared out
   * equally and the other by size, so it cuts every part at the same place whoever searches it.
   */
  public List<SearchPart> parts() {
    double share = 0.5 * budget / Math.max(1, sequences());
    long equal = budget / 2 / Math.max(1, candidates.size());
    List<SearchPart> parts = new ArrayList<>();
    for (int first = 0; first < candidates.size(); first++) {
      long size = sets.of(candidates.size() - first - 1, depth - 1);
      long most = budget >= sequences() ? size : equal + (long) (size * share);
      parts.add(new SearchPart(first, size, Math.clamp(most, 1, size)));
    }
    return List.copyOf(parts);
  }

  /** What doing nothing is worth, in the numbers of the search. */
  public double nothing() {
    return new Walk(this).score();
  }

  /** What no sequence can exceed, in the numbers of the search. */
  public double bound() {
    return new Walk(this).bound(0);
  }

  /** Whether doing nothing is allowed by the wishes. */
  public boolean nothingIsAdmissible() {
    return startCash >= leastCash && startRisk <= mostRisk;
  }

  /** The name of a sequence, equal for equal trades in equal order. */
  public String hash(int[] sequence, int length) {
    return SequenceHash.of(candidates, sequence, length);
  }
}
