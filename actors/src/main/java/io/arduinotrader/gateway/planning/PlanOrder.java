package io.arduinotrader.gateway.planning;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.ExchangeRates;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.NamedPositions;
import io.arduinotrader.gateway.wire.NumberWire;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.protocol.grpc.planning.CreatePlanRequest;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlanningCommand.CreatePlan;
import io.arduinotrader.protocol.planning.PlanningCommand.Holding;
import io.arduinotrader.protocol.planning.PlanningCommand.PlanOptions;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.support.Rooms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;

/** A plan a caller wants made, before the universe was asked which securities are meant. */
final class PlanOrder {

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  private final Optional<PortfolioHash> hash;
  private final boolean usesStored;
  private final NamedPositions positions;
  private final Optional<Money> cash;
  private final Optional<Money> deposit;
  private final Optional<Integer> mostPositions;
  private final Optional<BigDecimal> invested;
  private final PlanConstraints constraints;

  private PlanOrder(CreatePlanRequest in, FieldViolations violations) {
    this.hash = IdentifierWire.portfolioHash(in.getPortfolioHash(), "portfolio_hash", violations);
    this.usesStored = in.getPositionsCount() == 0;
    this.positions = NamedPositions.read(in.getPositionsList(), "positions", violations);
    this.cash =
        in.hasAvailableCash()
            ? MoneyWire.amountFromZero(in.getAvailableCash(), "available_cash", violations)
            : Optional.empty();
    this.deposit =
        in.hasMonthlyDeposit()
            ? MoneyWire.amountFromZero(in.getMonthlyDeposit(), "monthly_deposit", violations)
            : Optional.empty();
    violations.require(in.getMaxPositions() >= 0, "max_positions", "must not be negative");
    this.mostPositions = Optional.of(in.getMaxPositions()).filter(most -> most > 0);
    this.invested =
        NumberWire.between(in.getTargetAllocationPct(), 0, 100, "target_allocation_pct", violations)
            .filter(percent -> percent.signum() > 0)
            .map(percent -> percent.divide(PERCENT));
    this.constraints = PlanConstraints.read(in.getConstraintsMap(), violations);
  }

  /**
   * Reads a request.
   *
   * @throws io.arduinotrader.gateway.edge.InvalidRequestException when it cannot be understood
   */
  static PlanOrder read(CreatePlanRequest in) {
    FieldViolations violations = new FieldViolations();
    PlanOrder order = new PlanOrder(in, violations);
    violations.refuseIfAny();
    return order;
  }

  /** The state the caller means when it relies on the stored positions, empty for any. */
  Optional<PortfolioHash> requiredState() {
    return usesStored ? hash : Optional.empty();
  }

  /** What to tell the planning desk, apart from who wants to know. */
  CompletionStage<Work> work(Rooms rooms, CallContext call) {
    return Securities.ask(rooms, call)
        .thenCombine(
            ExchangeRates.inBase(cash, rooms, call),
            (securities, cashInBase) -> resolve(securities, cashInBase))
        .thenCombine(ExchangeRates.inBase(deposit, rooms, call), this::withOptions);
  }

  private Work resolve(Securities securities, Optional<Money> cashInBase) {
    FieldViolations violations = new FieldViolations();
    List<Holding> holdings =
        positions.resolve(securities, violations).entrySet().stream()
            .map(entry -> new Holding(entry.getKey().isin(), entry.getValue()))
            .toList();
    List<TargetWeight> targets = constraints.targets(securities, violations);
    violations.refuseIfAny();
    return new Work(
        usesStored ? Optional.empty() : hash, holdings, cashInBase, targets, PlanOptions.none());
  }

  private Work withOptions(Work work, Optional<Money> depositInBase) {
    return new Work(
        work.hash(),
        work.holdings(),
        work.cash(),
        work.targets(),
        new PlanOptions(
            mostPositions,
            invested,
            depositInBase,
            constraints.cashAfter(),
            constraints.largestRisk(),
            constraints.knobs()));
  }

  /** The parts of the command. */
  record Work(
      Optional<PortfolioHash> hash,
      List<Holding> holdings,
      Optional<Money> cash,
      List<TargetWeight> targets,
      PlanOptions options) {

    /** The command, with who wants to know. */
    CreatePlan command(ActorRef<PlanProgress> replyTo) {
      return new CreatePlan(AccountId.DEFAULT, hash, holdings, cash, targets, options, replyTo);
    }
  }
}
