package io.arduinotrader.protocol.universe;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.apache.pekko.stream.SourceRef;
import org.apache.pekko.util.ByteString;

/** What the price feed's desk can be told. */
public sealed interface FeedCommand extends ClusterMessage {

  ServiceKey<FeedCommand> KEY = ServiceKey.create(FeedCommand.class, "feed");

  /**
   * Fetch prices of the given securities, of all active ones when none are given. One sync of a
   * kind at a time may work on a security.
   *
   * @param force fetch also what is fresh
   */
  record SyncPrices(List<Isin> isins, boolean force, ActorRef<SyncProgress> replyTo)
      implements FeedCommand {}

  /** Fetch company figures, likewise. */
  record SyncFundamentals(List<Isin> isins, boolean force, ActorRef<SyncProgress> replyTo)
      implements FeedCommand {}

  /**
   * Store the bars of a price file, all in one transaction.
   *
   * @param source stored with every bar: where the prices come from
   * @param content the bytes of the file, UTF-8 text, in pieces that may split a row
   */
  record ImportPrices(
      String fileName, String source, SourceRef<ByteString> content, ActorRef<ImportReply> replyTo)
      implements FeedCommand {}

  /** Add the securities of a file that the universe does not have. */
  record ImportSecurities(
      String fileName, SourceRef<ByteString> content, ActorRef<ImportReply> replyTo)
      implements FeedCommand {}

  /** Add the securities the feed offers and the universe does not have. */
  record AdoptSecurities(ActorRef<ImportReply> replyTo) implements FeedCommand {}

  /** Store an exchange rate. */
  record RecordRate(FxRate rate, ActorRef<RateReply> replyTo) implements FeedCommand {}

  /** Ask the feed what it knows about a security, by ISIN or symbol. */
  record LookUpSecurity(String identifier, ActorRef<LookUpReply> replyTo) implements FeedCommand {}

  /** What the desk tells itself; only the desk makes these. */
  non-sealed interface Internal extends FeedCommand {}

  /** How a sync goes. */
  sealed interface SyncProgress extends ClusterMessage {}

  /**
   * The sync did not start.
   *
   * @param code whether another one is running or a part of the house cannot be reached
   */
  record SyncRefused(RefusalCode code, String reason) implements SyncProgress {}

  /**
   * So many of so many are done; the first has nothing done.
   *
   * @param current the one just finished
   * @param error why that one failed, empty when it did not
   */
  record Synced(int synced, int failed, int total, Optional<Isin> current, String error)
      implements SyncProgress {}

  /**
   * The sync has ended; synced and failed add up to the total.
   *
   * @param error what failed last, empty when all went well
   */
  record SyncEnded(int synced, int failed, int total, String error) implements SyncProgress {}

  /** The outcome of storing a file or what the feed offers. */
  sealed interface ImportReply extends ClusterMessage {}

  /**
   * Prices are stored.
   *
   * @param unusable rows without bars and bars kept out by the rules for impossible prices
   */
  record PricesImported(ImportedBars bars, UnusableRows unusable) implements ImportReply {}

  /**
   * Securities are added.
   *
   * @param rows how many securities were offered
   * @param unchanged how many of them the universe had already
   */
  record SecuritiesImported(long rows, int added, int unchanged, UnusableRows unusable)
      implements ImportReply {}

  /** The file cannot be read as what it should be; nothing was stored. */
  record FileNotUnderstood(String reason) implements ImportReply {}

  /** Nothing was stored, or, of securities, not all. */
  record ImportFailed(String reason) implements ImportReply {}

  /** The outcome of {@link RecordRate}. */
  sealed interface RateReply extends ClusterMessage {}

  /** The rate is stored. */
  record RateRecorded(FxRate rate) implements RateReply {}

  /** The rate could not be stored. */
  record RateNotRecorded(String reason) implements RateReply {}

  /** The outcome of {@link LookUpSecurity}. */
  sealed interface LookUpReply extends ClusterMessage {}

  /** The feed knows it. */
  record SecurityFound(SecurityRecord security) implements LookUpReply {}

  /** The feed answered that it does not know it. */
  record SecurityNotFound(String identifier) implements LookUpReply {}

  /** The feed did not answer; this is not a no. */
  record LookUpFailed(String reason) implements LookUpReply {}
}
