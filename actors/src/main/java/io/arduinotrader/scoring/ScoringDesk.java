package io.arduinotrader.scoring;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.scoring.PortfolioStanding;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.scoring.ScoringReply;
import io.arduinotrader.protocol.scoring.ScoringReply.ExplanationReply;
import io.arduinotrader.protocol.scoring.ScoringReply.PortfolioReply;
import io.arduinotrader.protocol.scoring.ScoringReply.PortfolioScored;
import io.arduinotrader.protocol.scoring.ScoringReply.Scored;
import io.arduinotrader.protocol.scoring.ScoringReply.Unscored;
import io.arduinotrader.protocol.scoring.ScoringWork;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.WorkPool;
import io.arduinotrader.support.calendar.MarketClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;

/**
 * Answers who asks for scores: gathers bars, company figures and the account's value, lets the
 * workers score, ranks the results within the active universe, and stores them with their
 * securities.
 */
public final class ScoringDesk {

  private final ScoringBriefing briefing;
  private final ScoringRound round;
  private final MarketClock clock;

  private ScoringDesk(ScoringBriefing briefing, ScoringRound round, MarketClock clock) {
    this.briefing = briefing;
    this.round = round;
    this.clock = clock;
  }

  /** How much work a desk takes and how long a request may take as a whole. */
  public record Limits(int queue, Duration jobTimeout, Duration budget) {}

  /** A desk with its own queue of jobs. */
  public static Behavior<ScoringCommand> create(
      Rooms rooms, MarketClock clock, Limits limits, Standards standards) {
    return Behaviors.setup(
        context -> {
          WorkPool.Form<ScoringWork.Job, ScoringWork, ScoringWork.Result> form =
              new WorkPool.Form<>(
                  ScoringWork.WORKERS, ScoringWork::new, ScoringWork.Result::number);
          ScoringRound round =
              new ScoringRound(
                  context.getSystem(),
                  rooms,
                  limits.budget(),
                  context.spawn(
                      WorkPool.create(
                          form, limits.queue(), limits.jobTimeout(), ScoringWork.Result.class),
                      "queue"));
          ScoringDesk desk =
              new ScoringDesk(
                  new ScoringBriefing(rooms, clock, limits.budget(), standards), round, clock);
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(ScoringCommand.KEY, context.getSelf()));
          return Behaviors.receiveMessage(
              command -> {
                desk.answer(command);
                return Behaviors.same();
              });
        });
  }

  private void answer(ScoringCommand command) {
    switch (command) {
      case ScoringCommand.ScoreSecurities request ->
          scored(request)
              .<ScoringReply>thenApply(Function.identity())
              .exceptionally(ScoringDesk::unavailable)
              .thenAccept(request.replyTo()::tell);
      case ScoringCommand.ScorePortfolio request ->
          briefing
              .universe()
              .thenCompose(universe -> portfolio(request, universe))
              .exceptionally(ScoringDesk::unavailable)
              .thenAccept(request.replyTo()::tell);
      case ScoringCommand.ExplainScore request ->
          briefing
              .account()
              .thenCombine(
                  briefing.universe(), (account, universe) -> explained(request, universe, account))
              .thenCompose(Function.identity())
              .exceptionally(ScoringDesk::unavailable)
              .thenAccept(request.replyTo()::tell);
    }
  }

  private static ScoringReply.Refused unavailable(Throwable failure) {
    return new ScoringReply.Refused(
        Refusal.of(RefusalCode.UNAVAILABLE, "scoring is not possible: " + Stages.reason(failure)));
  }

  private CompletionStage<Scored> scored(ScoringCommand.ScoreSecurities request) {
    return briefing
        .account()
        .thenCombine(briefing.universe(), (account, universe) -> score(request, universe, account))
        .thenCompose(Function.identity());
  }

  private CompletionStage<Scored> score(
      ScoringCommand.ScoreSecurities request,
      Map<Isin, SecurityRecord> universe,
      ScoringBriefing.Account account) {
    List<Isin> asked =
        request.isins().isEmpty()
            ? universe.values().stream()
                .filter(SecurityRecord::active)
                .map(SecurityRecord::isin)
                .toList()
            : request.isins().stream().distinct().toList();
    List<SecurityRecord> wanted = known(asked, universe);
    if (wanted.isEmpty()) {
      return Stages.done(withStrangers(new Scored(List.of(), List.of(), ""), asked, universe));
    }
    return briefing
        .facts(universe, wanted, account.value())
        .thenCompose(facts -> score(facts, request, account))
        .thenApply(scored -> withStrangers(scored, asked, universe));
  }

  /** A score that lacks its fit only because the account is out of reach is answered, not kept. */
  private CompletionStage<Scored> score(
      Facts facts, ScoringCommand.ScoreSecurities request, ScoringBriefing.Account account) {
    if (!request.overrides().isEmpty()) {
      return round.score(facts, request.overrides());
    }
    return account.valued().isPresent()
        ? round.scoreAndStore(facts)
        : round.score(facts, List.of()).thenApply(scored -> scored.notStored(account.missing()));
  }

  /**
   * Scores all holdings, because the whole account stands as they do, and gives those asked for.
   */
  private CompletionStage<PortfolioReply> portfolio(
      ScoringCommand.ScorePortfolio request, Map<Isin, SecurityRecord> universe) {
    List<Isin> held = request.account().positions().stream().map(PositionValue::isin).toList();
    return briefing
        .facts(universe, known(held, universe), Optional.of(request.account()))
        .thenCompose(
            facts ->
                round
                    .scoreAndStore(facts)
                    .thenApply(
                        scored ->
                            new PortfolioScored(
                                only(withStrangers(scored, held, universe), request.isins()),
                                standing(request.account(), facts, scored))));
  }

  private static PortfolioStanding standing(AccountValue account, Facts facts, Scored scored) {
    Map<Isin, SecurityScore> fresh = new HashMap<>();
    scored.scores().forEach(score -> fresh.put(score.isin(), score));
    return AccountPicture.of(account, facts, isin -> Optional.ofNullable(fresh.get(isin)))
        .standing();
  }

  /** Those asked for, and what failed of the others, because the standing lacks it. */
  private static Scored only(Scored scored, List<Isin> isins) {
    return new Scored(
        scored.scores().stream().filter(score -> isins.contains(score.isin())).toList(),
        scored.unscored().stream()
            .filter(each -> isins.contains(each.isin()) || each.cause() == Unscored.Cause.FAILED)
            .toList(),
        scored.notStored());
  }

  private CompletionStage<ExplanationReply> explained(
      ScoringCommand.ExplainScore request,
      Map<Isin, SecurityRecord> universe,
      ScoringBriefing.Account account) {
    SecurityRecord security = universe.get(request.isin());
    if (security == null) {
      return Stages.done(
          new ScoringReply.Refused(
              Refusal.of(
                  RefusalCode.UNKNOWN_SECURITY, request.isin() + " is not in the universe")));
    }
    return briefing
        .facts(universe, List.of(security), account.value())
        .thenCompose(
            facts ->
                round
                    .score(facts, List.of())
                    .thenCombine(
                        briefing.trading(),
                        (scored, trading) ->
                            new Explanation(
                                    facts,
                                    account.valued().map(ValuationQuery.Valued::portfolio),
                                    trading,
                                    clock)
                                .of(security, scored, request.purchaseValue())))
        .thenApply(ScoringReply.Explained::new);
  }

  private static List<SecurityRecord> known(List<Isin> asked, Map<Isin, SecurityRecord> universe) {
    return asked.stream().filter(universe::containsKey).map(universe::get).toList();
  }

  private static Scored withStrangers(
      Scored scored, List<Isin> asked, Map<Isin, SecurityRecord> universe) {
    List<Unscored> all = new ArrayList<>(scored.unscored());
    asked.stream()
        .filter(isin -> !universe.containsKey(isin))
        .map(isin -> new Unscored(isin, Unscored.Cause.UNKNOWN, "not in the universe"))
        .forEach(all::add);
    return new Scored(scored.scores(), List.copyOf(all), scored.notStored());
  }
}
