package io.arduinotrader.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares JSON values; numbers may differ by the sum of two tolerances. */
public final class JsonComparison {

  private JsonComparison() {}

  /** By how much numbers may differ: relative to the expected one, and absolutely. */
  public record Tolerance(double relative, double absolute) {

    boolean allows(double expected, double actual) {
      double distance = Math.abs(expected - actual);
      return distance <= absolute + relative * Math.abs(expected);
    }
  }

  /** Every place where the actual value differs from the expected one, empty when none does. */
  public static List<String> differences(JsonNode expected, JsonNode actual, Tolerance tolerance) {
    List<String> differences = new ArrayList<>();
    compare("", expected, actual, tolerance, differences);
    return differences;
  }

  private static void compare(
      String path, JsonNode expected, JsonNode actual, Tolerance tolerance, List<String> found) {
    if (expected.isNumber() && actual.isNumber()) {
      if (!tolerance.allows(expected.doubleValue(), actual.doubleValue())) {
        found.add(path + ": expected " + expected + " but was " + actual);
      }
    } else if (expected.isObject() && actual.isObject()) {
      Set<String> names = new TreeSet<>();
      addNames(expected, names);
      addNames(actual, names);
      for (String name : names) {
        compare(path + "/" + name, expected.path(name), actual.path(name), tolerance, found);
      }
    } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(path + "/" + i, expected.path(i), actual.path(i), tolerance, found);
      }
    } else if (!expected.equals(actual)) {
      found.add(path + ": expected " + expected + " but was " + actual);
    }
  }

  private static void addNames(JsonNode node, Set<String> names) {
    for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
  }
}
