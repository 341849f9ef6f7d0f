package io.arduinotrader.universe.feed;

import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UnusableRows;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.universe.domain.DailyBar;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bars of a price file. Two forms are told apart by the header:
 *
 * <ul>
 *   <li>long: {@code date}, {@code symbol} or {@code isin} or both, {@code open}, {@code high},
 *       {@code low}, {@code close}, {@code volume} and perhaps {@code adjusted_close}, in any
 *       order; one row per security and day;
 *   <li>wide: {@code date} first, then one column per security, named by symbol or ISIN; one row
 *       per day with the closes. An empty cell is a day without a bar. Open, high, low and adjusted
 *       close are the close; the volume is 0, which stands for unknown.
 * </ul>
 *
 * <p>Days are written {@code 2025-12-31}, numbers with a point.
 *
 * @param rows data rows, without the header
 * @param series by ISIN, each by day; bars of the same day in the order of the file
 * @param unusable what could not be used
 */
public record PriceFile(long rows, Map<Isin, Series> series, UnusableRows unusable) {

  /** The bars of a security. */
  public record Series(SecurityRecord security, List<Entry> entries) {

    /** Only the bars. */
    public List<DailyBar> bars() {
      return entries.stream().map(Entry::bar).toList();
    }
  }

  /** A bar and the line of the file it stands in. */
  public record Entry(long line, DailyBar bar) {}

  /**
   * Reads a file of either form.
   *
   * @param book the securities whose bars are wanted; rows of others are unusable
   * @throws FeedException when the header is that of neither form or the text cannot be read
   */
  public static PriceFile read(Reader text, SecurityBook book) {
    CsvTable table = CsvTable.open(text);
    List<String> header = table.canonicalHeader();
    if (!header.contains("date")) {
      throw new FeedException("the header row has no date column: " + table.header(), null);
    }
    Collected collected = new Collected();
    CsvTable.RowReader reader =
        header.contains("close")
            ? new LongPriceRows(header, book, collected)
            : new WidePriceRows(table.header(), header.indexOf("date"), book, collected);
    long rows = table.forEachRow(reader);
    return collected.toFile(rows);
  }

  /** What the rows add up to. */
  static final class Collected {

    private final Map<Isin, Series> series = new TreeMap<>();
    private final UnusableRowList unusable = new UnusableRowList();

    void bar(SecurityRecord security, long line, DailyBar bar) {
      series
          .computeIfAbsent(security.isin(), isin -> new Series(security, new ArrayList<>()))
          .entries
          .add(new Entry(line, bar));
    }

    void unusable(long line, String symbol, String reason) {
      unusable.add(line, symbol, reason);
    }

    private PriceFile toFile(long rows) {
      series
          .values()
          .forEach(one -> one.entries.sort(Comparator.comparing(entry -> entry.bar.day())));
      return new PriceFile(rows, series, unusable.toRows());
    }
  }
}
