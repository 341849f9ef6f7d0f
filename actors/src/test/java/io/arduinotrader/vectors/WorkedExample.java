package io.arduinotrader.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One example of a file: what a function gives for some inputs.
 *
 * @param id unique within the function; a suffix {@code !Dxx} names the correction that changes it
 */
public record WorkedExample(String function, String id, JsonNode inputs, JsonNode expected) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** The examples of a file with the columns function, case, inputs_json and expected_json. */
  public static List<WorkedExample> read(Path file) {
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser rows = CSVParser.parse(reader, FORMAT)) {
      List<WorkedExample> examples = new ArrayList<>();
      for (CSVRecord row : rows) {
        examples.add(
            new WorkedExample(
                row.get("function"),
                row.get("case"),
                json(row.get("inputs_json")),
                json(row.get("expected_json"))));
      }
      return examples;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The text as JSON. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + text, e);
    }
  }

  @Override
  public String toString() {
    return function + " " + id;
  }
}
