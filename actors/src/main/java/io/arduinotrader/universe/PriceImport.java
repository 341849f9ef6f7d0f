package io.arduinotrader.universe;

import io.arduinotrader.persistence.readmodel.PriceTable;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.FeedCommand.ImportReply;
import io.arduinotrader.protocol.universe.FeedCommand.PricesImported;
import io.arduinotrader.protocol.universe.ImportedBars;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UnusableRow;
import io.arduinotrader.protocol.universe.UnusableRows;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Stages;
import io.arduinotrader.universe.domain.DailyBar;
import io.arduinotrader.universe.domain.PriceRules;
import io.arduinotrader.universe.domain.PriceRules.Verdict;
import io.arduinotrader.universe.domain.StoredBars;
import io.arduinotrader.universe.feed.PriceFile;
import io.arduinotrader.universe.feed.SecurityBook;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Stores the believable bars of a price file, all in one transaction. */
final class PriceImport {

  private static final int CONTEXT_DAYS = 30;

  private final PriceTable table;
  private final MarketHorizon horizon;
  private final SecurityDirectory directory;
  private final Threads threads;

  PriceImport(
      PriceTable table, MarketHorizon horizon, SecurityDirectory directory, Threads threads) {
    this.table = table;
    this.horizon = horizon;
    this.directory = directory;
    this.threads = threads;
  }

  private record Judged(PriceFile.Series series, Verdict verdict, List<DailyBar> news) {}

  /**
   * Stores the bars of a file.
   *
   * @param text the file
   * @param source stored with every bar
   * @return fails with a {@link io.arduinotrader.universe.feed.FeedException} when the text is no
   *     price file, with another exception when nothing could be stored
   */
  CompletionStage<ImportReply> store(String text, String source) {
    return directory
        .securities()
        .thenApplyAsync(
            securities -> PriceFile.read(new StringReader(text), new SecurityBook(securities)),
            threads.feeds())
        .thenCompose(file -> store(file, source));
  }

  private CompletionStage<ImportReply> store(PriceFile file, String source) {
    return CompletableFuture.supplyAsync(() -> judgeAndStore(file, source), threads.tables())
        .thenCompose(
            judged ->
                Stages.all(
                        judged.stream()
                            .map(one -> directory.note(isin(one), one.verdict.anomalies()))
                            .toList())
                    .thenApply(noted -> report(file, judged)));
  }

  private List<Judged> judgeAndStore(PriceFile file, String source) {
    List<Judged> judged = file.series().values().stream().map(this::judge).toList();
    List<BarColumns> news =
        judged.stream()
            .filter(one -> !one.news.isEmpty())
            .map(one -> columns(one.series.security(), one.news))
            .toList();
    if (!news.isEmpty()) {
      table.upsertBars(news, source, horizon.clock().now());
    }
    return judged;
  }

  private Judged judge(PriceFile.Series series) {
    List<DailyBar> bars = series.bars();
    LocalDate first = bars.getFirst().day();
    StoredBars stored =
        new StoredBars(
            table
                .bars(
                    List.of(series.security().isin()),
                    first.minusDays(CONTEXT_DAYS),
                    bars.getLast().day())
                .stream()
                .findFirst());
    Verdict verdict = PriceRules.STANDARD.judge(bars, stored.closeBefore(first), horizon.today());
    return new Judged(series, verdict, stored.newsIn(verdict.kept()));
  }

  private static ImportReply report(PriceFile file, List<Judged> judged) {
    List<LocalDate> days =
        judged.stream().flatMap(one -> one.verdict.kept().stream()).map(DailyBar::day).toList();
    return new PricesImported(
        new ImportedBars(
            file.rows(),
            judged.stream().mapToInt(one -> one.news.size()).sum(),
            (int) judged.stream().filter(one -> !one.verdict.kept().isEmpty()).count(),
            days.stream().min(Comparator.naturalOrder()),
            days.stream().max(Comparator.naturalOrder())),
        unusable(file, judged));
  }

  /**
   * The rows that could not be read and those whose bars cannot be true, as they stand in the file.
   */
  private static UnusableRows unusable(PriceFile file, List<Judged> judged) {
    List<UnusableRow> rejected = judged.stream().flatMap(PriceImport::rejected).toList();
    List<UnusableRow> all =
        Stream.concat(file.unusable().first().stream(), rejected.stream())
            .sorted(Comparator.comparingLong(UnusableRow::line))
            .limit(UnusableRows.SHOWN)
            .toList();
    return new UnusableRows(file.unusable().count() + rejected.size(), all);
  }

  private static Stream<UnusableRow> rejected(Judged judged) {
    return judged.verdict.rejections().stream()
        .map(
            rejection ->
                new UnusableRow(
                    judged.series.entries().get(rejection.index()).line(),
                    judged.series.security().symbol().value(),
                    rejection.anomaly().rule() + ": " + rejection.anomaly().detail()));
  }

  private static Isin isin(Judged judged) {
    return judged.series.security().isin();
  }

  private static BarColumns columns(SecurityRecord security, List<DailyBar> bars) {
    return DailyBar.columns(security.isin(), security.currency(), bars);
  }
}
