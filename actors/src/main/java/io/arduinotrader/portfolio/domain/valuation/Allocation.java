package io.arduinotrader.portfolio.domain.valuation;

import io.arduinotrader.protocol.portfolio.AccountValue.Share;
import io.arduinotrader.protocol.vocab.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a sum is spread over labels. A value with several labels counts for each with an equal part;
 * one without a label is in the sum but under no label.
 *
 * @param amounts by label
 * @param total the sum of all values
 */
record Allocation(SortedMap<String, BigDecimal> amounts, Money total) {

  private static final int FRACTION_PLACES = 6;

  static Allocation nothing(Money total) {
    return new Allocation(Collections.emptySortedMap(), total);
  }

  /** Labels from a text that separates them by commas. */
  static List<String> labels(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(label -> !label.isEmpty())
        .toList();
  }

  Allocation with(List<String> labels, Money value) {
    if (labels.isEmpty()) {
      return this;
    }
    BigDecimal part =
        value.amount().divide(BigDecimal.valueOf(labels.size()), MathContext.DECIMAL128);
    SortedMap<String, BigDecimal> next = new TreeMap<>(amounts);
    labels.forEach(label -> next.merge(label, part, BigDecimal::add));
    return new Allocation(Collections.unmodifiableSortedMap(next), total);
  }

  /** Fractions of the total, largest first, to six places. */
  List<Share> shares() {
    return total.signum() == 0
        ? List.of()
        : amounts.entrySet().stream()
            .map(
                entry ->
                    new Share(
                        entry.getKey(),
                        entry
                            .getValue()
                            .divide(total.amount(), FRACTION_PLACES, RoundingMode.HALF_EVEN)))
            .sorted(
                (one, other) -> {
                  int bySize = other.fraction().compareTo(one.fraction());
                  return bySize != 0 ? bySize : one.label().compareTo(other.label());
                })
            .toList();
  }
}
