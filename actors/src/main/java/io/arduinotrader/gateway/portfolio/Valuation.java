package io.arduinotrader.gateway.portfolio;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.portfolio.ValuationQuery.GetPerformance;
import io.arduinotrader.protocol.portfolio.ValuationQuery.GetValuation;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Performance;
import io.arduinotrader.protocol.portfolio.ValuationQuery.PerformanceReply;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Unreadable;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Unvaluable;
import io.arduinotrader.protocol.portfolio.ValuationQuery.ValuationReply;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Valued;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.support.Rooms;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What an account is worth; a value that cannot be known is a status and never a zero. */
public final class Valuation {

  private Valuation() {}

  /** The account at current prices. */
  public static CompletionStage<Valued> ask(Rooms rooms, AccountId account, CallContext call) {
    return ask(rooms, account, call.budget());
  }

  /** The account at current prices, known within a time. */
  public static CompletionStage<Valued> ask(Rooms rooms, AccountId account, Duration budget) {
    return rooms
        .<ValuationQuery, ValuationReply>ask(
            ValuationQuery.KEY, budget, replyTo -> new GetValuation(account, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case Valued valued -> valued;
                  case Unvaluable unvaluable -> throw refused(unvaluable);
                  case Unreadable unreadable -> throw refused(unreadable);
                });
  }

  /**
   * The account at current prices, if it is in the state the caller means.
   *
   * @param hash the state, any when empty
   * @return fails with FAILED_PRECONDITION when the account is in another state
   */
  public static CompletionStage<Valued> inState(
      Rooms rooms, AccountId account, Optional<PortfolioHash> hash, CallContext call) {
    return ask(rooms, account, call)
        .thenApply(
            valued -> {
              if (hash.isPresent() && !hash.get().equals(valued.hash())) {
                throw CallRefusedException.failedPrecondition(
                    "the portfolio is in state " + valued.hash() + " now, not " + hash.get());
              }
              return valued;
            });
  }

  /** How the account did in the last calendar days. */
  static CompletionStage<Performance> performance(
      Rooms rooms, AccountId account, int days, CallContext call) {
    return rooms
        .<ValuationQuery, PerformanceReply>ask(
            ValuationQuery.KEY,
            call.budget(),
            replyTo -> new GetPerformance(account, days, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case Performance performance -> performance;
                  case Unvaluable unvaluable -> throw refused(unvaluable);
                  case Unreadable unreadable -> throw refused(unreadable);
                });
  }

  private static CallRefusedException refused(Unvaluable unvaluable) {
    return CallRefusedException.failedPrecondition(
        "no exchange rate is known for " + unvaluable.currencies() + ", which the account holds");
  }

  private static CallRefusedException refused(Unreadable unreadable) {
    return CallRefusedException.unavailable(unreadable.reason());
  }
}
