package io.arduinotrader.universe.feed;

import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.universe.domain.DailyBar;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Market data from files: one with the securities (see {@link SecurityFile}) and any number with
 * prices (see {@link PriceFile}). Where several price files have bars of a security, those of the
 * file named last count. Files are read when they are first needed and again when they have
 * changed. There are no company figures and no exchange rates in them.
 */
public final class CsvFeed implements PriceFeed {

  private static final Logger LOG = LoggerFactory.getLogger(CsvFeed.class);

  private final Path securityFile;
  private final List<Path> priceFiles;
  private final String source;
  private @Nullable Contents contents;

  /**
   * A feed over files that need not exist yet.
   *
   * @param securityFile the securities
   * @param priceFiles their prices
   * @param source the label of everything the feed says
   */
  public CsvFeed(Path securityFile, List<Path> priceFiles, String source) {
    this.securityFile = securityFile;
    this.priceFiles = List.copyOf(priceFiles);
    this.source = source;
  }

  private record Contents(
      Map<Path, FileTime> versions,
      List<SecurityRecord> securities,
      Map<Isin, List<DailyBar>> bars) {}

  @Override
  public String source() {
    return source;
  }

  @Override
  public List<SecurityRecord> securities() {
    return current().securities();
  }

  @Override
  public List<DailyBar> bars(SecurityRecord security, LocalDate from, LocalDate to) {
    return current().bars().getOrDefault(security.isin(), List.of()).stream()
        .filter(bar -> !bar.day().isBefore(from) && !bar.day().isAfter(to))
        .toList();
  }

  @Override
  public Optional<Fundamentals> fundamentals(Isin isin, LocalDate asOf) {
    return Optional.empty();
  }

  @Override
  public List<FxRate> rates(LocalDate from, LocalDate to) {
    return List.of();
  }

  private synchronized Contents current() {
    try {
      Map<Path, FileTime> versions = versions();
      Contents known = contents;
      if (known != null && known.versions.equals(versions)) {
        return known;
      }
      Contents read = read(versions);
      contents = read;
      return read;
    } catch (IOException e) {
      throw new FeedException("cannot read " + e.getMessage(), e);
    }
  }

  private Map<Path, FileTime> versions() throws IOException {
    Map<Path, FileTime> versions = new HashMap<>();
    versions.put(securityFile, Files.getLastModifiedTime(securityFile));
    for (Path file : priceFiles) {
      versions.put(file, Files.getLastModifiedTime(file));
    }
    return versions;
  }

  private Contents read(Map<Path, FileTime> versions) throws IOException {
    SecurityFile securities;
    try (Reader text = Files.newBufferedReader(securityFile)) {
      securities = SecurityFile.read(text);
    }
    securities
        .unusable()
        .first()
        .forEach(row -> LOG.warn("{} line {}: {}", securityFile, row.line(), row.reason()));
    SecurityBook book = new SecurityBook(securities.securities());
    Map<Isin, List<DailyBar>> bars = new HashMap<>();
    for (Path file : priceFiles) {
      try (Reader text = Files.newBufferedReader(file)) {
        PriceFile prices = PriceFile.read(text, book);
        prices.series().forEach((isin, series) -> bars.put(isin, series.bars()));
        prices
            .unusable()
            .first()
            .forEach(
                row -> LOG.warn("{} line {} {}: {}", file, row.line(), row.symbol(), row.reason()));
      }
    }
    return new Contents(versions, new ArrayList<>(securities.securities()), bars);
  }
}
