package io.arduinotrader.universe;

import io.arduinotrader.persistence.readmodel.PriceTable.DailyClose;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.MarketDataQuery.Bars;
import io.arduinotrader.protocol.universe.MarketDataQuery.BarsReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.Metrics;
import io.arduinotrader.protocol.universe.MarketDataQuery.MetricsReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.Quotes;
import io.arduinotrader.protocol.universe.MarketDataQuery.QuotesReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.RateHistory;
import io.arduinotrader.protocol.universe.MarketDataQuery.RateHistoryReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.RatePage;
import io.arduinotrader.protocol.universe.MarketDataQuery.RatesReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.Scores;
import io.arduinotrader.protocol.universe.MarketDataQuery.ScoresReply;
import io.arduinotrader.protocol.universe.MarketMetrics;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.universe.domain.SecurityMetrics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Reads the tables of prices, rates and scores, never anything later than the market's today. A
 * currency without a rate has none; nobody puts 1 in its place. Stages fail when a table cannot be
 * read or an entity does not answer.
 */
final class MarketReader {

  /** The figures of a year need the bar before it, which may be some holidays away. */
  private static final int METRICS_DAYS = SecurityMetrics.YEAR_DAYS + 31;

  private final MarketTables tables;
  private final MarketHorizon horizon;
  private final SecurityDirectory directory;
  private final Threads threads;
  private final Optional<Isin> index;

  MarketReader(
      MarketTables tables,
      MarketHorizon horizon,
      SecurityDirectory directory,
      Threads threads,
      Optional<Isin> index) {
    this.tables = tables;
    this.horizon = horizon;
    this.directory = directory;
    this.threads = threads;
    this.index = index;
  }

  /** Last closes, the closes before them, and the newest rates. */
  CompletionStage<QuotesReply> quotes(List<Isin> isins) {
    return directory
        .securities()
        .thenApplyAsync(securities -> quotes(isins, exchanges(securities)), threads.tables());
  }

  /** Bars between two days, both included. */
  CompletionStage<BarsReply> bars(List<Isin> isins, LocalDate from, LocalDate to) {
    LocalDate last = to.isAfter(horizon.today()) ? horizon.today() : to;
    return CompletableFuture.supplyAsync(
        () -> new Bars(tables.prices().bars(isins, from, last), newestRates(horizon.endOf(last))),
        threads.tables());
  }

  /** Past scores since a day. */
  CompletionStage<ScoresReply> scores(Isin isin, LocalDate since) {
    return CompletableFuture.supplyAsync(
        () -> new Scores(tables.scores().since(isin, since)), threads.tables());
  }

  /** A page of recorded rates. */
  CompletionStage<RatesReply> rates(MarketDataQuery.GetRates get) {
    return CompletableFuture.supplyAsync(
        () -> {
          var page = tables.rates().recorded(get.base(), get.quote(), get.limit(), get.offset());
          return new RatePage(page.rows(), page.total());
        },
        threads.tables());
  }

  /** The rates that held on some days, both ends included. */
  CompletionStage<RateHistoryReply> rateHistory(
      List<Currency> quotes, LocalDate from, LocalDate to) {
    LocalDate last = to.isAfter(horizon.today()) ? horizon.today() : to;
    return CompletableFuture.supplyAsync(
        () ->
            new RateHistory(
                tables
                    .rates()
                    .held(
                        Currency.EUR,
                        quotes,
                        from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        horizon.endOf(last))),
        threads.tables());
  }

  /** The figures of a security's market. */
  CompletionStage<MetricsReply> metrics(SecurityRecord security) {
    CompletionStage<Optional<Fundamentals>> figures =
        directory.view(security.isin()).thenApply(view -> view.fundamentals());
    return directory
        .securities()
        .thenApplyAsync(securities -> surroundings(security, securities), threads.tables())
        .thenCombine(figures, (around, known) -> new Metrics(around.metrics(security, known)));
  }

  private Quotes quotes(List<Isin> isins, Map<Isin, String> exchanges) {
    List<Quote> quotes = new ArrayList<>();
    List<Quote> previous = new ArrayList<>();
    for (List<DailyClose> closes : tables.prices().lastCloses(isins, horizon.today())) {
      quotes.add(quote(closes.getFirst(), exchanges));
      closes.stream().skip(1).map(close -> quote(close, exchanges)).forEach(previous::add);
    }
    return new Quotes(List.copyOf(quotes), List.copyOf(previous), newestRates(horizon.latest()));
  }

  private Quote quote(DailyClose close, Map<Isin, String> exchanges) {
    String exchange = exchanges.getOrDefault(close.isin(), "");
    return new Quote(
        close.isin(), close.close(), horizon.closeOf(exchange, close.day()), close.source());
  }

  private List<FxRate> newestRates(Instant notAfter) {
    return tables.rates().newest(Currency.EUR, notAfter);
  }

  /**
   * What a security's figures are computed from.
   *
   * @param own its bars, empty when it has none
   */
  private record Surroundings(Optional<BarColumns> own, SecurityMetrics formulas) {

    private MarketMetrics metrics(SecurityRecord security, Optional<Fundamentals> figures) {
      return formulas.of(security, own, figures);
    }
  }

  private Surroundings surroundings(SecurityRecord security, List<SecurityRecord> securities) {
    Set<Isin> members = members(securities);
    Set<Isin> wanted = new LinkedHashSet<>(members);
    wanted.add(security.isin());
    LocalDate today = horizon.today();
    List<BarColumns> bars = tables.prices().bars(wanted, today.minusDays(METRICS_DAYS), today);
    return new Surroundings(
        bars.stream().filter(columns -> columns.isin().equals(security.isin())).findFirst(),
        new SecurityMetrics(
            bars.stream().filter(columns -> members.contains(columns.isin())).toList()));
  }

  private Set<Isin> members(List<SecurityRecord> securities) {
    return index
        .map(Set::of)
        .orElseGet(
            () ->
                securities.stream()
                    .filter(SecurityRecord::active)
                    .map(SecurityRecord::isin)
                    .collect(Collectors.toUnmodifiableSet()));
  }

  private static Map<Isin, String> exchanges(List<SecurityRecord> securities) {
    return securities.stream()
        .collect(Collectors.toMap(SecurityRecord::isin, SecurityRecord::exchange));
  }
}
