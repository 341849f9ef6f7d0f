package io.arduinotrader.planning;

import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.planning.PlanningCommand.CreatePlan;
import io.arduinotrader.protocol.planning.PlanningCommand.Holding;
import io.arduinotrader.protocol.planning.PlanningCommand.PlanOptions;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.planning.PlanningWork;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;

/** Gathers what a plan depends on from the rooms that know it. */
final class PlanBriefing {

  private final Rooms rooms;
  private final InstantSource clock;
  private final Duration budget;
  private final TraderSettings settings;
  private final CandidateRules rules;

  PlanBriefing(Rooms rooms, InstantSource clock, Duration budget, TraderSettings settings) {
    this.rooms = rooms;
    this.clock = clock;
    this.budget = budget;
    this.settings = settings;
    this.rules = new CandidateRules(settings.trading());
  }

  /**
   * What the plan starts from.
   *
   * @param held free shares by security
   * @param refusal why there is nothing to plan with
   */
  record Account(
      PortfolioHash hash, Map<Isin, Quantity> held, Money cash, Optional<Refusal> refusal) {}

  /** The account's holdings and free cash, or what the request says instead. */
  CompletionStage<Account> account(CreatePlan request) {
    return rooms
        .ask(
            ValuationQuery.KEY,
            budget,
            (ActorRef<ValuationQuery.ValuationReply> replyTo) ->
                new ValuationQuery.GetValuation(request.account(), replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case ValuationQuery.Valued valued -> account(request, valued);
                  case ValuationQuery.Unvaluable unvaluable ->
                      throw new IllegalStateException(
                          "no exchange rate is known for " + unvaluable.currencies());
                  case ValuationQuery.Unreadable unreadable ->
                      throw new IllegalStateException(unreadable.reason());
                });
  }

  private static Account account(CreatePlan request, ValuationQuery.Valued valued) {
    PortfolioView portfolio = valued.portfolio();
    Map<Isin, Quantity> held = new LinkedHashMap<>();
    if (request.holdings().isEmpty()) {
      for (PortfolioView.Position position : portfolio.positions()) {
        held.put(position.isin(), portfolio.freeShares(position.isin()));
      }
    } else {
      for (Holding holding : request.holdings()) {
        held.merge(holding.isin(), holding.quantity(), Quantity::plus);
      }
    }
    held.values().removeIf(Quantity::isZero);
    Money cash = request.cash().orElse(valued.value().freeCash());
    Optional<Refusal> refusal =
        held.isEmpty() && cash.signum() <= 0
            ? Optional.of(
                Refusal.of(
                    RefusalCode.NOTHING_TO_WORK_WITH, "there are neither positions nor cash"))
            : Optional.empty();
    return new Account(valued.hash(), held, cash, refusal);
  }

  /** The worker's job. */
  CompletionStage<PlanningWork.Job> job(CreatePlan request, Account account, PlanId id) {
    return targets(request)
        .thenCompose(targets -> candidates(request, account, targets))
        .thenApply(
            candidates ->
                new PlanningWork.Job(
                    id,
                    request.account(),
                    candidates,
                    account.cash(),
                    limits(request.options()),
                    clock.instant()));
  }

  private CompletionStage<Map<Isin, Double>> targets(CreatePlan request) {
    if (!request.targets().isEmpty()) {
      Map<Isin, Double> given = new LinkedHashMap<>();
      for (TargetWeight target : request.targets()) {
        given.put(target.isin(), target.weight());
      }
      return Stages.done(given);
    }
    return rooms
        .ask(
            OptimizationCommand.KEY,
            budget,
            (ActorRef<AllocationReply> replyTo) ->
                new OptimizationCommand.OptimizeAllocation(
                    request.account(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    OptimizationCommand.Limits.none(),
                    replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case AllocationReply.Allocated allocated ->
                      allocated.weights().stream()
                          .collect(
                              Collectors.toMap(
                                  AllocationReply.TargetWeight::isin,
                                  AllocationReply.TargetWeight::target));
                  case AllocationReply.Infeasible infeasible ->
                      throw new IllegalStateException(
                          "no target weights: " + String.join("; ", infeasible.conflicts()));
                  case AllocationReply.Refused refused ->
                      throw new IllegalStateException(
                          "no target weights: " + refused.refusal().message());
                });
  }

  private CompletionStage<List<PlanningWork.Candidate>> candidates(
      CreatePlan request, Account account, Map<Isin, Double> targets) {
    List<Isin> isins =
        Stream.concat(
                account.held().keySet().stream(),
                targets.entrySet().stream()
                    .filter(target -> target.getValue() > 0)
                    .map(Map.Entry::getKey))
            .distinct()
            .sorted()
            .toList();
    CompletionStage<Map<Isin, SecurityRecord>> universe = universe();
    CompletionStage<MarketDataQuery.Quotes> quotes = quotes(isins);
    CompletionStage<TradingView> trading = trading(request);
    CompletionStage<List<SecurityView>> scores = scores(isins);
    return universe.thenCompose(
        known ->
            quotes.thenCompose(
                prices ->
                    trading.thenCombine(
                        scores,
                        (clocks, views) -> {
                          List<PlanningWork.Candidate> candidates = new ArrayList<>();
                          for (SecurityView view : views) {
                            candidates.add(
                                rules.candidate(
                                    new CandidateRules.Known(
                                        view,
                                        Optional.ofNullable(known.get(view.isin())),
                                        prices,
                                        clocks,
                                        clock.instant()),
                                    account.held().getOrDefault(view.isin(), Quantity.ZERO),
                                    targets.getOrDefault(view.isin(), 0.0)));
                          }
                          return List.copyOf(candidates);
                        })));
  }

  private CompletionStage<Map<Isin, SecurityRecord>> universe() {
    return rooms
        .ask(
            UniverseCommand.KEY,
            UniverseCommand.DEFAULT_ID,
            budget,
            (ActorRef<UniverseCommand.UniverseView> replyTo) ->
                new UniverseCommand.GetUniverse(replyTo))
        .thenApply(
            view ->
                view.securities().stream()
                    .collect(Collectors.toMap(SecurityRecord::isin, security -> security)));
  }

  private CompletionStage<MarketDataQuery.Quotes> quotes(List<Isin> isins) {
    return rooms
        .ask(
            MarketDataQuery.KEY,
            budget,
            (ActorRef<MarketDataQuery.QuotesReply> replyTo) ->
                new MarketDataQuery.GetQuotes(isins, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case MarketDataQuery.Quotes quotes -> quotes;
                  case MarketDataQuery.Unreadable unreadable ->
                      throw new IllegalStateException(unreadable.reason());
                });
  }

  private CompletionStage<TradingView> trading(CreatePlan request) {
    return rooms.ask(
        TradingCommand.KEY,
        request.account().value(),
        budget,
        (ActorRef<TradingView> replyTo) -> new TradingCommand.GetTrading(replyTo));
  }

  private CompletionStage<List<SecurityView>> scores(List<Isin> isins) {
    return Stages.all(
        isins.stream()
            .map(
                isin ->
                    rooms.ask(
                        SecurityCommand.KEY,
                        isin.value(),
                        budget,
                        (ActorRef<SecurityView> replyTo) ->
                            new SecurityCommand.GetSecurity(replyTo)))
            .toList());
  }

  private PlanningWork.Limits limits(PlanOptions options) {
    TraderSettings.Planning planning = settings.planning();
    return new PlanningWork.Limits(
        planning.minimumCash(),
        options.transactionCostFixed().orElse(settings.trading().commissionFixed()),
        options.transactionCostPercent().orElse(settings.trading().commissionPercent()),
        planning.halfSpread(),
        planning.maximumCostRatio(),
        planning.tolerance(),
        options.maximumSteps().orElse(planning.maximumSteps()),
        options.maximumPositions(),
        options.investedTarget(),
        options.monthlyDeposit().orElse(Money.zero(Currency.EUR)));
  }
}
