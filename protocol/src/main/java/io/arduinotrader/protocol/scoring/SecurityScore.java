package io.arduinotrader.protocol.scoring;

import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How good a security looks on a day, and why.
 *
 * @param asOf the day of the newest input
 * @param total weighted mean of the covered groups, 0 to 1
 * @param percentile rank within the securities scored together, 0 to 100
 * @param coverage the share of the group weights that had inputs, 0 to 1
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
    Digest inputsHash,
    Instant calculatedAt) {

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
        isin, symbol, asOf, total, grade, rank, coverage, groups, inputsHash, calculatedAt);
  }
}
