package io.arduinotrader.universe;

import io.arduinotrader.protocol.universe.FeedCommand.ImportReply;
import io.arduinotrader.protocol.universe.FeedCommand.SecuritiesImported;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.universe.UniverseCommand.Accepted;
import io.arduinotrader.protocol.universe.UniverseCommand.Refused;
import io.arduinotrader.protocol.universe.UnusableRow;
import io.arduinotrader.protocol.universe.UnusableRows;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Stages;
import io.arduinotrader.universe.feed.PriceFeed;
import io.arduinotrader.universe.feed.SecurityFile;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds securities that the universe does not have; those it has are never altered. */
final class SecurityImport {

  private final SecurityDirectory directory;
  private final Executor threads;

  SecurityImport(SecurityDirectory directory, Executor threads) {
    this.directory = directory;
    this.threads = threads;
  }

  /** What became of the securities so far. */
  private record Tally(int added, int unchanged, List<UnusableRow> refused) {

    private Tally with(SecurityFile.Entry entry, UniverseCommand.Reply reply) {
      return switch (reply) {
        case Accepted accepted ->
            accepted.changed()
                ? new Tally(added + 1, unchanged, refused)
                : new Tally(added, unchanged + 1, refused);
        case Refused no -> {
          List<UnusableRow> more = new ArrayList<>(refused);
          more.add(
              new UnusableRow(
                  entry.line(), entry.security().symbol().value(), no.refusal().message()));
          yield new Tally(added, unchanged, more);
        }
      };
    }
  }

  /**
   * Adds the securities of a file.
   *
   * @return fails with a {@link io.arduinotrader.universe.feed.FeedException} when the text is no
   *     file of securities, with another exception when the universe cannot be reached; what was
   *     added until then stays
   */
  CompletionStage<ImportReply> add(String text) {
    return CompletableFuture.supplyAsync(() -> SecurityFile.read(new StringReader(text)), threads)
        .thenCompose(this::add);
  }

  /** Adds the securities a feed offers; they stand in no line. */
  CompletionStage<ImportReply> add(PriceFeed feed) {
    return CompletableFuture.supplyAsync(() -> offered(feed.securities()), threads)
        .thenCompose(this::add);
  }

  private static SecurityFile offered(List<SecurityRecord> securities) {
    return new SecurityFile(
        securities.size(),
        securities.stream().map(security -> new SecurityFile.Entry(0, security)).toList(),
        UnusableRows.NONE);
  }

  private CompletionStage<ImportReply> add(SecurityFile file) {
    return directory.securities().thenCompose(known -> add(file, isins(known)));
  }

  private CompletionStage<ImportReply> add(SecurityFile file, Set<Isin> known) {
    List<SecurityFile.Entry> strangers =
        file.entries().stream().filter(entry -> !known.contains(entry.security().isin())).toList();
    CompletionStage<Tally> tally =
        Stages.done(new Tally(0, file.entries().size() - strangers.size(), List.of()));
    for (SecurityFile.Entry entry : strangers) {
      tally =
          tally.thenCompose(
              soFar ->
                  directory.add(entry.security()).thenApply(reply -> soFar.with(entry, reply)));
    }
    return tally.thenApply(total -> report(file, total));
  }

  private static ImportReply report(SecurityFile file, Tally tally) {
    List<UnusableRow> first =
        Stream.concat(file.unusable().first().stream(), tally.refused.stream())
            .sorted(Comparator.comparingLong(UnusableRow::line))
            .limit(UnusableRows.SHOWN)
            .toList();
    return new SecuritiesImported(
        file.rows(),
        tally.added,
        tally.unchanged,
        new UnusableRows(file.unusable().count() + tally.refused.size(), first));
  }

  private static Set<Isin> isins(List<SecurityRecord> securities) {
    return securities.stream().map(SecurityRecord::isin).collect(Collectors.toUnmodifiableSet());
  }
}
