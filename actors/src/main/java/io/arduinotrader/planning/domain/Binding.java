package io.arduinotrader.planning.domain;

import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.planning.domain.objective.Ending;
import io.arduinotrader.planning.domain.objective.Objective;
import io.arduinotrader.protocol.planning.PlanInputs.Wishes;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which limits keep a plan from being better: what would be added to it if they were not. */
record Binding(Situation situation, Objective objective, List<Candidate> trades) {

  private static final double SCALE = 100;

  /** Less than a tenth of a thousandth of a point is no reason to want more. */
  private static final double WORTH_WANTING = 1e-6;

  private static final double ROUNDING = 1e-6;

  private record Wanted(Candidate candidate, double points, String limit) {}

  /** A sentence for each limit, about the trade that would bring most without it. */
  List<String> sentences(List<Candidate> candidates) {
    double whole = score(trades);
    Map<String, Wanted> byLimit = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      if (isMore(candidate)) {
        double points = SCALE * (score(with(candidate)) - whole);
        if (points > SCALE * WORTH_WANTING) {
          limits(candidate)
              .forEach(
                  limit ->
                      byLimit.merge(
                          limit,
                          new Wanted(candidate, points, limit),
                          (one, other) -> one.points() >= other.points() ? one : other));
        }
      }
    }
    return byLimit.values().stream()
        .map(
            wanted ->
                String.format(
                    Locale.ROOT,
                    "%s: %s would add %.2f points more.",
                    wanted.limit(),
                    trade(wanted.candidate()),
                    wanted.points()))
        .toList();
  }

  /** A trade in words. */
  static String trade(Candidate candidate) {
    return candidate.side()
        + " "
        + StepWriter.quantity(candidate)
        + " "
        + candidate.asset().security().symbol();
  }

  private List<String> limits(Candidate candidate) {
    List<String> limits = new ArrayList<>();
    int depth = situation.settings().search().depth();
    if (with(candidate).size() > depth) {
      limits.add("The plan has all its " + depth + " steps");
    }
    if (candidate.side() == Side.BUY) {
      if (room(with(candidate)) < -ROUNDING) {
        limits.add(
            String.format(
                Locale.ROOT,
                "%.2f EUR that must stay as cash leave %.2f EUR",
                situation.cashFloor(),
                Math.max(0, room(trades))));
      }
      Wishes wishes = situation.inputs().wishes();
      wishes
          .maximumPositions()
          .filter(most -> positions(with(candidate)) > most)
          .ifPresent(most -> limits.add("No more than " + most + " positions are wanted"));
      limits.addAll(wished(candidate, wishes).stream().toList());
    }
    return limits;
  }

  private Optional<String> wished(Candidate candidate, Wishes wishes) {
    Ending ending = Ending.of(situation, with(candidate));
    return wishes
        .cashAfter()
        .map(Money::amount)
        .filter(amount -> ending.cash() < amount.doubleValue())
        .map(amount -> amount + " EUR of cash are wanted afterwards");
  }

  /** What can still be set aside for buys. */
  private double room(List<Candidate> sequence) {
    double room = situation.cash() - situation.cashFloor();
    for (Candidate trade : sequence) {
      room += trade.side() == Side.SELL ? trade.cashChange() : -trade.setAside(situation.costs());
    }
    return room;
  }

  private long positions(List<Candidate> sequence) {
    return situation.assets().stream().filter(asset -> asset.held() > 0).count()
        + sequence.stream().mapToInt(Candidate::positionChange).sum();
  }

  /** Whether the trade is of a security the plan leaves alone, or larger than the planned one. */
  private boolean isMore(Candidate candidate) {
    return trades.stream()
        .filter(trade -> isSame(trade, candidate))
        .allMatch(trade -> trade.side() == candidate.side() && trade.shares() < candidate.shares());
  }

  private static boolean isSame(Candidate one, Candidate other) {
    return one.asset().number() == other.asset().number();
  }

  /** The plan with a trade more, in place of the one of the same security. */
  private List<Candidate> with(Candidate candidate) {
    List<Candidate> more = new ArrayList<>(trades);
    more.removeIf(trade -> isSame(trade, candidate));
    more.add(candidate);
    return more;
  }

  private double score(List<Candidate> sequence) {
    return Ending.of(situation, sequence).score(situation, objective).total();
  }
}
