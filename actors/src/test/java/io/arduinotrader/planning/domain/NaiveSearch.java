package io.arduinotrader.planning.domain;

import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.planning.domain.candidate.CandidateList;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.planning.domain.objective.Ending;
import io.arduinotrader.planning.domain.objective.Objective;
import io.arduinotrader.planning.domain.search.SearchProblem;
import io.arduinotrader.planning.domain.search.SequenceHash;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanInputs.Wishes;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every set of trades, one after another, each carried out and judged from the start. */
final class NaiveSearch {

  private static final double ROUNDING = 1e-6;

  private final Situation situation;
  private final Objective objective;
  private final List<Candidate> candidates;
  private final List<Sequence> sequences = new ArrayList<>();

  record Sequence(List<Candidate> trades, double score, double cost) {

    String hash() {
      return SequenceHash.of(
          trades.stream()
              .map(
                  trade ->
                      new SequenceHash.Trade(
                          trade.asset().security().symbol().value(),
                          trade.side(),
                          BigDecimal.valueOf(trade.shares())))
              .toList());
    }
  }

  static final Comparator<Sequence> ORDER =
      Comparator.comparingDouble((Sequence each) -> -Math.rint(each.score() * 1e12))
          .thenComparingDouble(each -> Math.rint(each.cost() * 1e6))
          .thenComparingInt(each -> each.trades().size())
          .thenComparing(Sequence::hash);

  NaiveSearch(PlanInputs inputs) {
    situation = Situation.of(inputs);
    objective = Objective.of(situation);
    candidates =
        SearchProblem.of(situation, objective, CandidateList.of(situation).candidates())
            .candidates();
    grow(List.of(), 0);
    sequences.sort(ORDER);
  }

  /** All that can be carried out and meet the wishes, best first. */
  List<Sequence> sequences() {
    return sequences;
  }

  double nothing() {
    return score(List.of());
  }

  boolean nothingIsAdmissible() {
    return meetsWishes(List.of());
  }

  private void grow(List<Candidate> trades, int from) {
    for (int next = from; next < candidates.size(); next++) {
      List<Candidate> longer = new ArrayList<>(trades);
      longer.add(candidates.get(next));
      if (isPossible(longer)) {
        if (meetsWishes(longer)) {
          sequences.add(
              new Sequence(
                  longer, score(longer), longer.stream().mapToDouble(Candidate::cost).sum()));
        }
        if (longer.size() < situation.settings().search().depth()) {
          grow(longer, next + 1);
        }
      }
    }
  }

  private boolean isPossible(List<Candidate> trades) {
    double room = situation.cash() - situation.cashFloor();
    long positions = situation.assets().stream().filter(asset -> asset.held() > 0).count();
    boolean opens = false;
    for (Candidate trade : trades) {
      room +=
          trade.side() == Side.SELL
              ? trade.value() - trade.cost()
              : -trade.setAside(situation.costs());
      positions += trade.positionChange();
      opens |= trade.positionChange() > 0;
    }
    Wishes wishes = situation.inputs().wishes();
    boolean buys = trades.stream().anyMatch(trade -> trade.side() == Side.BUY);
    return trades.stream().map(trade -> trade.asset().number()).distinct().count() == trades.size()
        && (!buys || room >= -ROUNDING)
        && (!opens || positions <= wishes.maximumPositions().orElse(Integer.MAX_VALUE));
  }

  private boolean meetsWishes(List<Candidate> trades) {
    Ending ending = Ending.of(situation, trades);
    double risk = 0;
    for (int asset = 0; asset < ending.values().length; asset++) {
      risk += ending.values()[asset] / situation.total() * objective.volatility(asset);
    }
    Wishes wishes = situation.inputs().wishes();
    double least =
        wishes.cashAfter().map(money -> money.amount().doubleValue()).orElse(-Double.MAX_VALUE);
    return ending.cash() >= least && risk <= wishes.largestRisk().orElse(Double.POSITIVE_INFINITY);
  }

  private double score(List<Candidate> trades) {
    return Ending.of(situation, trades).score(situation, objective).total();
  }
}
