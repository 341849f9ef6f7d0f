package io.arduinotrader.planning.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningWork.Candidate;
import io.arduinotrader.protocol.planning.PlanningWork.Job;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Turns the gaps between current and wanted weights into trades: what is too heavy is sold first,
 * the heaviest first; then what is missing is bought, the largest gap first, as far as the cash
 * goes. Quantities are whole lots, and a trade whose costs eat too much of it is not made.
 *
 * <p>The plan's score is 100 times one minus the share of the portfolio that is not where it is
 * wanted: half the sum of the absolute differences between weights and targets. A plan that does
 * not raise the score has no steps.
 */
public final class GapPlanner {

  private final Job job;
  private final TradeCost cost;
  private final TargetWeights targets;
  private final Holdings after;
  private final BigDecimal total;
  private final List<Plan.Step> steps = new ArrayList<>();
  private final List<Plan.Rejected> rejected = new ArrayList<>();

  private GapPlanner(Job job) {
    this.job = job;
    this.cost = TradeCost.of(job.limits());
    this.targets = new TargetWeights(job);
    this.after = new Holdings(job);
    this.total = after.total(job);
  }

  /** The plan for a job; the same job always gives the same plan. */
  public static Plan plan(Job job, Digest inputsHash) {
    GapPlanner planner = new GapPlanner(job);
    double before = planner.score(new Holdings(job));
    planner.sells();
    planner.buys();
    return planner.result(before, inputsHash);
  }

  private void sells() {
    BigDecimal expected = total.add(job.limits().monthlyDeposit().amount());
    byGap(-1).forEach(candidate -> sell(candidate, expected));
  }

  private void sell(Candidate candidate, BigDecimal expectedTotal) {
    BigDecimal target = targets.of(candidate);
    Optional<Refusal> refusal = candidate.sellBlocked();
    Quantity wanted =
        target.signum() == 0
            ? wholeLots(candidate, after.shares(candidate).value())
            : lotsWorth(candidate, after.value(candidate).subtract(target.multiply(expectedTotal)));
    BigDecimal value = Holdings.value(candidate, wanted);
    BigDecimal excess = after.weight(candidate, expectedTotal).subtract(target);
    if (target.signum() > 0 && isWithinTolerance(excess)) {
      refusal = Optional.of(withinTolerance(candidate, excess));
    }
    reject(candidate, Side.SELL, wanted, value, refusal)
        .ifPresentOrElse(
            rejected::add,
            () -> {
              Plan.Step step = step(candidate, Side.SELL, wanted, value);
              after.sell(candidate, wanted, value.subtract(cost.of(value)));
              steps.add(step);
            });
  }

  private void buys() {
    byGap(1).forEach(this::buy);
  }

  private void buy(Candidate candidate) {
    BigDecimal target = targets.of(candidate);
    BigDecimal gap = target.subtract(after.weight(candidate, total));
    BigDecimal spendable = after.cash().subtract(job.limits().minimumCash());
    boolean inBase = candidate.rate().base().equals(candidate.rate().quote());
    BigDecimal affordable = cost.affordable(spendable, inBase);
    BigDecimal wish = target.multiply(total).subtract(after.value(candidate));
    Quantity wanted = lotsWorth(candidate, wish.min(affordable));
    Optional<Refusal> refusal = candidate.buyBlocked();
    if (isWithinTolerance(gap)) {
      refusal = Optional.of(withinTolerance(candidate, gap));
    } else if (refusal.isEmpty() && isOneTooMany(candidate)) {
      refusal = Optional.of(Refusal.of(RefusalCode.PLAN_FULL, "no further position is allowed"));
    } else if (refusal.isEmpty() && wanted.isZero() && !lotsWorth(candidate, wish).isZero()) {
      refusal =
          Optional.of(
              Refusal.of(
                  RefusalCode.INSUFFICIENT_FUNDS,
                  "the cash left to spend, "
                      + TradeCost.base(spendable.max(BigDecimal.ZERO))
                      + ", does not pay for one lot"));
    }
    BigDecimal value = Holdings.value(candidate, wanted);
    reject(candidate, Side.BUY, wanted, value, refusal)
        .ifPresentOrElse(
            rejected::add,
            () -> {
              Plan.Step step = step(candidate, Side.BUY, wanted, value);
              after.buy(candidate, wanted, value.add(cost.of(value)));
              steps.add(step);
            });
  }

  private boolean isOneTooMany(Candidate candidate) {
    return after.shares(candidate).isZero()
        && job.limits().maximumPositions().filter(most -> after.positions() >= most).isPresent();
  }

  private Optional<Plan.Rejected> reject(
      Candidate candidate,
      Side side,
      Quantity quantity,
      BigDecimal value,
      Optional<Refusal> refusal) {
    Optional<Refusal> reason = refusal;
    if (reason.isEmpty() && quantity.isZero()) {
      reason = Optional.of(Refusal.of(RefusalCode.LOT_SIZE, "the gap is less than one lot"));
    } else if (reason.isEmpty() && cost.isTooHighFor(value)) {
      reason =
          Optional.of(
              Refusal.of(
                  RefusalCode.COST_RATIO_HIGH,
                  TradeCost.base(cost.of(value))
                      + " costs are too much for a trade of "
                      + TradeCost.base(value)));
    } else if (reason.isEmpty() && steps.size() >= job.limits().maximumSteps()) {
      reason = Optional.of(Refusal.of(RefusalCode.PLAN_FULL, "the plan has all its steps"));
    }
    return reason.map(
        why ->
            new Plan.Rejected(
                side, candidate.isin(), candidate.symbol(), why.code(), why.message()));
  }

  private Plan.Step step(Candidate candidate, Side side, Quantity quantity, BigDecimal value) {
    return Explanation.step(
        steps.size() + 1,
        candidate,
        side,
        quantity,
        TradeCost.base(value),
        TradeCost.base(cost.of(value)),
        new Explanation.Weights(
            after.weight(candidate, total).doubleValue(),
            targets.of(candidate).doubleValue(),
            total));
  }

  /** Securities above (−1) or below (+1) their target, the furthest first. */
  private List<Candidate> byGap(int sign) {
    record Gap(Candidate candidate, BigDecimal gap) {}
    return job.candidates().stream()
        .map(
            candidate ->
                new Gap(
                    candidate,
                    targets
                        .of(candidate)
                        .subtract(after.weight(candidate, total))
                        .multiply(BigDecimal.valueOf(sign))))
        .filter(gap -> gap.gap().signum() > 0)
        .sorted(
            Comparator.comparing(Gap::gap).reversed().thenComparing(gap -> gap.candidate().isin()))
        .map(Gap::candidate)
        .toList();
  }

  private Quantity lotsWorth(Candidate candidate, BigDecimal value) {
    if (value.signum() <= 0) {
      return Quantity.ZERO;
    }
    BigDecimal shares =
        candidate.rate().toQuote(value).divide(candidate.price().amount(), MathContext.DECIMAL64);
    return wholeLots(candidate, shares);
  }

  private static Quantity wholeLots(Candidate candidate, BigDecimal shares) {
    BigDecimal lots = shares.divide(candidate.lot().value(), 0, RoundingMode.DOWN);
    return new Quantity(lots.multiply(candidate.lot().value()));
  }

  private boolean isWithinTolerance(BigDecimal gap) {
    return gap.compareTo(BigDecimal.valueOf(job.limits().tolerance())) < 0;
  }

  private static Refusal withinTolerance(Candidate candidate, BigDecimal gap) {
    return Refusal.of(
        RefusalCode.WITHIN_TOLERANCE,
        candidate.symbol()
            + " is "
            + Explanation.points(gap.abs().doubleValue())
            + " from its target");
  }

  private double score(Holdings holdings) {
    BigDecimal sum = holdings.total(job);
    double apart = 0;
    double cashTarget = 1;
    for (Candidate candidate : job.candidates()) {
      double target = targets.of(candidate).doubleValue();
      cashTarget -= target;
      apart += Math.abs(holdings.weight(candidate, sum).doubleValue() - target);
    }
    double cashWeight =
        sum.signum() <= 0 ? 0 : holdings.cash().divide(sum, MathContext.DECIMAL64).doubleValue();
    return 100 * (1 - (apart + Math.abs(cashWeight - cashTarget)) / 2);
  }

  private Plan result(double scoreBefore, Digest inputsHash) {
    double score = score(after);
    boolean better = score > scoreBefore;
    List<Plan.Step> kept = better ? List.copyOf(steps) : List.of();
    BigDecimal sold = sum(kept, Side.SELL);
    BigDecimal bought = sum(kept, Side.BUY);
    Money zero = Money.zero(Currency.EUR);
    return new Plan(
        job.id(),
        job.account(),
        kept,
        List.copyOf(rejected),
        published(better ? score : scoreBefore),
        published(scoreBefore),
        better ? TradeCost.base(bought.subtract(sold).max(BigDecimal.ZERO)) : zero,
        kept.stream().map(Plan.Step::value).reduce(zero, Money::plus),
        Plan.Status.READY,
        inputsHash,
        job.createdAt());
  }

  /** Debts can put more than the whole portfolio out of place; that is no worse than all of it. */
  private static double published(double score) {
    return Math.clamp(score, 0.0, 100.0);
  }

  /** What the sells bring or the buys need, costs included. */
  private static BigDecimal sum(List<Plan.Step> steps, Side side) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Plan.Step step : steps) {
      if (step.side() == side) {
        BigDecimal costs = step.cost().amount();
        sum = sum.add(step.value().amount()).add(side == Side.BUY ? costs : costs.negate());
      }
    }
    return sum;
  }
}
