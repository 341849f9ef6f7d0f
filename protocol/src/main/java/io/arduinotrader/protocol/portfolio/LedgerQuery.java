package io.arduinotrader.protocol.portfolio;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What can be read from the tables of past trades and cash movements, never used to decide. */
public sealed interface LedgerQuery extends ClusterMessage {

  ServiceKey<LedgerQuery> KEY = ServiceKey.create(LedgerQuery.class, "ledger");

  /** Executions, newest first. */
  record GetTrades(
      AccountId account,
      Optional<Instant> since,
      Optional<Isin> isin,
      Optional<Side> side,
      int limit,
      int offset,
      ActorRef<TradesReply> replyTo)
      implements LedgerQuery {}

  /**
   * Cash movements, newest first.
   *
   * @param currency only movements in this currency
   */
  record GetCashEntries(
      AccountId account,
      Optional<Currency> currency,
      int limit,
      int offset,
      ActorRef<CashEntriesReply> replyTo)
      implements LedgerQuery {}

  /** The answer to {@link GetTrades}. */
  sealed interface TradesReply extends ClusterMessage {}

  /** A page of executions and how many match in all. */
  record Trades(List<Fill> fills, long total) implements TradesReply {}

  /** The answer to {@link GetCashEntries}. */
  sealed interface CashEntriesReply extends ClusterMessage {}

  /** A page of cash movements and how many there are in all. */
  record CashEntries(List<CashEntry> entries, long total) implements CashEntriesReply {}

  /** The table could not be read; this is not an empty answer. */
  record Unreadable(String reason) implements TradesReply, CashEntriesReply {}

  /**
   * One movement of cash.
   *
   * @param id unique within the account, for example {@code fill:SIM-F-12:commission}
   * @param kind deposit, purchase, sale, commission, conversion-out or conversion-in
   * @param reference the deposit, fill or intent behind it
   * @param balance the balance of the currency after the movement
   */
  record CashEntry(
      String id, String kind, Money amount, Money balance, String reference, Instant at) {}
}
