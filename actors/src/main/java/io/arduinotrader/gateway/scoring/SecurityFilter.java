package io.arduinotrader.gateway.scoring;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.protocol.universe.SecurityRecord;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiPredicate;

/** Which securities a request wants by their attributes, case ignored. */
final class SecurityFilter {

  private static final Map<String, BiPredicate<SecurityRecord, String>> NAMES =
      Map.of(
          "country", (record, wanted) -> record.country().equalsIgnoreCase(wanted),
          "industry", (record, wanted) -> names(record.industry(), wanted),
          "exchange", (record, wanted) -> record.exchange().equalsIgnoreCase(wanted),
          "product_type", (record, wanted) -> record.productType().name().equalsIgnoreCase(wanted));

  private final Map<String, String> wanted;

  private SecurityFilter(Map<String, String> wanted) {
    this.wanted = wanted;
  }

  /** Reads the filters of a request; a name nobody knows is a violation. */
  static SecurityFilter read(Map<String, String> filters, FieldViolations violations) {
    filters
        .keySet()
        .forEach(
            name ->
                violations.require(
                    NAMES.containsKey(name),
                    "filters." + name,
                    "is not a filter; there are " + NAMES.keySet().stream().sorted().toList()));
    return new SecurityFilter(filters);
  }

  /** Whether everything passes. */
  boolean isEmpty() {
    return wanted.isEmpty();
  }

  /** Whether a security has all wanted attributes. */
  boolean passes(SecurityRecord record) {
    return wanted.entrySet().stream()
        .allMatch(entry -> passes(record, entry.getKey(), entry.getValue().strip()));
  }

  private static boolean passes(SecurityRecord record, String name, String value) {
    BiPredicate<SecurityRecord, String> rule = NAMES.get(name);
    return rule != null && rule.test(record, value);
  }

  /** The field of a security may hold several, separated by commas. */
  private static boolean names(String commaSeparated, String wanted) {
    return Arrays.stream(commaSeparated.split(",", -1))
        .map(String::strip)
        .anyMatch(wanted::equalsIgnoreCase);
  }
}
