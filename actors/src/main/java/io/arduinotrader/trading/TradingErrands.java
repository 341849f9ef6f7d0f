package io.arduinotrader.trading;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.trading.ValidationReply;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.UnreachableException;
import io.arduinotrader.trading.domain.Costs;
import io.arduinotrader.trading.domain.Facts;
import io.arduinotrader.trading.domain.SafetyChecks;
import io.arduinotrader.trading.domain.TradingState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** What an account's rules have others do; results come back as messages. */
final class TradingErrands {

  private final ActorContext<TradingCommand> context;
  private final TradingSetup setup;
  private final TradingBriefing briefing;

  TradingErrands(ActorContext<TradingCommand> context, TradingSetup setup) {
    this.context = context;
    this.setup = setup;
    this.briefing = setup.briefing();
  }

  /** Has what the rules need to know gathered. */
  void brief(Intent intent) {
    context.pipeToSelf(
        briefing.facts(intent),
        (facts, failure) ->
            failure == null
                ? new TradingMessage.Briefed(intent.id(), facts)
                : new TradingMessage.NotBriefed(intent.id(), Stages.reason(failure)));
  }

  /** Has the portfolio set aside what an intent needs. */
  void reserve(Intent intent, Costs costs) {
    PortfolioRequest request =
        new PortfolioRequest.Reserve(
            intent.id(),
            intent.side(),
            intent.isin(),
            intent.symbol(),
            intent.quantity(),
            costs.worst(),
            costs.rate());
    change(intent, request, TradingErrands::refusal);
  }

  /** Has the portfolio free what was set aside for an intent that may not go any more. */
  void release(Intent intent, Refusal why) {
    change(
        intent,
        new PortfolioRequest.Release(intent.id()),
        released -> refusal(released).or(() -> Optional.of(why)));
  }

  private void change(
      Intent intent,
      PortfolioRequest request,
      Function<PortfolioReply, Optional<Refusal>> refusal) {
    context.pipeToSelf(
        setup
            .rooms()
            .ask(
                PortfolioCommand.KEY,
                intent.account().value(),
                setup.budget(),
                (ActorRef<PortfolioReply> replyTo) ->
                    new PortfolioCommand.Change(request, replyTo)),
        (reply, failure) ->
            failure == null
                ? new TradingMessage.Reserved(intent.id(), refusal.apply(reply))
                : new TradingMessage.NotReserved(intent.id(), Stages.reason(failure)));
  }

  /** Rehearses an intent with what is remembered now. */
  void rehearse(TradingState state, TradingCommand.Validate request) {
    briefing
        .facts(request.intent())
        .thenApply(facts -> rehearsed(state, request.intent(), facts))
        .exceptionally(failure -> new ValidationReply.Undecided(Stages.reason(failure)))
        .thenAccept(request.replyTo()::tell);
  }

  /** Wakes orders that have not ended; those that cannot be reached are woken the next time. */
  void wake(List<TradingView.OpenIntent> intents) {
    for (TradingView.OpenIntent open : intents) {
      try {
        setup.rooms().tell(OrderCommand.KEY, open.intent().value(), new OrderCommand.Resume());
      } catch (UnreachableException unreachable) {
        context
            .getLog()
            .info("order {} cannot be woken now: {}", open.intent(), unreachable.reason());
      }
    }
  }

  private ValidationReply rehearsed(TradingState state, Intent intent, Facts facts) {
    SafetyChecks.Verdict verdict = SafetyChecks.check(state, intent, facts, setup.rules());
    return new ValidationReply.Validated(
        verdict.errors(),
        verdict.warnings(),
        verdict.costs().map(Costs::estimated),
        facts.books().map(books -> books.traded().free()).orElse(Money.zero(Currency.EUR)));
  }

  private static Optional<Refusal> refusal(PortfolioReply reply) {
    return switch (reply) {
      case PortfolioReply.Accepted accepted -> Optional.empty();
      case PortfolioReply.Refused refused -> Optional.of(refused.refusal());
    };
  }
}
