package io.arduinotrader.scoring;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.scoring.ScoringReply;
import io.arduinotrader.protocol.scoring.ScoringReply.Scored;
import io.arduinotrader.protocol.scoring.ScoringReply.Unscored;
import io.arduinotrader.protocol.scoring.ScoringWork;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.scoring.domain.UniverseRanking;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.WorkPool;
import io.arduinotrader.support.calendar.MarketClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.jspecify.annotations.Nullable;

/**
 * Answers who asks for scores: gathers bars and company figures, lets the workers score, ranks the
 * results within the active universe, and stores them with their securities.
 */
public final class ScoringDesk {

  private final ActorSystem<?> system;
  private final Rooms rooms;
  private final ScoringBriefing briefing;
  private final Duration budget;
  private final ActorRef<WorkPool.Command<ScoringWork.Job, ScoringWork, ScoringWork.Result>> pool;

  private ScoringDesk(
      ActorSystem<?> system,
      Rooms rooms,
      MarketClock clock,
      Duration budget,
      ActorRef<WorkPool.Command<ScoringWork.Job, ScoringWork, ScoringWork.Result>> pool) {
    this.system = system;
    this.rooms = rooms;
    this.briefing = new ScoringBriefing(rooms, clock, budget);
    this.budget = budget;
    this.pool = pool;
  }

  /**
   * A desk with its own queue of jobs.
   *
   * @param budget how long a request may take as a whole
   */
  public static Behavior<ScoringCommand> create(
      Rooms rooms, MarketClock clock, int queueLimit, Duration jobTimeout, Duration budget) {
    return Behaviors.setup(
        context -> {
          WorkPool.Form<ScoringWork.Job, ScoringWork, ScoringWork.Result> form =
              new WorkPool.Form<>(
                  ScoringWork.WORKERS, ScoringWork::new, ScoringWork.Result::number);
          ScoringDesk desk =
              new ScoringDesk(
                  context.getSystem(),
                  rooms,
                  clock,
                  budget,
                  context.spawn(
                      WorkPool.create(form, queueLimit, jobTimeout, ScoringWork.Result.class),
                      "queue"));
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(ScoringCommand.KEY, context.getSelf()));
          return Behaviors.receiveMessage(
              command -> {
                desk.onCommand(command);
                return Behaviors.same();
              });
        });
  }

  private void onCommand(ScoringCommand command) {
    switch (command) {
      case ScoringCommand.ScoreSecurities request ->
          score(request)
              .exceptionally(ScoringDesk::unavailable)
              .thenAccept(request.replyTo()::tell);
    }
  }

  private static ScoringReply unavailable(Throwable failure) {
    return new ScoringReply.Refused(
        Refusal.of(RefusalCode.UNAVAILABLE, "scoring is not possible: " + Stages.reason(failure)));
  }

  private CompletionStage<ScoringReply> score(ScoringCommand.ScoreSecurities request) {
    return rooms
        .ask(
            UniverseCommand.KEY,
            UniverseCommand.DEFAULT_ID,
            budget,
            (ActorRef<UniverseCommand.UniverseView> replyTo) ->
                new UniverseCommand.GetUniverse(replyTo))
        .thenCompose(universe -> score(request, universe.securities()));
  }

  private CompletionStage<ScoringReply> score(
      ScoringCommand.ScoreSecurities request, List<SecurityRecord> universe) {
    Map<Isin, SecurityRecord> known =
        universe.stream().collect(Collectors.toMap(SecurityRecord::isin, Function.identity()));
    List<SecurityRecord> active = universe.stream().filter(SecurityRecord::active).toList();
    List<Isin> asked =
        request.isins().isEmpty()
            ? active.stream().map(SecurityRecord::isin).toList()
            : request.isins().stream().distinct().toList();
    List<SecurityRecord> wanted =
        asked.stream().filter(known::containsKey).map(known::get).toList();
    List<Unscored> strangers =
        asked.stream()
            .filter(isin -> !known.containsKey(isin))
            .map(isin -> new Unscored(isin, "not in the universe"))
            .toList();
    if (wanted.isEmpty()) {
      return CompletableFuture.completedStage(new Scored(List.of(), strangers));
    }
    CompletionStage<Map<Isin, BarColumns>> bars = briefing.bars(wanted);
    CompletionStage<Map<Isin, SecurityView>> views = briefing.views(active, wanted);
    return bars.thenCombine(
            views, (columns, securities) -> score(request, wanted, columns, securities))
        .thenCompose(Function.identity())
        .thenApply(scored -> withStrangers(scored, strangers));
  }

  private CompletionStage<Scored> score(
      ScoringCommand.ScoreSecurities request,
      List<SecurityRecord> wanted,
      Map<Isin, BarColumns> columns,
      Map<Isin, SecurityView> views) {
    List<CompletionStage<Attempt>> attempts = new ArrayList<>();
    for (SecurityRecord security : wanted) {
      @Nullable BarColumns bars = columns.get(security.isin());
      attempts.add(
          bars == null
              ? CompletableFuture.completedStage(
                  new Attempt(security.isin(), Optional.empty(), "no prices are known"))
              : attempt(request, security, bars, views));
    }
    return Stages.all(attempts)
        .thenCompose(
            done ->
                request.overrides().isEmpty()
                    ? store(ranked(done, views))
                    : unstored(ranked(done, views)));
  }

  private record Attempt(Isin isin, Optional<SecurityScore> score, String reason) {}

  private CompletionStage<Attempt> attempt(
      ScoringCommand.ScoreSecurities request,
      SecurityRecord security,
      BarColumns bars,
      Map<Isin, SecurityView> views) {
    ScoringWork.Job job =
        new ScoringWork.Job(
            security.symbol(),
            bars,
            Optional.ofNullable(views.get(security.isin())).flatMap(SecurityView::fundamentals),
            request.overrides());
    return AskPattern
        .<WorkPool.Command<ScoringWork.Job, ScoringWork, ScoringWork.Result>,
            WorkPool.Outcome<ScoringWork.Result>>
            ask(pool, replyTo -> new WorkPool.Submit<>(job, replyTo), budget, system.scheduler())
        .thenApply(outcome -> attempt(security.isin(), outcome))
        .exceptionally(
            failure -> new Attempt(security.isin(), Optional.empty(), Stages.reason(failure)));
  }

  private static Attempt attempt(Isin isin, WorkPool.Outcome<ScoringWork.Result> outcome) {
    return switch (outcome) {
      case WorkPool.Finished<ScoringWork.Result> finished ->
          new Attempt(isin, finished.result().score(), finished.result().reasonForNone());
      case WorkPool.Busy<ScoringWork.Result> busy ->
          new Attempt(isin, Optional.empty(), "the queue of the scoring workers is full");
      case WorkPool.TimedOut<ScoringWork.Result> late ->
          new Attempt(isin, Optional.empty(), "the scoring workers did not answer in time");
    };
  }

  /** Adds each score's rank among the latest scores of the active universe. */
  private static List<Attempt> ranked(List<Attempt> attempts, Map<Isin, SecurityView> views) {
    Map<Isin, Double> totals = new LinkedHashMap<>();
    views.forEach(
        (isin, view) -> view.latestScore().ifPresent(score -> totals.put(isin, score.total())));
    for (Attempt attempt : attempts) {
      attempt.score().ifPresent(score -> totals.put(attempt.isin(), score.total()));
    }
    double[] percentiles =
        UniverseRanking.percentiles(
            totals.values().stream().mapToDouble(Double::doubleValue).toArray());
    Map<Isin, Double> rank = new LinkedHashMap<>();
    int next = 0;
    for (Isin isin : totals.keySet()) {
      rank.put(isin, percentiles[next++]);
    }
    return attempts.stream()
        .map(
            attempt ->
                new Attempt(
                    attempt.isin(),
                    attempt
                        .score()
                        .map(score -> score.withPercentile(rank.getOrDefault(attempt.isin(), 0.0))),
                    attempt.reason()))
        .toList();
  }

  private CompletionStage<Scored> store(List<Attempt> attempts) {
    return Stages.all(attempts.stream().map(this::store).toList()).thenApply(ScoringDesk::scored);
  }

  private static CompletionStage<Scored> unstored(List<Attempt> attempts) {
    return CompletableFuture.completedStage(scored(attempts));
  }

  /** Stores a score; when the same inputs were scored before, the stored score is the answer. */
  private CompletionStage<Attempt> store(Attempt attempt) {
    if (attempt.score().isEmpty()) {
      return CompletableFuture.completedStage(attempt);
    }
    SecurityScore score = attempt.score().get();
    return rooms
        .ask(
            SecurityCommand.KEY,
            attempt.isin().value(),
            budget,
            (ActorRef<SecurityView> replyTo) -> new SecurityCommand.RecordScore(score, replyTo))
        .thenApply(
            view ->
                new Attempt(
                    attempt.isin(),
                    view.latestScore()
                        .filter(stored -> stored.inputsHash().equals(score.inputsHash()))
                        .or(attempt::score),
                    ""));
  }

  private static Scored scored(List<Attempt> attempts) {
    List<SecurityScore> scores = new ArrayList<>();
    List<Unscored> unscored = new ArrayList<>();
    for (Attempt attempt : attempts) {
      attempt
          .score()
          .ifPresentOrElse(
              scores::add, () -> unscored.add(new Unscored(attempt.isin(), attempt.reason())));
    }
    return new Scored(List.copyOf(scores), List.copyOf(unscored));
  }

  private static ScoringReply withStrangers(Scored scored, List<Unscored> strangers) {
    List<Unscored> all = new ArrayList<>(scored.unscored());
    all.addAll(strangers);
    return new Scored(scored.scores(), List.copyOf(all));
  }
}
