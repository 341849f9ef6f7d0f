package io.arduinotrader.scoring;

import io.arduinotrader.protocol.scoring.PortfolioFit;
import io.arduinotrader.protocol.scoring.ScoringCommand.GivenFigure;
import io.arduinotrader.protocol.scoring.ScoringReply.Scored;
import io.arduinotrader.protocol.scoring.ScoringReply.Unscored;
import io.arduinotrader.protocol.scoring.ScoringWork;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.scoring.domain.UniverseRanking;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.WorkPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.jspecify.annotations.Nullable;

/** Lets the workers score securities, ranks the results and stores them. */
final class ScoringRound {

  private final ActorSystem<?> system;
  private final Rooms rooms;
  private final Duration budget;
  private final ActorRef<WorkPool.Command<ScoringWork.Job, ScoringWork, ScoringWork.Result>> pool;

  ScoringRound(
      ActorSystem<?> system,
      Rooms rooms,
      Duration budget,
      ActorRef<WorkPool.Command<ScoringWork.Job, ScoringWork, ScoringWork.Result>> pool) {
    this.system = system;
    this.rooms = rooms;
    this.budget = budget;
    this.pool = pool;
  }

  private record Attempt(
      Isin isin, Optional<SecurityScore> score, Unscored.Cause cause, String reason) {

    static Attempt none(Isin isin, Unscored.Cause cause, String reason) {
      return new Attempt(isin, Optional.empty(), cause, reason);
    }

    Attempt with(Optional<SecurityScore> other) {
      return new Attempt(isin, other, cause, reason);
    }
  }

  /** Scores what is wanted, ranked within the active universe. */
  CompletionStage<Scored> score(Facts facts, List<GivenFigure> overrides) {
    return attempts(facts, overrides).thenApply(ScoringRound::scored);
  }

  /**
   * The same, and stores the scores; where the inputs are known, the stored score is the answer.
   */
  CompletionStage<Scored> scoreAndStore(Facts facts) {
    return attempts(facts, List.of())
        .thenCompose(attempts -> Stages.all(attempts.stream().map(this::store).toList()))
        .thenApply(ScoringRound::scored);
  }

  private CompletionStage<List<Attempt>> attempts(Facts facts, List<GivenFigure> overrides) {
    Optional<AccountPicture> picture =
        facts
            .account()
            .filter(account -> account.total().amount().signum() > 0)
            .map(account -> AccountPicture.atCloses(account, facts));
    return Stages.all(
            facts.wanted().stream()
                .map(security -> attempt(security, facts, picture, overrides))
                .toList())
        .thenApply(attempts -> ranked(attempts, facts.views()));
  }

  private CompletionStage<Attempt> attempt(
      SecurityRecord security,
      Facts facts,
      Optional<AccountPicture> picture,
      List<GivenFigure> overrides) {
    @Nullable BarColumns bars = facts.bars().get(security.isin());
    if (bars == null) {
      return Stages.done(
          Attempt.none(security.isin(), Unscored.Cause.UNSCORABLE, "no prices are known"));
    }
    Optional<PortfolioFit> fit = picture.map(account -> account.fit(security));
    ScoringWork.Job job =
        new ScoringWork.Job(
            security.symbol(),
            security.productType().isCompany(),
            bars,
            Optional.ofNullable(facts.views().get(security.isin()))
                .flatMap(SecurityView::fundamentals),
            fit,
            overrides,
            facts.standards().aims());
    return AskPattern
        .<WorkPool.Command<ScoringWork.Job, ScoringWork, ScoringWork.Result>,
            WorkPool.Outcome<ScoringWork.Result>>
            ask(pool, replyTo -> new WorkPool.Submit<>(job, replyTo), budget, system.scheduler())
        .thenApply(outcome -> attempt(security.isin(), outcome))
        .exceptionally(
            failure ->
                Attempt.none(security.isin(), Unscored.Cause.FAILED, Stages.reason(failure)));
  }

  private static Attempt attempt(Isin isin, WorkPool.Outcome<ScoringWork.Result> outcome) {
    return switch (outcome) {
      case WorkPool.Finished<ScoringWork.Result> finished ->
          new Attempt(
              isin,
              finished.result().score(),
              finished.result().failed() ? Unscored.Cause.FAILED : Unscored.Cause.UNSCORABLE,
              finished.result().reasonForNone());
      case WorkPool.Busy<ScoringWork.Result> busy ->
          Attempt.none(isin, Unscored.Cause.FAILED, "the queue of the scoring workers is full");
      case WorkPool.TimedOut<ScoringWork.Result> late ->
          Attempt.none(isin, Unscored.Cause.FAILED, "the scoring workers did not answer in time");
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
                attempt.with(
                    attempt
                        .score()
                        .map(
                            score -> score.withPercentile(rank.getOrDefault(attempt.isin(), 0.0)))))
        .toList();
  }

  /** Stores a score; when the same inputs were scored before, the stored score is the answer. */
  private CompletionStage<Attempt> store(Attempt attempt) {
    if (attempt.score().isEmpty()) {
      return Stages.done(attempt);
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
                attempt.with(
                    view.latestScore()
                        .filter(stored -> stored.inputsHash().equals(score.inputsHash()))
                        .or(attempt::score)));
  }

  private static Scored scored(List<Attempt> attempts) {
    List<SecurityScore> scores = new ArrayList<>();
    List<Unscored> unscored = new ArrayList<>();
    for (Attempt attempt : attempts) {
      attempt
          .score()
          .ifPresentOrElse(
              scores::add,
              () -> unscored.add(new Unscored(attempt.isin(), attempt.cause(), attempt.reason())));
    }
    return new Scored(List.copyOf(scores), List.copyOf(unscored), "");
  }
}
