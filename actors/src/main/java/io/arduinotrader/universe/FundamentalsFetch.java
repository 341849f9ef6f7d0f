package io.arduinotrader.universe;

import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Stages;
import io.arduinotrader.universe.domain.FigureRules;
import io.arduinotrader.universe.feed.FeedException;
import io.arduinotrader.universe.feed.PriceFeed;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.pekko.Done;

/**
 * Fetches the company figures of one security and has the security note them. Figures change once a
 * quarter, so a security that was asked for today is fresh; after a restart everything is asked for
 * once more, and figures that are known already change nothing.
 */
final class FundamentalsFetch {

  private final PriceFeed feed;
  private final MarketHorizon horizon;
  private final SecurityDirectory directory;
  private final Executor threads;
  private final Map<Isin, LocalDate> fetchedOn = new ConcurrentHashMap<>();

  FundamentalsFetch(
      PriceFeed feed, MarketHorizon horizon, SecurityDirectory directory, Executor threads) {
    this.feed = feed;
    this.horizon = horizon;
    this.directory = directory;
    this.threads = threads;
  }

  /**
   * Brings a security's company figures up to date.
   *
   * @param force fetch also when that was done today
   * @return fails when the feed does not answer or has none, or they cannot be noted
   */
  CompletionStage<Done> bringUpToDate(SecurityRecord security, boolean force) {
    LocalDate today = horizon.today();
    if (!force && today.equals(fetchedOn.get(security.isin()))) {
      return Stages.done(Done.getInstance());
    }
    return CompletableFuture.supplyAsync(() -> feed.fundamentals(security.isin(), today), threads)
        .thenCompose(
            figures ->
                note(
                    security.isin(),
                    FigureRules.check(
                        figures.orElseThrow(
                            () -> new FeedException("the source has no company figures", null)))))
        .thenApply(
            noted -> {
              fetchedOn.put(security.isin(), today);
              return noted;
            });
  }

  private CompletionStage<Done> note(Isin isin, FigureRules.Checked checked) {
    return directory
        .note(isin, checked.anomalies())
        .thenCompose(noted -> directory.note(isin, checked.usable()));
  }
}
