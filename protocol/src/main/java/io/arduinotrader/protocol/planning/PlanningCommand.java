package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What the planning desk can be told. */
public sealed interface PlanningCommand extends ClusterMessage {

  ServiceKey<PlanningCommand> KEY = ServiceKey.create(PlanningCommand.class, "planning");

  /**
   * Make a plan, store it and tell the progress.
   *
   * @param hash the portfolio state the plan is for; empty means the state the account is in
   * @param holdings what is held; empty means what the account's portfolio holds
   * @param cash cash that may be spent, base currency; empty means the account's free cash
   * @param targets target weights from 0 to 1; empty means ask the optimization
   */
  record CreatePlan(
      AccountId account,
      Optional<PortfolioHash> hash,
      List<Holding> holdings,
      Optional<Money> cash,
      List<TargetWeight> targets,
      PlanOptions options,
      ActorRef<PlanProgress> replyTo)
      implements PlanningCommand {}

  /** Shares held of a security. */
  record Holding(Isin isin, Quantity quantity) {}

  /** A target weight, a fraction of positions plus cash. */
  record TargetWeight(Isin isin, double weight) {}

  /**
   * What a plan must respect, and with which settings it is made.
   *
   * @param maximumPositions positions after the plan, empty for no bound
   * @param investedTarget share of the portfolio to have invested, 0 to 1, empty for no target
   * @param monthlyDeposit expected deposit per month in base currency
   * @param cashAfter cash there must be after the plan at least, base currency
   * @param largestRisk largest weighted mean of the annual volatilities after the plan
   * @param knobs settings of the planner by name, over those of the node
   */
  record PlanOptions(
      Optional<Integer> maximumPositions,
      Optional<BigDecimal> investedTarget,
      Optional<Money> monthlyDeposit,
      Optional<Money> cashAfter,
      Optional<Double> largestRisk,
      Map<String, String> knobs) {

    /** Nothing beyond the defaults. */
    public static PlanOptions none() {
      return new PlanOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of());
    }
  }
}
