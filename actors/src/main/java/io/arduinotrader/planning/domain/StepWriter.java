package io.arduinotrader.planning.domain;

import io.arduinotrader.planning.domain.candidate.Asset;
import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.planning.domain.objective.Ending;
import io.arduinotrader.planning.domain.objective.Objective;
import io.arduinotrader.planning.domain.objective.Objective.Part;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanSecurity;
import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns the actions of a sequence into steps with exact amounts, figures and reasons. */
record StepWriter(Situation situation, Objective objective) {

  private static final double SCALE = 100;

  /** Parts of the score that move by less than this are not told. */
  private static final double WORTH_TELLING = 0.005;

  /** The steps of the sequence in their order. */
  List<Plan.Step> steps(List<Candidate> trades) {
    List<Plan.Step> steps = new ArrayList<>();
    for (int at = 0; at < trades.size(); at++) {
      steps.add(step(trades, at));
    }
    return List.copyOf(steps);
  }

  static Quantity quantity(Candidate trade) {
    return new Quantity(
        BigDecimal.valueOf(trade.shares()).setScale(Quantity.PLACES, RoundingMode.HALF_EVEN));
  }

  static Price price(Asset asset) {
    return asset
        .security()
        .price()
        .orElseThrow(() -> new IllegalStateException("a candidate has a price"));
  }

  static BigDecimal value(Candidate trade) {
    PlanSecurity security = trade.asset().security();
    return security.rate().toBase(price(trade.asset()).times(quantity(trade)));
  }

  BigDecimal cost(Candidate trade) {
    PlannerSettings.Costs costs = situation.settings().costs();
    return costs.fixed().add(value(trade).multiply(costs.percent().add(costs.halfSpread())));
  }

  static Money base(BigDecimal amount) {
    return Money.rounded(amount, Currency.EUR);
  }

  private Plan.Step step(List<Candidate> trades, int at) {
    Candidate trade = trades.get(at);
    PlanSecurity security = trade.asset().security();
    Ending before = Ending.of(situation, trades.subList(0, at));
    Ending after = Ending.of(situation, trades.subList(0, at + 1));
    Objective.Score scoreBefore = before.score(situation, objective);
    Objective.Score scoreAfter = after.score(situation, objective);
    List<Candidate> others = new ArrayList<>(trades);
    others.remove(at);
    double without = Ending.of(situation, others).score(situation, objective).total();
    double whole = Ending.of(situation, trades).score(situation, objective).total();
    Money value = base(value(trade));
    Money cost = base(cost(trade));
    double weightAfter = after.value(trade.asset().number()) / situation.total();

    List<String> reasons = new ArrayList<>(trade.reasons());
    reasons.add(
        String.format(
            Locale.ROOT,
            "%s %s at %s are worth %s and bring its weight from %.2f %% to %.2f %%.",
            quantity(trade),
            quantity(trade).value().compareTo(BigDecimal.ONE) == 0 ? "share" : "shares",
            price(trade.asset()),
            value,
            SCALE * situation.weight(trade.asset()),
            SCALE * weightAfter));
    reasons.add(
        String.format(
            Locale.ROOT,
            "Commission and spread come to %s, %.2f %% of the value; %s of cash %s then.",
            cost,
            SCALE * trade.cost() / trade.value(),
            base(BigDecimal.valueOf(after.cash())),
            trade.side() == Side.SELL ? "is there" : "is left"));
    reasons.add(
        String.format(
            Locale.ROOT,
            "The score goes from %.2f to %.2f%s.",
            SCALE * scoreBefore.total(),
            SCALE * scoreAfter.total(),
            changes(scoreBefore, scoreAfter)));
    reasons.add(
        String.format(
            Locale.ROOT,
            "Without this step the plan would score %.2f, %.2f %s.",
            SCALE * without,
            SCALE * Math.abs(whole - without),
            whole >= without ? "less" : "more, but what follows needs it"));

    List<Plan.Figure> figures = figures(trade, weightAfter, after);
    figures.add(new Plan.Figure("score_before", SCALE * scoreBefore.total()));
    figures.add(new Plan.Figure("score_after", SCALE * scoreAfter.total()));
    figures.add(new Plan.Figure("score_without", SCALE * without));
    for (int part = 0; part < scoreAfter.parts().size(); part++) {
      String name = scoreAfter.parts().get(part).name();
      figures.add(new Plan.Figure(name + "_before", scoreBefore.parts().get(part).score()));
      figures.add(new Plan.Figure(name + "_after", scoreAfter.parts().get(part).score()));
    }
    return new Plan.Step(
        at + 1,
        trade.side(),
        security.isin(),
        security.symbol(),
        quantity(trade),
        price(trade.asset()),
        value,
        cost,
        List.copyOf(reasons),
        List.copyOf(figures));
  }

  private List<Plan.Figure> figures(Candidate trade, double weightAfter, Ending after) {
    Asset asset = trade.asset();
    PlanSecurity.Outlook outlook = asset.security().outlook();
    List<Plan.Figure> figures = new ArrayList<>();
    figures.add(new Plan.Figure("current_weight", situation.weight(asset)));
    if (situation.targets().known()) {
      figures.add(new Plan.Figure("target_weight", situation.targets().of(asset)));
    }
    figures.add(new Plan.Figure("weight_after", weightAfter));
    figures.add(new Plan.Figure("cash_after", after.cash()));
    figures.add(new Plan.Figure("priority", trade.priority()));
    add(figures, "score", outlook.score());
    add(figures, "total_return", outlook.totalReturn());
    add(figures, "promise", outlook.promise());
    add(figures, "stability", outlook.stability());
    add(figures, "dividend_yield", outlook.dividendYield());
    add(figures, "volatility", outlook.volatility());
    return figures;
  }

  private static void add(List<Plan.Figure> figures, String name, Optional<Double> value) {
    value.ifPresent(known -> figures.add(new Plan.Figure(name, known)));
  }

  /** Which parts of the score move, the largest move first. */
  private static String changes(Objective.Score before, Objective.Score after) {
    record Change(String name, double points) {}
    List<Change> changes = new ArrayList<>();
    for (int at = 0; at < after.parts().size(); at++) {
      Part part = after.parts().get(at);
      changes.add(
          new Change(
              part.name().replace('_', ' '),
              SCALE * part.weight() * (part.score() - before.parts().get(at).score())));
    }
    String told =
        changes.stream()
            .filter(change -> Math.abs(change.points()) >= WORTH_TELLING)
            .sorted(
                (one, other) -> Double.compare(Math.abs(other.points()), Math.abs(one.points())))
            .map(change -> String.format(Locale.ROOT, "%s %+.2f", change.name(), change.points()))
            .collect(Collectors.joining(", "));
    return told.isEmpty() ? "" : ": " + told;
  }
}
