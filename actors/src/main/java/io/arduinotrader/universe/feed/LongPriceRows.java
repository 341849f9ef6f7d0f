package io.arduinotrader.universe.feed;

import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.universe.domain.DailyBar;
import io.arduinotrader.universe.feed.CellReader.UnusableCellException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads rows with the prices of one security on one day. */
final class LongPriceRows implements CsvTable.RowReader {

  private final List<String> header;
  private final SecurityBook book;
  private final PriceFile.Collected collected;

  /**
   * Checks that the columns are there.
   *
   * @throws FeedException with the missing ones otherwise
   */
  LongPriceRows(List<String> header, SecurityBook book, PriceFile.Collected collected) {
    this.header = header;
    this.book = book;
    this.collected = collected;
    List<String> missing =
        Stream.of("open", "high", "low", "close", "volume")
            .filter(name -> !header.contains(name))
            .toList();
    if (!missing.isEmpty()) {
      throw new FeedException("the header row lacks " + String.join(", ", missing), null);
    }
    if (!header.contains("symbol") && !header.contains("isin")) {
      throw new FeedException("the header row has neither symbol nor isin", null);
    }
  }

  @Override
  public void take(CsvTable.Row row) {
    String named = cell(row, "symbol").or(() -> cell(row, "isin")).orElse("");
    try {
      collected.bar(security(row), row.line(), bar(row));
    } catch (UnusableCellException e) {
      collected.unusable(row.line(), named, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void refuse(long line, String reason) {
    collected.unusable(line, "", reason);
  }

  private SecurityRecord security(CsvTable.Row row) throws UnusableCellException {
    Optional<String> isin = cell(row, "isin");
    Optional<String> symbol = cell(row, "symbol");
    SecurityRecord security = find(isin.or(() -> symbol).orElse(""));
    if (isin.isPresent() && symbol.isPresent() && !find(symbol.get()).equals(security)) {
      throw new UnusableCellException(
          "the symbol is not that of " + isin.get() + ": '" + symbol.get() + "'");
    }
    return security;
  }

  private SecurityRecord find(String name) throws UnusableCellException {
    return switch (book.find(name)) {
      case SecurityBook.Found.Security found -> found.security();
      case SecurityBook.Found.Nothing nothing -> throw new UnusableCellException(nothing.reason());
    };
  }

  private DailyBar bar(CsvTable.Row row) throws UnusableCellException {
    double close = number(row, "close");
    return new DailyBar(
        CellReader.day(cell(row, "date").orElse("")),
        number(row, "open"),
        number(row, "high"),
        number(row, "low"),
        close,
        cell(row, "adjusted_close").isPresent() ? number(row, "adjusted_close") : close,
        CellReader.count("volume", cell(row, "volume").orElse("")));
  }

  private double number(CsvTable.Row row, String column) throws UnusableCellException {
    return CellReader.number(column, cell(row, column).orElse(""));
  }

  private Optional<String> cell(CsvTable.Row row, String column) {
    int index = header.indexOf(column);
    return index < 0
        ? Optional.empty()
        : Optional.of(row.cells().get(index)).filter(text -> !text.isEmpty());
  }
}
