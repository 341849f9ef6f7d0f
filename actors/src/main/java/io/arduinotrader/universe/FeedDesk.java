package io.arduinotrader.universe;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.FeedCommand.FileNotUnderstood;
import io.arduinotrader.protocol.universe.FeedCommand.ImportFailed;
import io.arduinotrader.protocol.universe.FeedCommand.ImportReply;
import io.arduinotrader.protocol.universe.FeedCommand.LookUpFailed;
import io.arduinotrader.protocol.universe.FeedCommand.LookUpReply;
import io.arduinotrader.protocol.universe.FeedCommand.LookUpSecurity;
import io.arduinotrader.protocol.universe.FeedCommand.RateNotRecorded;
import io.arduinotrader.protocol.universe.FeedCommand.RateRecorded;
import io.arduinotrader.protocol.universe.FeedCommand.RateReply;
import io.arduinotrader.protocol.universe.FeedCommand.RecordRate;
import io.arduinotrader.protocol.universe.FeedCommand.SecurityFound;
import io.arduinotrader.protocol.universe.FeedCommand.SecurityNotFound;
import io.arduinotrader.protocol.universe.FeedCommand.SyncProgress;
import io.arduinotrader.protocol.universe.FeedCommand.SyncRefused;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.universe.feed.FeedException;
import io.arduinotrader.universe.feed.PriceFeed;
import io.arduinotrader.universe.feed.SecurityBook;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.SourceRef;
import org.apache.pekko.util.ByteString;

/**
 * Brings market data into the house: from the feed when it is told to sync, and from files. A
 * security is in one sync of a kind at a time; a sync that would touch one of another is refused.
 */
public final class FeedDesk {

  /** The largest file that is taken; a longer one is not read to its end. */
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final ActorContext<FeedCommand> context;
  private final PriceFeed feed;
  private final MarketTables tables;
  private final Threads threads;
  private final SecurityDirectory directory;
  private final PriceFetch prices;
  private final FundamentalsFetch fundamentals;
  private final RateFetch rates;
  private final PriceImport priceImport;
  private final SecurityImport securityImport;
  private final Map<Long, Running> running = new HashMap<>();
  private long runs;

  private FeedDesk(
      ActorContext<FeedCommand> context,
      PriceFeed feed,
      MarketTables tables,
      MarketHorizon horizon,
      Rooms rooms,
      Threads threads,
      Duration budget) {
    this.context = context;
    this.feed = feed;
    this.tables = tables;
    this.threads = threads;
    this.directory = new SecurityDirectory(rooms, budget);
    this.prices = new PriceFetch(feed, tables.prices(), horizon, directory, threads);
    this.fundamentals = new FundamentalsFetch(feed, horizon, directory, threads.feeds());
    this.rates = new RateFetch(feed, tables.rates(), horizon, threads);
    this.priceImport = new PriceImport(tables.prices(), horizon, directory, threads);
    this.securityImport = new SecurityImport(directory, threads.feeds());
  }

  /** What can be synced. */
  private enum Kind {
    PRICES,
    FUNDAMENTALS
  }

  private sealed interface Self extends FeedCommand.Internal {}

  private record Wish(
      Kind kind, List<Isin> isins, boolean force, ActorRef<SyncProgress> listener) {}

  private record UniverseKnown(Wish wish, List<SecurityRecord> securities) implements Self {}

  private record UniverseUnknown(Wish wish, String reason) implements Self {}

  private record RunEnded(long run) implements Self {}

  /** The securities a sync works on. */
  private record Running(Kind kind, Set<Isin> isins) {}

  /**
   * The desk of a feed, registered under {@link FeedCommand#KEY}.
   *
   * @param threads where the feed and the tables may block
   * @param budget how long an entity may take to answer
   */
  public static Behavior<FeedCommand> create(
      PriceFeed feed,
      MarketTables tables,
      MarketHorizon horizon,
      Rooms rooms,
      Threads threads,
      Duration budget) {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(FeedCommand.KEY, context.getSelf()));
          FeedDesk desk = new FeedDesk(context, feed, tables, horizon, rooms, threads, budget);
          return Behaviors.receiveMessage(
              command -> {
                desk.onCommand(command);
                return Behaviors.same();
              });
        });
  }

  private void onCommand(FeedCommand command) {
    switch (command) {
      case FeedCommand.SyncPrices sync ->
          prepare(new Wish(Kind.PRICES, sync.isins(), sync.force(), sync.replyTo()));
      case FeedCommand.SyncFundamentals sync ->
          prepare(new Wish(Kind.FUNDAMENTALS, sync.isins(), sync.force(), sync.replyTo()));
      case FeedCommand.ImportPrices file ->
          imported(
              text(file.content()).thenCompose(text -> priceImport.store(text, file.source())),
              file.fileName(),
              file.replyTo());
      case FeedCommand.ImportSecurities file ->
          imported(
              text(file.content()).thenCompose(securityImport::add),
              file.fileName(),
              file.replyTo());
      case FeedCommand.AdoptSecurities adopt ->
          imported(securityImport.add(feed), feed.source(), adopt.replyTo());
      case RecordRate record -> record(record);
      case LookUpSecurity lookUp -> lookUp(lookUp);
      case FeedCommand.Internal internal -> onSelf((Self) internal);
    }
  }

  private void onSelf(Self self) {
    switch (self) {
      case UniverseKnown known -> start(known.wish, known.securities);
      case UniverseUnknown unknown ->
          unknown.wish.listener.tell(new SyncRefused(RefusalCode.UNAVAILABLE, unknown.reason));
      case RunEnded ended -> running.remove(ended.run);
    }
  }

  private void prepare(Wish wish) {
    context.pipeToSelf(
        directory.securities(),
        (securities, failure) ->
            failure == null
                ? new UniverseKnown(wish, securities)
                : new UniverseUnknown(
                    wish, "the universe does not answer: " + Stages.reason(failure)));
  }

  private void start(Wish wish, List<SecurityRecord> securities) {
    Map<Isin, SecurityRecord> known =
        securities.stream().collect(Collectors.toMap(SecurityRecord::isin, Function.identity()));
    List<Isin> wanted =
        wish.isins.isEmpty()
            ? securities.stream().filter(SecurityRecord::active).map(SecurityRecord::isin).toList()
            : wish.isins.stream().distinct().toList();
    if (isTaken(wish.kind, wanted)) {
      wish.listener.tell(
          new SyncRefused(
              RefusalCode.ALREADY_RUNNING, "another sync works on some of these securities"));
      return;
    }
    runs++;
    running.put(runs, new Running(wish.kind, Set.copyOf(wanted)));
    RunEnded ended = new RunEnded(runs);
    SyncRun.Order order = order(wish, wanted, known, () -> context.getSelf().tell(ended));
    // a run that fails frees its securities too
    context.watchWith(context.spawnAnonymous(SyncRun.create(order, wish.listener)), ended);
  }

  private boolean isTaken(Kind kind, List<Isin> wanted) {
    return running.values().stream()
        .filter(other -> other.kind == kind)
        .anyMatch(other -> !Collections.disjoint(other.isins, wanted));
  }

  private SyncRun.Order order(
      Wish wish, List<Isin> wanted, Map<Isin, SecurityRecord> known, Runnable release) {
    return switch (wish.kind) {
      case PRICES ->
          new SyncRun.Order(
              wanted,
              known,
              security -> prices.bringUpToDate(security, wish.force),
              done -> rates.bringUpToDate(),
              release);
      case FUNDAMENTALS ->
          new SyncRun.Order(
              wanted,
              known,
              security -> fundamentals.bringUpToDate(security, wish.force),
              Stages::done,
              release);
    };
  }

  private CompletionStage<String> text(SourceRef<ByteString> content) {
    return content
        .getSource()
        .limitWeighted(MOST_BYTES, piece -> (long) piece.size())
        .runFold(
            ByteString.emptyByteString(),
            ByteString::concat,
            Materializer.matFromSystem(context.getSystem()))
        .thenApply(ByteString::utf8String);
  }

  private static void imported(
      CompletionStage<ImportReply> outcome, String name, ActorRef<ImportReply> replyTo) {
    outcome
        .exceptionally(
            failure ->
                cause(failure) instanceof FeedException notUnderstood
                    ? new FileNotUnderstood(name + ": " + Stages.reason(notUnderstood))
                    : new ImportFailed(name + ": " + Stages.reason(failure)))
        .thenAccept(replyTo::tell);
  }

  private void record(RecordRate record) {
    CompletionStage<Void> stored =
        CompletableFuture.runAsync(
            () -> tables.rates().record(List.of(record.rate())), threads.tables());
    stored
        .<RateReply>thenApply(done -> new RateRecorded(record.rate()))
        .exceptionally(failure -> new RateNotRecorded(Stages.reason(failure)))
        .thenAccept(record.replyTo()::tell);
  }

  private void lookUp(LookUpSecurity lookUp) {
    CompletionStage<SecurityBook.Found> answer =
        CompletableFuture.supplyAsync(
            () -> new SecurityBook(feed.securities()).find(lookUp.identifier()), threads.feeds());
    answer
        .<LookUpReply>thenApply(
            found ->
                switch (found) {
                  case SecurityBook.Found.Security known -> new SecurityFound(known.security());
                  case SecurityBook.Found.Nothing nothing ->
                      new SecurityNotFound(lookUp.identifier());
                })
        .exceptionally(failure -> new LookUpFailed(Stages.reason(failure)))
        .thenAccept(lookUp.replyTo()::tell);
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? cause(failure.getCause())
        : failure;
  }
}
