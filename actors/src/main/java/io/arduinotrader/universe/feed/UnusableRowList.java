package io.arduinotrader.universe.feed;

import io.arduinotrader.protocol.universe.UnusableRow;
import io.arduinotrader.protocol.universe.UnusableRows;
import java.util.ArrayList;
import java.util.List;

/** Collects the rows of a file that cannot be used: counts all, keeps the first. */
final class UnusableRowList {

  private final List<UnusableRow> first = new ArrayList<>();
  private long count;

  void add(long line, String symbol, String reason) {
    count++;
    if (first.size() < UnusableRows.SHOWN) {
      first.add(new UnusableRow(line, symbol, reason));
    }
  }

  UnusableRows toRows() {
    return new UnusableRows(count, first);
  }
}
