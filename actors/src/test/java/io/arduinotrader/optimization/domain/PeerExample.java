package io.arduinotrader.optimization.domain;

import com.fasterxml.jackson.databind.JsonNode;
import io.arduinotrader.vectors.JsonComparison;
import io.arduinotrader.vectors.WorkedExample;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One example of the peer's.
 *
 * @param tolerance by which numbers may differ
 */
record PeerExample(
    String id,
    String method,
    JsonNode parameters,
    JsonNode expected,
    JsonComparison.Tolerance tolerance) {

  private static final Pattern RELATIVE = Pattern.compile("rtol:([^;]+)");
  private static final Pattern ABSOLUTE = Pattern.compile("atol:([^;]+)");

  static List<PeerExample> read(Path file) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser rows = CSVParser.parse(reader, format)) {
      return rows.stream().map(PeerExample::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static PeerExample of(CSVRecord row) {
    return new PeerExample(
        row.get("case"),
        row.get("method"),
        WorkedExample.json(row.get("parameters_json")),
        WorkedExample.json(row.get("expected_json")),
        new JsonComparison.Tolerance(tolerance(row, RELATIVE), tolerance(row, ABSOLUTE)));
  }

  private static double tolerance(CSVRecord row, Pattern kind) {
    Matcher found = kind.matcher(row.get("tolerance"));
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }
}
