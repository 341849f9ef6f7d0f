package io.arduinotrader.universe;

import io.arduinotrader.persistence.readmodel.RateTable;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.universe.feed.PriceFeed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;

/** Fetches the exchange rates that were fixed since the last ones of the same source. */
final class RateFetch {

  private static final int YEARS_AT_FIRST = 10;

  private final PriceFeed feed;
  private final RateTable table;
  private final MarketHorizon horizon;
  private final Threads threads;

  RateFetch(PriceFeed feed, RateTable table, MarketHorizon horizon, Threads threads) {
    this.feed = feed;
    this.table = table;
    this.horizon = horizon;
    this.threads = threads;
  }

  /** Fails when the feed does not answer or nothing can be stored. */
  CompletionStage<Done> bringUpToDate() {
    return CompletableFuture.supplyAsync(this::firstDay, threads.tables())
        .thenApplyAsync(from -> feed.rates(from, horizon.today()), threads.feeds())
        .thenApplyAsync(this::store, threads.tables());
  }

  private LocalDate firstDay() {
    return table.newest(Currency.EUR, horizon.latest()).stream()
        .filter(rate -> rate.source().equals(feed.source()))
        .map(FxRate::at)
        .min(Comparator.naturalOrder())
        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
        .orElseGet(() -> horizon.today().minusYears(YEARS_AT_FIRST));
  }

  private Done store(List<FxRate> rates) {
    List<FxRate> fixed =
        rates.stream().filter(rate -> !rate.at().isAfter(horizon.latest())).toList();
    if (!fixed.isEmpty()) {
      table.record(fixed);
    }
    return Done.getInstance();
  }
}
