package io.arduinotrader.protocol.portfolio;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What the desk that values portfolios at current prices can be asked. */
public sealed interface ValuationQuery extends ClusterMessage {

  ServiceKey<ValuationQuery> KEY = ServiceKey.create(ValuationQuery.class, "valuation");

  /** What is the account worth now, and which state is it in? */
  record GetValuation(AccountId account, ActorRef<ValuationReply> replyTo)
      implements ValuationQuery {}

  /** How did the account do in the last calendar days? */
  record GetPerformance(AccountId account, int days, ActorRef<PerformanceReply> replyTo)
      implements ValuationQuery {}

  /** Value the account and note the result as today's; a later mark of the same day replaces it. */
  record MarkToday(AccountId account, ActorRef<MarkReply> replyTo) implements ValuationQuery {}

  /** The answer to {@link GetValuation}. */
  sealed interface ValuationReply extends ClusterMessage {}

  /** The answer to {@link GetPerformance}. */
  sealed interface PerformanceReply extends ClusterMessage {}

  /** The answer to {@link MarkToday}. */
  sealed interface MarkReply extends ClusterMessage {}

  /**
   * The account is valued.
   *
   * @param portfolio the books the value was computed from
   * @param hash names the state plans are made for: holdings, cash, what open orders will change,
   *     and the universe's flags and targets
   * @param baseline the last mark of a day before today, empty when there is none
   * @param at when it was valued
   */
  record Valued(
      PortfolioView portfolio,
      AccountValue value,
      PortfolioHash hash,
      Optional<Baseline> baseline,
      Instant at)
      implements ValuationReply {}

  /**
   * What a day's gain is measured against: gain = value now − netFlow − total.
   *
   * @param netFlow deposits less withdrawals since the mark, base currency
   */
  record Baseline(LocalDate day, Money total, Money netFlow) {}

  /**
   * How the account did.
   *
   * @param history one point per marked day, oldest first; a single point for now when no day of
   *     the window was marked
   * @param figures figures over the history, empty for fewer than two points on business days
   */
  record Performance(List<PerformancePoint> history, Optional<PerformanceFigures> figures)
      implements PerformanceReply {}

  /** Today's value is noted. */
  record Marked(DayValues.DayValue value) implements MarkReply {}

  /** The portfolio did not take the mark. */
  record MarkRefused(Refusal refusal) implements MarkReply {}

  /** No rate is known for currencies that are held; a value without them would be wrong. */
  record Unvaluable(List<Currency> currencies)
      implements ValuationReply, PerformanceReply, MarkReply {}

  /** Something the value depends on could not be read; this is not a value of zero. */
  record Unreadable(String reason) implements ValuationReply, PerformanceReply, MarkReply {}
}
