package io.arduinotrader.universe.feed;

import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UnusableRows;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.universe.domain.ProductTypes;
import io.arduinotrader.universe.feed.CellReader.UnusableCellException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The securities of a file with the columns {@code symbol, isin, name, currency, country, industry,
 * exchange, product_type, min_lot} in any order and perhaps {@code sector}; where that is missing
 * the industry stands for it. All of them may be bought and sold.
 *
 * @param rows data rows, without the header
 */
public record SecurityFile(long rows, List<Entry> entries, UnusableRows unusable) {

  private static final List<String> COLUMNS =
      List.of(
          "symbol",
          "isin",
          "name",
          "currency",
          "country",
          "industry",
          "exchange",
          "product_type",
          "min_lot");

  /** Prices in pence would be taken for pounds, a hundred times too high. */
  private static final Set<String> PENCE = Set.of("GBp", "GBX", "gbx");

  /** A security and the line of the file it stands in. */
  public record Entry(long line, SecurityRecord security) {}

  /** Only the securities, in the order of the file. */
  public List<SecurityRecord> securities() {
    return entries.stream().map(Entry::security).toList();
  }

  /**
   * Reads a file.
   *
   * @throws FeedException when a column is missing or the text cannot be read
   */
  public static SecurityFile read(Reader text) {
    CsvTable table = CsvTable.open(text);
    List<String> header = table.canonicalHeader();
    List<String> missing = COLUMNS.stream().filter(name -> !header.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new FeedException("the header row lacks " + String.join(", ", missing), null);
    }
    Rows reader = new Rows(header);
    long rows = table.forEachRow(reader);
    return new SecurityFile(rows, reader.entries, reader.unusable.toRows());
  }

  private static final class Rows implements CsvTable.RowReader {

    private final List<String> header;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Isin> known = new TreeSet<>();
    private final UnusableRowList unusable = new UnusableRowList();

    private Rows(List<String> header) {
      this.header = header;
    }

    @Override
    public void take(CsvTable.Row row) {
      try {
        SecurityRecord security = security(row);
        if (!known.add(security.isin())) {
          throw new UnusableCellException(security.isin() + " is in an earlier row already");
        }
        entries.add(new Entry(row.line(), security));
      } catch (UnusableCellException e) {
        unusable.add(row.line(), cell(row, "symbol"), String.valueOf(e.getMessage()));
      }
    }

    @Override
    public void refuse(long line, String reason) {
      unusable.add(line, "", reason);
    }

    private SecurityRecord security(CsvTable.Row row) throws UnusableCellException {
      String name = cell(row, "name");
      String industry = cell(row, "industry");
      return new SecurityRecord(
          required(Isin.parse(cell(row, "isin")), "not an ISIN", cell(row, "isin")),
          required(Symbol.parse(cell(row, "symbol")), "not a symbol", cell(row, "symbol")),
          name.isEmpty() ? cell(row, "symbol") : name,
          cell(row, "exchange"),
          currency(cell(row, "currency")),
          ProductTypes.of(cell(row, "product_type"), name),
          cell(row, "country"),
          header.contains("sector") ? cell(row, "sector") : industry,
          industry,
          lot(cell(row, "min_lot")),
          true,
          true,
          true,
          Optional.empty(),
          Optional.empty());
    }

    private static Currency currency(String cell) throws UnusableCellException {
      if (PENCE.contains(cell)) {
        throw new UnusableCellException("prices in pence are not understood, only in GBP");
      }
      return required(Currency.parse(cell), "not a currency", cell);
    }

    private static Quantity lot(String cell) throws UnusableCellException {
      long shares = CellReader.count("min_lot", cell);
      if (shares < 1) {
        throw new UnusableCellException("min_lot is at least 1: '" + cell + "'");
      }
      return Quantity.of(shares);
    }

    private static <T> T required(Optional<T> value, String complaint, String cell)
        throws UnusableCellException {
      return value.orElseThrow(() -> new UnusableCellException(complaint + ": '" + cell + "'"));
    }

    private String cell(CsvTable.Row row, String column) {
      return row.cells().get(header.indexOf(column));
    }
  }
}
