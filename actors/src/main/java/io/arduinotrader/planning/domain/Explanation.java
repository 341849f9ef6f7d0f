package io.arduinotrader.planning.domain;

import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningWork.Candidate;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in sentences and numbers why a step is in a plan. */
final class Explanation {

  /** Where the security stands before the step, and out of what total. */
  record Weights(double current, double target, BigDecimal total) {}

  private Explanation() {}

  static Plan.Step step(
      int number,
      Candidate candidate,
      Side side,
      Quantity quantity,
      Money value,
      Money cost,
      Weights weights) {
    double moved = value.amount().divide(weights.total(), MathContext.DECIMAL64).doubleValue();
    double after = side == Side.BUY ? weights.current() + moved : weights.current() - moved;
    List<String> reasons = new ArrayList<>();
    reasons.add(
        side == Side.BUY
            ? "%s is %s of the portfolio and %s is wanted; %s is missing."
                .formatted(
                    candidate.symbol(),
                    percent(weights.current()),
                    percent(weights.target()),
                    points(weights.target() - weights.current()))
            : "%s is %s of the portfolio and only %s is wanted; %s is too much."
                .formatted(
                    candidate.symbol(),
                    percent(weights.current()),
                    percent(weights.target()),
                    points(weights.current() - weights.target())));
    reasons.add(
        "%s shares at %s are worth %s and bring the weight to %s."
            .formatted(quantity, candidate.price(), value, percent(after)));
    reasons.add(
        "Commission and spread come to %s, %s of the value."
            .formatted(
                cost,
                percent(
                    cost.amount().divide(value.amount(), MathContext.DECIMAL64).doubleValue())));
    candidate
        .score()
        .ifPresent(
            score ->
                reasons.add(String.format(Locale.ROOT, "Its score is %.0f of 100.", score * 100)));
    List<Plan.Figure> figures = new ArrayList<>();
    figures.add(new Plan.Figure("current_weight", weights.current()));
    figures.add(new Plan.Figure("target_weight", weights.target()));
    figures.add(new Plan.Figure("weight_after", after));
    candidate.score().ifPresent(score -> figures.add(new Plan.Figure("score", score)));
    return new Plan.Step(
        number,
        side,
        candidate.isin(),
        candidate.symbol(),
        quantity,
        candidate.price(),
        value,
        cost,
        List.copyOf(reasons),
        List.copyOf(figures));
  }

  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.2f %%", fraction * 100);
  }

  static String points(double fraction) {
    return String.format(Locale.ROOT, "%.2f points", fraction * 100);
  }
}
