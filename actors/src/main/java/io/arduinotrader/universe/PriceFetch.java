package io.arduinotrader.universe;

import io.arduinotrader.persistence.readmodel.PriceTable;
import io.arduinotrader.persistence.readmodel.PriceTable.DayRange;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.PriceAnomaly;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.support.Stages;
import io.arduinotrader.universe.domain.DailyBar;
import io.arduinotrader.universe.domain.PriceRules;
import io.arduinotrader.universe.domain.PriceRules.Verdict;
import io.arduinotrader.universe.domain.StoredBars;
import io.arduinotrader.universe.feed.FeedException;
import io.arduinotrader.universe.feed.PriceFeed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;

/**
 * Fetches the bars of one security, judges them and stores what is new in one transaction. A fetch
 * overlaps the stored bars by some days; when the feed has restated those, everything is fetched
 * again from the first stored day on.
 */
final class PriceFetch {

  private static final int YEARS_AT_FIRST = 10;
  private static final int OVERLAP_DAYS = 10;

  /** How far before the fetched days the last believed close is looked for. */
  private static final int CONTEXT_DAYS = 30;

  private final PriceFeed feed;
  private final PriceTable table;
  private final MarketHorizon horizon;
  private final SecurityDirectory directory;
  private final Threads threads;

  PriceFetch(
      PriceFeed feed,
      PriceTable table,
      MarketHorizon horizon,
      SecurityDirectory directory,
      Threads threads) {
    this.feed = feed;
    this.table = table;
    this.horizon = horizon;
    this.directory = directory;
    this.threads = threads;
  }

  /**
   * Which days to fetch.
   *
   * @param isWhole whether nothing that is stored is older
   */
  private record Window(LocalDate from, LocalDate to, boolean isWhole) {}

  private record Fetched(List<DailyBar> bars, StoredBars stored) {}

  /**
   * Brings a security's bars up to the last session that has ended.
   *
   * @param force fetch also when that session's bar is stored
   * @return fails when the feed does not answer or has never had a bar, the newest bar is kept out,
   *     or nothing can be stored
   */
  CompletionStage<Done> bringUpToDate(SecurityRecord security, boolean force) {
    return CompletableFuture.supplyAsync(() -> table.range(security.isin()), threads.tables())
        .thenCompose(
            range ->
                !force && isFresh(security, range)
                    ? Stages.done(Done.getInstance())
                    : fetch(security, range, window(security, range)));
  }

  private boolean isFresh(SecurityRecord security, Optional<DayRange> range) {
    Optional<LocalDate> expected = horizon.lastSession(security.exchange());
    return expected.isPresent()
        && range.isPresent()
        && !range.get().last().isBefore(expected.get());
  }

  private Window window(SecurityRecord security, Optional<DayRange> range) {
    LocalDate to = horizon.lastSession(security.exchange()).orElseGet(horizon::today);
    return range
        .map(days -> new Window(earlier(days.last(), to).minusDays(OVERLAP_DAYS), to, false))
        .orElseGet(() -> new Window(to.minusYears(YEARS_AT_FIRST), to, true));
  }

  private CompletionStage<Done> fetch(
      SecurityRecord security, Optional<DayRange> range, Window window) {
    return CompletableFuture.supplyAsync(
            () -> feed.bars(security, window.from, window.to), threads.feeds())
        .thenApplyAsync(bars -> new Fetched(bars, stored(security, window)), threads.tables())
        .thenCompose(
            fetched -> {
              if (fetched.bars.isEmpty() && range.isEmpty()) {
                throw new FeedException("the source has no prices", null);
              }
              return !window.isWhole && fetched.stored.areRestatedBy(fetched.bars)
                  ? fetch(security, range, whole(range, window))
                  : store(security, fetched);
            });
  }

  private StoredBars stored(SecurityRecord security, Window window) {
    List<BarColumns> columns =
        table.bars(List.of(security.isin()), window.from.minusDays(CONTEXT_DAYS), window.to);
    return new StoredBars(columns.stream().findFirst());
  }

  private static Window whole(Optional<DayRange> range, Window window) {
    LocalDate from = window.to.minusYears(YEARS_AT_FIRST);
    return new Window(range.map(days -> earlier(days.first(), from)).orElse(from), window.to, true);
  }

  private CompletionStage<Done> store(SecurityRecord security, Fetched fetched) {
    if (fetched.bars.isEmpty()) {
      return Stages.done(Done.getInstance());
    }
    Verdict verdict =
        PriceRules.STANDARD.judge(
            fetched.bars,
            fetched.stored.closeBefore(fetched.bars.getFirst().day()),
            horizon.today());
    List<DailyBar> news = fetched.stored.newsIn(verdict.kept());
    return CompletableFuture.runAsync(
            () -> {
              if (!news.isEmpty()) {
                table.upsertBars(
                    List.of(DailyBar.columns(security.isin(), security.currency(), news)),
                    feed.source(),
                    horizon.clock().now());
              }
            },
            threads.tables())
        .thenCompose(stored -> directory.note(security.isin(), verdict.anomalies()))
        .thenApply(noted -> unlessLastWasRejected(fetched.bars, verdict));
  }

  /** A security whose newest bar was kept out has no price of its last session. */
  private static Done unlessLastWasRejected(List<DailyBar> bars, Verdict verdict) {
    int last = bars.size() - 1;
    verdict.rejections().stream()
        .filter(rejection -> rejection.index() == last)
        .findFirst()
        .ifPresent(
            rejection -> {
              PriceAnomaly anomaly = rejection.anomaly();
              throw new FeedException(
                  "the bar of " + anomaly.day() + " is kept out, " + anomaly.rule(), null);
            });
    return Done.getInstance();
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
