package io.arduinotrader.protocol.universe;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.scoring.ScoreRow;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quote;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What can be read from the tables of prices, rates and scores on a node that has them. */
public sealed interface MarketDataQuery extends ClusterMessage {

  ServiceKey<MarketDataQuery> KEY = ServiceKey.create(MarketDataQuery.class, "market-data");

  /**
   * The last known price of each security not later than the market's today, and the newest rate of
   * each currency against the base currency. Securities without any price are left out.
   */
  record GetQuotes(List<Isin> isins, ActorRef<QuotesReply> replyTo) implements MarketDataQuery {}

  /** Bars between two days, both included, never later than the market's today. */
  record GetBars(List<Isin> isins, LocalDate from, LocalDate to, ActorRef<BarsReply> replyTo)
      implements MarketDataQuery {}

  /** Stored scores of a security since a day, oldest first, the last of each day. */
  record GetScores(Isin isin, LocalDate since, ActorRef<ScoresReply> replyTo)
      implements MarketDataQuery {}

  /**
   * Figures of a security: from its bars and those of the market up to the market's today, and from
   * the company figures it has.
   */
  record GetMetrics(SecurityRecord security, ActorRef<MetricsReply> replyTo)
      implements MarketDataQuery {}

  /**
   * Recorded exchange rates, newest first, then by base and quote.
   *
   * @param base only those of this base currency, empty for all
   * @param quote only those of this quote currency, empty for all
   * @param limit at most so many
   * @param offset after so many
   */
  record GetRates(
      Optional<Currency> base,
      Optional<Currency> quote,
      int limit,
      int offset,
      ActorRef<RatesReply> replyTo)
      implements MarketDataQuery {}

  /**
   * The rates of the base currency to others that held on some days, both ends included, never
   * later than the market's today.
   */
  record GetRateHistory(
      List<Currency> quotes, LocalDate from, LocalDate to, ActorRef<RateHistoryReply> replyTo)
      implements MarketDataQuery {}

  /** The answer to {@link GetQuotes}. */
  sealed interface QuotesReply extends ClusterMessage {}

  /**
   * Prices and rates.
   *
   * @param previousCloses the price of the session before each quote, where there is one
   * @param rates base currency to every currency a rate is known for, newest of each
   */
  record Quotes(List<Quote> quotes, List<Quote> previousCloses, List<FxRate> rates)
      implements QuotesReply {}

  /** The answer to {@link GetBars}. */
  sealed interface BarsReply extends ClusterMessage {}

  /**
   * Bars and rates.
   *
   * @param columns one entry per security that has bars in the window
   * @param rates base currency to every currency a rate is known for, newest of each at the end of
   *     the window
   */
  record Bars(List<BarColumns> columns, List<FxRate> rates) implements BarsReply {}

  /** The answer to {@link GetScores}. */
  sealed interface ScoresReply extends ClusterMessage {}

  /** Past scores, oldest first. */
  record Scores(List<ScoreRow> rows) implements ScoresReply {}

  /** The answer to {@link GetRates}. */
  sealed interface RatesReply extends ClusterMessage {}

  /**
   * A page of rates.
   *
   * @param total how many there are on all pages
   */
  record RatePage(List<FxRate> rates, long total) implements RatesReply {}

  /** The answer to {@link GetRateHistory}. */
  sealed interface RateHistoryReply extends ClusterMessage {}

  /**
   * Rates.
   *
   * @param rates by quote currency, oldest first; the first may be older than the first day, on
   *     which it still held
   */
  record RateHistory(List<FxRate> rates) implements RateHistoryReply {}

  /** The answer to {@link GetMetrics}. */
  sealed interface MetricsReply extends ClusterMessage {}

  /** The figures; those that cannot be computed are missing. */
  record Metrics(MarketMetrics metrics) implements MetricsReply {}

  /** The table could not be read; this is not an empty answer. */
  record Unreadable(String reason)
      implements QuotesReply, BarsReply, ScoresReply, RatesReply, RateHistoryReply, MetricsReply {}
}
