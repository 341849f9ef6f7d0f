package io.arduinotrader.gateway.cycle;

import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.scoring.ScoringReply;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.FeedCommand.SyncEnded;
import io.arduinotrader.protocol.universe.FeedCommand.SyncProgress;
import io.arduinotrader.protocol.universe.FeedCommand.SyncRefused;
import io.arduinotrader.protocol.universe.FeedCommand.Synced;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;

/** The work of each stage, done by asking the rooms that can do it. */
final class CycleStages {

  /** The sync asks three rooms one after another: broker, feed and valuation. */
  private static final int PARTS_OF_SYNC = 3;

  private final AccountId account;
  private final Rooms rooms;
  private final Duration budget;

  /**
   * The stages of an account's cycle.
   *
   * @param budget how long a stage may take
   */
  CycleStages(AccountId account, Rooms rooms, Duration budget) {
    this.account = account;
    this.rooms = rooms;
    this.budget = budget;
  }

  /** How long one of the rooms may take that the sync asks one after another. */
  Duration partOfSync() {
    return budget.dividedBy(PARTS_OF_SYNC);
  }

  /** Takes over what the broker knows; without that nothing may be traded. */
  CompletionStage<BrokerView> reconcile() {
    return rooms
        .ask(
            BrokerCommand.KEY,
            partOfSync(),
            (ActorRef<BrokerView> replyTo) -> new BrokerCommand.Reconcile(replyTo))
        .thenApply(
            broker -> {
              if (!broker.ready()) {
                throw new IllegalStateException("the broker does not answer");
              }
              return broker;
            });
  }

  /** Has the feed fetch prices; the listener hears the progress. */
  void syncPrices(boolean force, ActorRef<SyncProgress> listener) {
    rooms.tell(FeedCommand.KEY, new FeedCommand.SyncPrices(List.of(), force, listener));
  }

  /** What the end of the price sync and the comparison with the broker say. */
  static StageResult synced(BrokerView broker, SyncProgress end) {
    return switch (end) {
      case SyncEnded ended when ended.error().isEmpty() ->
          StageResult.note(
              "%s Prices of %d securities are fresh.".formatted(books(broker), ended.synced()));
      case SyncEnded ended ->
          StageResult.note(
              "%s Prices of %d securities are fresh, %d failed: %s."
                  .formatted(books(broker), ended.synced(), ended.failed(), ended.error()));
      case SyncRefused refused -> notFetched(broker, refused.reason());
      case Synced synced -> throw new IllegalStateException("not the end: " + synced);
    };
  }

  /** The cycle goes on with the prices that are stored; rules for old prices still hold. */
  static StageResult notFetched(BrokerView broker, String reason) {
    return StageResult.note("%s Prices were not fetched: %s.".formatted(books(broker), reason));
  }

  private static String books(BrokerView broker) {
    return broker.drifts().isEmpty()
        ? "The broker's books are ours."
        : broker.drifts().size() + " differences to the broker's books.";
  }

  CompletionStage<StageResult> score() {
    return rooms
        .ask(
            ScoringCommand.KEY,
            budget,
            (ActorRef<ScoringReply> replyTo) ->
                new ScoringCommand.ScoreSecurities(List.of(), List.of(), replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case ScoringReply.Scored scored ->
                      StageResult.note(
                          "%d securities are scored, %d have no score.%s"
                              .formatted(
                                  scored.scores().size(),
                                  scored.unscored().size(),
                                  unstored(scored)));
                  case ScoringReply.Refused refused ->
                      throw new IllegalStateException(refused.refusal().message());
                });
  }

  private static String unstored(ScoringReply.Scored scored) {
    return scored.notStored().isEmpty()
        ? ""
        : " They are not kept, earlier ones hold. " + scored.notStored();
  }

  CompletionStage<StageResult> optimize() {
    return rooms
        .ask(
            OptimizationCommand.KEY,
            budget,
            (ActorRef<AllocationReply> replyTo) ->
                new OptimizationCommand.OptimizeAllocation(
                    account,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    OptimizationCommand.Limits.none(),
                    replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case AllocationReply.Allocated allocated -> optimized(allocated);
                  case AllocationReply.Infeasible infeasible ->
                      StageResult.note(
                          "The cycle goes on without optimizing: "
                              + String.join("; ", infeasible.conflicts())
                              + ".");
                  case AllocationReply.Failed failed ->
                      throw new IllegalStateException(failed.reason());
                  case AllocationReply.Refused refused ->
                      throw new IllegalStateException(refused.refusal().message());
                });
  }

  private static StageResult optimized(AllocationReply.Allocated allocated) {
    List<TargetWeight> targets =
        allocated.weights().stream()
            .map(weight -> new TargetWeight(weight.isin(), weight.target()))
            .toList();
    long wanted = targets.stream().filter(target -> target.weight() > 0).count();
    return new StageResult(
        "%d securities are wanted, %s by %s.%s%s Inputs %s."
            .formatted(
                wanted,
                allocated.status().name().toLowerCase(Locale.ROOT),
                allocated.method(),
                allocated.terms().isEmpty() ? "" : " " + String.join("; ", allocated.terms()) + ".",
                allocated.why().stream().map(" "::concat).collect(Collectors.joining()),
                allocated.evidence().inputs()),
        targets,
        Optional.empty());
  }

  /** Has a plan made for the targets; the listener hears the progress. */
  void plan(List<TargetWeight> targets, ActorRef<PlanProgress> listener) {
    rooms.tell(
        PlanningCommand.KEY,
        new PlanningCommand.CreatePlan(
            account,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            targets,
            PlanningCommand.PlanOptions.none(),
            listener));
  }

  /** What the last message of the planning says. */
  static StageResult planned(PlanProgress end) {
    return switch (end) {
      case PlanProgress.Made made ->
          new StageResult(
              made.plan().steps().isEmpty()
                  ? "Plan %s: no trade is worth making.".formatted(made.plan().id())
                  : "Plan %s has %d steps.".formatted(made.plan().id(), made.plan().steps().size()),
              List.of(),
              Optional.of(made.plan()));
      case PlanProgress.Failed failed -> throw new IllegalStateException(failed.reason());
      case PlanProgress.Refused refused ->
          throw new IllegalStateException(refused.refusal().message());
      case PlanProgress.Misread misread ->
          throw new IllegalStateException(misread.problems().getFirst().message());
      case PlanProgress.At at -> throw new IllegalStateException("not the end: " + at);
      case PlanProgress.Searching searching ->
          throw new IllegalStateException("not the end: " + searching);
    };
  }

  CompletionStage<OrderReply> place(Intent intent) {
    return rooms.ask(
        OrderCommand.KEY,
        intent.id().value(),
        budget,
        (ActorRef<OrderReply> replyTo) -> new OrderCommand.Place(intent, replyTo));
  }

  /** Notes where a plan stands; whoever shows plans wants to know, nobody depends on it. */
  CompletionStage<PlanCommand.PlansView> mark(Plan plan, Plan.Status status) {
    return rooms.ask(
        PlanCommand.KEY,
        plan.id().portfolioHash().value(),
        budget,
        (ActorRef<PlanCommand.PlansView> replyTo) ->
            new PlanCommand.MarkPlan(plan.id(), status, replyTo));
  }

  /** Values the account and notes the value as today's; empty when that worked, else why not. */
  CompletionStage<String> markValue() {
    return rooms
        .ask(
            ValuationQuery.KEY,
            partOfSync(),
            (ActorRef<ValuationQuery.MarkReply> replyTo) ->
                new ValuationQuery.MarkToday(account, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case ValuationQuery.Marked marked -> "";
                  case ValuationQuery.MarkRefused refused -> refused.refusal().message();
                  case ValuationQuery.Unvaluable unvaluable ->
                      "no exchange rate is known for " + unvaluable.currencies();
                  case ValuationQuery.Unreadable unreadable -> unreadable.reason();
                })
        .exceptionally(Stages::reason);
  }
}
