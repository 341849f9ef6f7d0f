package io.arduinotrader.universe.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of comma separated values (RFC 4180) with a header row. Blank lines are passed over; a
 * byte order mark before the header is no part of it.
 */
final class CsvTable {

  private static final int BYTE_ORDER_MARK = '\uFEFF';

  /** Stray quotes spoil their own row, not the rows that follow. */
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .setTrailingData(true)
          .setLenientEof(true)
          .get();

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header;

  private CsvTable(CSVParser parser, Iterator<CSVRecord> records, List<String> header) {
    this.parser = parser;
    this.records = records;
    this.header = header;
  }

  /** A row with as many cells as the header has. */
  record Row(long line, List<String> cells) {}

  /** Takes the rows one after another. */
  interface RowReader {

    /** A row with the right number of cells. */
    void take(Row row);

    /** A row with too many or too few. */
    void refuse(long line, String reason);
  }

  /**
   * Reads the header.
   *
   * @throws FeedException when there is none or the text cannot be read
   */
  static CsvTable open(Reader text) {
    try {
      CSVParser parser = FORMAT.parse(withoutMark(text));
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw new FeedException("the file has no header row", null);
      }
      return new CsvTable(parser, records, records.next().toList());
    } catch (IOException | UncheckedIOException e) {
      throw new FeedException("the header row cannot be read", e);
    }
  }

  /** The names of the columns as written. */
  List<String> header() {
    return header;
  }

  /** The names of the columns in lower case with underscores for blanks. */
  List<String> canonicalHeader() {
    return header.stream().map(name -> name.toLowerCase(Locale.ROOT).replace(' ', '_')).toList();
  }

  /**
   * Reads the rows that are left.
   *
   * @return how many there were
   * @throws FeedException when the text cannot be read to its end
   */
  long forEachRow(RowReader reader) {
    long rows = 0;
    try {
      while (records.hasNext()) {
        List<String> cells = records.next().toList();
        rows++;
        if (cells.size() == header.size()) {
          reader.take(new Row(parser.getCurrentLineNumber(), cells));
        } else {
          reader.refuse(
              parser.getCurrentLineNumber(), cells.size() + " columns instead of " + header.size());
        }
      }
    } catch (UncheckedIOException e) {
      throw new FeedException("unreadable after line " + parser.getCurrentLineNumber(), e);
    }
    return rows;
  }

  private static Reader withoutMark(Reader text) throws IOException {
    BufferedReader buffered = new BufferedReader(text);
    buffered.mark(1);
    if (buffered.read() != BYTE_ORDER_MARK) {
      buffered.reset();
    }
    return buffered;
  }
}
