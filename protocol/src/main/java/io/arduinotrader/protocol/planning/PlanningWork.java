package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What a planning worker is told: make a plan from what the message carries. */
public record PlanningWork(long number, Job job, ActorRef<Result> replyTo)
    implements ClusterMessage {

  public static final ServiceKey<PlanningWork> WORKERS =
      ServiceKey.create(PlanningWork.class, "planning-workers");

  /**
   * All that the plan depends on.
   *
   * @param cash free cash in base currency
   * @param createdAt what the plan will say about its making
   */
  public record Job(
      PlanId id,
      AccountId account,
      List<Candidate> candidates,
      Money cash,
      Limits limits,
      Instant createdAt) {}

  /**
   * A security the plan may trade.
   *
   * @param held shares held and not set aside by open orders
   * @param target wanted share of the portfolio, 0 to 1
   * @param score how good the security looks, 0 to 1, when it was scored
   * @param buyBlocked the rule that forbids buying now
   * @param sellBlocked the rule that forbids selling now
   */
  public record Candidate(
      Isin isin,
      Symbol symbol,
      Quantity lot,
      Quantity held,
      Price price,
      FxRate rate,
      double target,
      Optional<Double> score,
      Optional<Refusal> buyBlocked,
      Optional<Refusal> sellBlocked) {}

  /**
   * What bounds the plan.
   *
   * @param minimumCash cash that stays, base currency
   * @param commissionFixed base currency per trade
   * @param commissionPercent fraction of the value
   * @param halfSpread half the distance between bid and ask, fraction of the price
   * @param maximumCostRatio largest share of a trade's value its costs may have
   * @param tolerance weight differences below this are left alone
   * @param monthlyDeposit cash that will come within a month, base currency: it may mend an
   *     overweight without a sale
   */
  public record Limits(
      BigDecimal minimumCash,
      BigDecimal commissionFixed,
      BigDecimal commissionPercent,
      BigDecimal halfSpread,
      BigDecimal maximumCostRatio,
      double tolerance,
      int maximumSteps,
      Optional<Integer> maximumPositions,
      Optional<BigDecimal> investedTarget,
      Money monthlyDeposit) {}

  /** What came of the job with this number; without a plan the reason says why. */
  public record Result(long number, Optional<Plan> plan, String reasonForNone)
      implements ClusterMessage {}
}
