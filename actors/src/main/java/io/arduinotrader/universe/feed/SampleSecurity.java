package io.arduinotrader.universe.feed;

import io.arduinotrader.protocol.universe.SecurityRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A security that does not exist, and how its price behaves.
 *
 * <p>The table of all of them is {@code sample-securities.csv}. Their ISINs begin with QZ, one of
 * the codes that ISO 3166-1 leaves to its users for ever: no country has it and no numbering agency
 * gives out ISINs under it, so none of these can be taken for a real one. Check digits are right.
 *
 * @param firstPrice around which the price begins, in the trade currency
 * @param marketBeta how much it follows the common factor
 * @param ownVolatility yearly standard deviation of what it does alone
 * @param drift yearly logarithmic growth with dividends
 * @param dividendYield what one dividend a year takes from the price, as a fraction
 * @param sharesMillions shares issued, in millions
 */
record SampleSecurity(
    SecurityRecord security,
    double firstPrice,
    double marketBeta,
    double ownVolatility,
    double drift,
    double dividendYield,
    double sharesMillions) {

  private static final String TABLE = "sample-securities.csv";

  /** Every security of the invented market, in the order of the table. */
  static List<SampleSecurity> all() {
    String text = text();
    CsvTable table = CsvTable.open(new StringReader(text));
    Behaviours behaviours = new Behaviours(table.canonicalHeader());
    table.forEachRow(behaviours);
    return behaviours.of(SecurityFile.read(new StringReader(text)).securities());
  }

  /** The economic region whose moves it shares. */
  String region() {
    return switch (security.currency().code()) {
      case "USD" -> "america";
      case "HKD" -> "asia";
      default -> "europe";
    };
  }

  private static String text() {
    try (InputStream stream = SampleSecurity.class.getResourceAsStream(TABLE)) {
      if (stream == null) {
        throw new FeedException(TABLE + " is missing", null);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new FeedException("cannot read " + TABLE, e);
    }
  }

  private static final class Behaviours implements CsvTable.RowReader {

    private final List<CsvTable.Row> rows = new ArrayList<>();
    private final List<String> header;

    private Behaviours(List<String> header) {
      this.header = header;
    }

    @Override
    public void take(CsvTable.Row row) {
      rows.add(row);
    }

    @Override
    public void refuse(long line, String reason) {
      throw new FeedException(TABLE + " line " + line + ": " + reason, null);
    }

    private List<SampleSecurity> of(List<SecurityRecord> securities) {
      if (securities.size() != rows.size()) {
        throw new FeedException(TABLE + " has unusable securities", null);
      }
      List<SampleSecurity> samples = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        CsvTable.Row row = rows.get(i);
        samples.add(
            new SampleSecurity(
                securities.get(i),
                number(row, "first_price"),
                number(row, "market_beta"),
                number(row, "own_volatility"),
                number(row, "drift"),
                number(row, "dividend_yield"),
                number(row, "shares_millions")));
      }
      return samples;
    }

    private double number(CsvTable.Row row, String column) {
      return Double.parseDouble(row.cells().get(header.indexOf(column)));
    }
  }
}
