package io.arduinotrader.universe.feed;

import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.universe.domain.DailyBar;
import io.arduinotrader.universe.feed.CellReader.UnusableCellException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads rows with the closes of one day; a column of an unknown security is reported once. */
final class WidePriceRows implements CsvTable.RowReader {

  private static final long HEADER_LINE = 1;

  private final int dateColumn;
  private final List<String> header;
  private final Map<Integer, SecurityRecord> securities = new TreeMap<>();
  private final PriceFile.Collected collected;

  WidePriceRows(
      List<String> header, int dateColumn, SecurityBook book, PriceFile.Collected collected) {
    this.header = header;
    this.dateColumn = dateColumn;
    this.collected = collected;
    for (int column = 0; column < header.size(); column++) {
      if (column != dateColumn) {
        nameColumn(column, book.find(header.get(column)));
      }
    }
  }

  private void nameColumn(int column, SecurityBook.Found found) {
    switch (found) {
      case SecurityBook.Found.Security known -> securities.put(column, known.security());
      case SecurityBook.Found.Nothing nothing ->
          collected.unusable(HEADER_LINE, header.get(column), nothing.reason());
    }
  }

  @Override
  public void take(CsvTable.Row row) {
    LocalDate day;
    try {
      day = CellReader.day(row.cells().get(dateColumn));
    } catch (UnusableCellException e) {
      refuse(row.line(), String.valueOf(e.getMessage()));
      return;
    }
    securities.forEach((column, security) -> takeCell(row, column, day, security));
  }

  @Override
  public void refuse(long line, String reason) {
    collected.unusable(line, "", reason);
  }

  private void takeCell(CsvTable.Row row, int column, LocalDate day, SecurityRecord security) {
    String cell = row.cells().get(column);
    if (cell.isEmpty()) {
      return;
    }
    try {
      double close = CellReader.number("the close", cell);
      collected.bar(security, row.line(), new DailyBar(day, close, close, close, close, close, 0));
    } catch (UnusableCellException e) {
      collected.unusable(row.line(), header.get(column), String.valueOf(e.getMessage()));
    }
  }
}
