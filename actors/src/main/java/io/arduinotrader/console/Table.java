package io.arduinotrader.console;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of text in columns: the first word of a header says whether its column is text or figures.
 */
final class Table {

  /** How a column is set. */
  enum Set {
    LEFT,
    RIGHT
  }

  private record Column(String title, Set set) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  Table text(String title) {
    columns.add(new Column(title, Set.LEFT));
    return this;
  }

  Table figure(String title) {
    columns.add(new Column(title, Set.RIGHT));
    return this;
  }

  void row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell.toString());
    }
    rows.add(row);
  }

  @Override
  public String toString() {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = columns.get(i).title().length();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder out = new StringBuilder();
    line(out, columns.stream().map(Column::title).toList(), widths);
    for (List<String> row : rows) {
      line(out, row, widths);
    }
    return out.toString();
  }

  private void line(StringBuilder out, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder("  ");
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - cells.get(i).length());
      line.append(i == 0 ? "" : "  ");
      if (columns.get(i).set() == Set.LEFT) {
        line.append(cells.get(i)).append(padding);
      } else {
        line.append(padding).append(cells.get(i));
      }
    }
    out.append(line.toString().stripTrailing()).append(System.lineSeparator());
  }
}
