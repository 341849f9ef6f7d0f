package io.arduinotrader.gateway.universe;

import io.arduinotrader.protocol.universe.SecurityRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds securities by a part of their symbol, name or ISIN, case ignored. */
final class SecuritySearch {

  private SecuritySearch() {}

  /** The securities that match: the one with exactly this symbol first, then by symbol. */
  static List<SecurityRecord> hits(List<SecurityRecord> records, String query) {
    String wanted = folded(query.strip());
    return records.stream()
        .filter(
            record ->
                folded(record.symbol().value()).contains(wanted)
                    || folded(record.name()).contains(wanted)
                    || folded(record.isin().value()).contains(wanted))
        .sorted(
            Comparator.<SecurityRecord, Boolean>comparing(
                    record -> !folded(record.symbol().value()).equals(wanted))
                .thenComparing(SecurityRecord::symbol))
        .toList();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
