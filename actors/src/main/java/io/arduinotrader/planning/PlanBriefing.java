package io.arduinotrader.planning;

import io.arduinotrader.config.TargetGroup;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanSecurity;
import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.planning.PlanningCommand.CreatePlan;
import io.arduinotrader.protocol.planning.PlanningCommand.Holding;
import io.arduinotrader.protocol.planning.PlanningCommand.PlanOptions;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
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
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

  PlanBriefing(Rooms rooms, InstantSource clock, Duration budget, TraderSettings settings) {
    this.rooms = rooms;
    this.clock = clock;
    this.budget = budget;
    this.settings = settings;
  }

  /**
   * What the plan starts from.
   *
   * @param held free shares by security
   * @param refusal why there is nothing to plan with
   */
  record Account(
      PortfolioView portfolio,
      PortfolioHash hash,
      Map<Isin, Quantity> held,
      Money cash,
      Optional<Refusal> refusal) {}

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
    return new Account(portfolio, valued.hash(), held, cash, refusal);
  }

  /** All the plan depends on. */
  CompletionStage<PlanInputs> inputs(CreatePlan request, Account account, PlannerSettings planner) {
    Instant now = clock.instant();
    return targets(request)
        .thenCompose(
            targets ->
                securities(request, account, targets.weights(), now)
                    .thenApply(
                        securities ->
                            new PlanInputs(
                                request.account(),
                                now,
                                account.cash(),
                                securities,
                                groupTargets(settings.optimization().countryGroups()),
                                groupTargets(settings.optimization().industryGroups()),
                                targets.missing(),
                                wishes(request.options()),
                                planner)));
  }

  private static List<PlanInputs.GroupTarget> groupTargets(List<TargetGroup> groups) {
    return groups.stream()
        .filter(group -> group.target() > 0)
        .map(group -> new PlanInputs.GroupTarget(group.name(), group.target()))
        .toList();
  }

  private static PlanInputs.Wishes wishes(PlanOptions options) {
    return new PlanInputs.Wishes(
        options.maximumPositions(),
        options.investedTarget(),
        options.monthlyDeposit().orElse(Money.zero(Currency.EUR)),
        options.cashAfter(),
        options.largestRisk());
  }

  /** Wanted shares of the portfolio, or why there are none. */
  private record Targets(Map<Isin, Double> weights, String missing) {}

  private CompletionStage<Targets> targets(CreatePlan request) {
    if (!request.targets().isEmpty()) {
      Map<Isin, Double> given = new LinkedHashMap<>();
      for (TargetWeight target : request.targets()) {
        given.put(target.isin(), target.weight());
      }
      return Stages.done(new Targets(given, ""));
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
                      new Targets(
                          allocated.weights().stream()
                              .collect(
                                  Collectors.toMap(
                                      AllocationReply.TargetWeight::isin,
                                      AllocationReply.TargetWeight::target)),
                          "");
                  case AllocationReply.Infeasible infeasible ->
                      new Targets(Map.of(), String.join("; ", infeasible.conflicts()));
                  case AllocationReply.Failed failed -> new Targets(Map.of(), failed.reason());
                  case AllocationReply.Refused refused ->
                      new Targets(Map.of(), refused.refusal().message());
                });
  }

  private CompletionStage<List<PlanSecurity>> securities(
      CreatePlan request, Account account, Map<Isin, Double> targets, Instant now) {
    return universe()
        .thenCompose(
            universe -> {
              List<Isin> isins = considered(account, targets, universe);
              CompletionStage<List<SecurityView>> views = views(isins);
              return quotes(isins)
                  .thenCombine(
                      trading(request),
                      (quotes, trading) ->
                          new PlanSecurities(
                              universe,
                              quotes,
                              account.portfolio(),
                              trading,
                              settings.optimization(),
                              now))
                  .thenCombine(
                      views,
                      (known, all) ->
                          all.stream()
                              .map(
                                  view ->
                                      known.security(
                                          view,
                                          account.held().getOrDefault(view.isin(), Quantity.ZERO),
                                          Optional.ofNullable(targets.get(view.isin()))))
                              .toList());
            });
  }

  /** What is held or wanted; without wanted shares everything in use. */
  private static List<Isin> considered(
      Account account, Map<Isin, Double> targets, Map<Isin, SecurityRecord> universe) {
    Stream<Isin> wanted =
        targets.isEmpty()
            ? universe.values().stream().filter(SecurityRecord::active).map(SecurityRecord::isin)
            : targets.keySet().stream();
    return Stream.concat(account.held().keySet().stream(), wanted).distinct().sorted().toList();
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

  private CompletionStage<List<SecurityView>> views(List<Isin> isins) {
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
}
