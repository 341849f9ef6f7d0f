package io.arduinotrader.jobs;

import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleProgress;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.scoring.ScoringReply;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.RunId;
import io.arduinotrader.support.Listening;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.UnreachableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * What each job does; a run's stage completes with a sentence about it, or fails with the reason.
 */
public final class JobWork {

  private final Rooms rooms;
  private final Duration limit;

  /**
   * The work of all jobs.
   *
   * @param limit how long a run may take
   */
  public JobWork(Rooms rooms, Duration limit) {
    this.rooms = rooms;
    this.limit = limit;
  }

  CompletionStage<String> run(String job, RunId run, ActorContext<JobCommand> context) {
    try {
      return work(job, run, context);
    } catch (UnreachableException unreachable) {
      return CompletableFuture.failedStage(unreachable);
    }
  }

  private CompletionStage<String> work(String job, RunId run, ActorContext<JobCommand> context) {
    return switch (job) {
      case "price_sync" -> prices(context);
      case "score_refresh" -> scores();
      case "sync_cycle" -> sync(context);
      case "trading_cycle" -> cycle(run, context);
      default ->
          CompletableFuture.failedStage(new IllegalStateException("nobody knows job " + job));
    };
  }

  private CompletionStage<String> prices(ActorContext<JobCommand> context) {
    CompletableFuture<FeedCommand.SyncProgress> end = new CompletableFuture<>();
    rooms.tell(
        FeedCommand.KEY,
        new FeedCommand.SyncPrices(
            List.of(),
            false,
            listener(
                context,
                FeedCommand.SyncProgress.class,
                end,
                progress -> !(progress instanceof FeedCommand.Synced))));
    return end.thenApply(
        last ->
            switch (last) {
              case FeedCommand.SyncEnded ended when ended.failed() == 0 ->
                  "Prices of %d securities are fresh.".formatted(ended.synced());
              case FeedCommand.SyncEnded ended ->
                  throw new IllegalStateException(
                      "prices of %d securities failed: %s"
                          .formatted(ended.failed(), ended.error()));
              case FeedCommand.SyncRefused refused ->
                  throw new IllegalStateException(refused.reason());
              case FeedCommand.Synced synced ->
                  throw new IllegalStateException("not the end: " + synced);
            });
  }

  private CompletionStage<String> scores() {
    return rooms
        .ask(
            ScoringCommand.KEY,
            limit,
            (ActorRef<ScoringReply> replyTo) ->
                new ScoringCommand.ScoreSecurities(List.of(), List.of(), replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case ScoringReply.Scored scored when scored.notStored().isEmpty() ->
                      "%d securities are scored.".formatted(scored.scores().size());
                  case ScoringReply.Scored scored ->
                      throw new IllegalStateException(
                          "the scores were not kept. " + scored.notStored());
                  case ScoringReply.Refused refused ->
                      throw new IllegalStateException(refused.refusal().message());
                });
  }

  private CompletionStage<String> sync(ActorContext<JobCommand> context) {
    CompletionStage<String> prices = prices(context);
    return rooms
        .ask(
            BrokerCommand.KEY,
            limit,
            (ActorRef<BrokerView> replyTo) -> new BrokerCommand.Reconcile(replyTo))
        .thenCombine(
            prices,
            (broker, note) -> {
              if (!broker.ready()) {
                throw new IllegalStateException("the broker does not answer");
              }
              return note;
            })
        .thenCompose(this::marked);
  }

  private CompletionStage<String> marked(String note) {
    return rooms
        .ask(
            ValuationQuery.KEY,
            limit,
            (ActorRef<ValuationQuery.MarkReply> replyTo) ->
                new ValuationQuery.MarkToday(AccountId.DEFAULT, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case ValuationQuery.Marked marked ->
                      note + " The account is worth " + marked.value().total() + ".";
                  case ValuationQuery.MarkRefused refused ->
                      throw new IllegalStateException(refused.refusal().message());
                  case ValuationQuery.Unvaluable unvaluable ->
                      throw new IllegalStateException(
                          "no exchange rate is known for " + unvaluable.currencies());
                  case ValuationQuery.Unreadable unreadable ->
                      throw new IllegalStateException(unreadable.reason());
                });
  }

  private CompletionStage<String> cycle(RunId run, ActorContext<JobCommand> context) {
    CompletableFuture<CycleProgress> end = new CompletableFuture<>();
    rooms.tell(
        CycleCommand.KEY,
        AccountId.DEFAULT.value(),
        new CycleCommand.StartCycle(
            new CycleId(run.value()),
            false,
            false,
            listener(
                context,
                CycleProgress.class,
                end,
                progress -> !(progress instanceof CycleProgress.At))));
    return end.thenApply(
        last ->
            switch (last) {
              case CycleProgress.Ended ended when ended.view().failure().isEmpty() ->
                  "%d trades were tried.".formatted(ended.view().steps().size());
              case CycleProgress.Ended ended ->
                  throw new IllegalStateException(ended.view().failure().orElseThrow());
              case CycleProgress.Refused refused ->
                  throw new IllegalStateException(refused.refusal().message());
              case CycleProgress.At at -> throw new IllegalStateException("not the end: " + at);
            });
  }

  private <M> ActorRef<M> listener(
      ActorContext<JobCommand> context,
      Class<M> type,
      CompletableFuture<M> end,
      Predicate<M> last) {
    return context.spawnAnonymous(Listening.until(type, last, message -> {}, end, limit));
  }
}
