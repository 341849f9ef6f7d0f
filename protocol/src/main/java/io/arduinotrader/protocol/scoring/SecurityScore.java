package io.arduinotrader.protocol.scoring;

import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How good a security looks on a day, and why.
 *
 * @param asOf the day of the newest input
 * @param total weighted mean of the covered groups, 0 to 1
 * @param percentile rank within the securities scored together, 0 to 100
 * @param coverage the share of the group weights that had inputs, 0 to 1
 * @param metrics what was measured on the way; what could not be is not in it
 * @param companyAsOf the day the company figures describe, empty when none are known
 * @param inputsHash names exactly the inputs and settings the score was computed from
 */
public record SecurityScore(
    Isin isin,
    Symbol symbol,
    LocalDate asOf,
    double total,
    String grade,
    double percentile,
    double coverage,
    List<Group> groups,
    Map<SecurityMetric, Double> metrics,
    Optional<LocalDate> companyAsOf,
    Digest inputsHash,
    Instant calculatedAt) {

  /** Copies list and map. */
  public SecurityScore {
    groups = List.copyOf(groups);
    Map<SecurityMetric, Double> ordered = new EnumMap<>(SecurityMetric.class);
    ordered.putAll(metrics);
    metrics = Collections.unmodifiableMap(ordered);
  }

  /** A measured figure, empty when it could not be measured. */
  public OptionalDouble metric(SecurityMetric metric) {
    Double measured = metrics.get(metric);
    return measured == null ? OptionalDouble.empty() : OptionalDouble.of(measured);
  }

  /**
   * One group of the total.
   *
   * @param score 0 to 1
   * @param weight its share in the total after weights of uncovered groups were redistributed
   * @param coverage the share of its parts that had inputs, 0 to 1
   */
  public record Group(
      String name, double score, double weight, double coverage, List<Part> parts) {}

  /**
   * One part of a group.
   *
   * @param raw the measured figure, in the unit its name says
   * @param score 0 to 1
   * @param weight its share in the group
   */
  public record Part(String name, double raw, double score, double weight) {}

  /** The same score with its rank among others. */
  public SecurityScore withPercentile(double rank) {
    return new SecurityScore(
        isin,
        symbol,
        asOf,
        total,
        grade,
        rank,
        coverage,
        groups,
        metrics,
        companyAsOf,
        inputsHash,
        calculatedAt);
  }
}
