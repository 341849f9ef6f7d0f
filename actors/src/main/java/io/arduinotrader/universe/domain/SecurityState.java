package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.PriceAnomaly;
import io.arduinotrader.protocol.universe.SecurityEvent;
import io.arduinotrader.protocol.universe.SecurityEvent.AnomalyRecorded;
import io.arduinotrader.protocol.universe.SecurityEvent.FundamentalsRecorded;
import io.arduinotrader.protocol.universe.SecurityEvent.ScoreRecorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known about a security beyond its master data and prices.
 *
 * @param anomalies the last noted anomalies, oldest first, at most {@link #REMEMBERED}
 * @param earlierScores other scores of the day of the latest one, oldest first, likewise; an input
 *     that changes and changes back finds its score among them
 */
public record SecurityState(
    Optional<Fundamentals> fundamentals,
    List<PriceAnomaly> anomalies,
    Optional<SecurityScore> latestScore,
    List<SecurityScore> earlierScores) {

  /** How many anomalies, and scores of a day, are remembered. */
  public static final int REMEMBERED = 20;

  /** Nothing is known. */
  public static final SecurityState EMPTY =
      new SecurityState(Optional.empty(), List.of(), Optional.empty(), List.of());

  /** Keeps copies. */
  public SecurityState {
    anomalies = List.copyOf(anomalies);
    earlierScores = List.copyOf(earlierScores);
  }

  /** Note company figures; nothing happens when they are the known ones. */
  public List<SecurityEvent> noteFundamentals(Fundamentals figures, Instant at) {
    return fundamentals.filter(figures::equals).isPresent()
        ? List.of()
        : List.of(new FundamentalsRecorded(figures, at));
  }

  /**
   * Note prices that cannot be true, those that are remembered already left out. Of a long list
   * only the last are noted: more could not be remembered, and a file with many defects would be
   * noted again with every sync.
   */
  public List<SecurityEvent> noteAnomalies(List<PriceAnomaly> found, Instant at) {
    return found.stream()
        .distinct()
        .skip(Math.max(0, found.stream().distinct().count() - REMEMBERED))
        .filter(anomaly -> !anomalies.contains(anomaly))
        .<SecurityEvent>map(anomaly -> new AnomalyRecorded(anomaly, at))
        .toList();
  }

  /**
   * Note a score; nothing happens when it has the day and the inputs of the latest one. When an
   * earlier one has them, that one is the latest again, as it was.
   */
  public List<SecurityEvent> noteScore(SecurityScore score, Instant at) {
    if (latestScore.filter(latest -> isOfTheSame(latest, score)).isPresent()) {
      return List.of();
    }
    SecurityScore told =
        earlierScores.stream()
            .filter(earlier -> isOfTheSame(earlier, score))
            .findFirst()
            .orElse(score);
    return List.of(new ScoreRecorded(told, at));
  }

  private static boolean isOfTheSame(SecurityScore one, SecurityScore other) {
    return one.asOf().equals(other.asOf()) && one.inputsHash().equals(other.inputsHash());
  }

  /** The state after an event. */
  public SecurityState apply(SecurityEvent event) {
    return switch (event) {
      case FundamentalsRecorded recorded ->
          new SecurityState(
              Optional.of(recorded.fundamentals()), anomalies, latestScore, earlierScores);
      case AnomalyRecorded recorded ->
          new SecurityState(
              fundamentals, remembering(recorded.anomaly()), latestScore, earlierScores);
      case ScoreRecorded recorded -> scored(recorded.score());
    };
  }

  private List<PriceAnomaly> remembering(PriceAnomaly anomaly) {
    return newest(Stream.concat(anomalies.stream(), Stream.of(anomaly)).toList());
  }

  private SecurityState scored(SecurityScore score) {
    if (latestScore.filter(latest -> latest.asOf().isAfter(score.asOf())).isPresent()) {
      return this;
    }
    List<SecurityScore> ofTheDay =
        Stream.concat(earlierScores.stream(), latestScore.stream())
            .filter(earlier -> earlier.asOf().equals(score.asOf()))
            .filter(earlier -> !isOfTheSame(earlier, score))
            .toList();
    return new SecurityState(fundamentals, anomalies, Optional.of(score), newest(ofTheDay));
  }

  private static <T> List<T> newest(List<T> all) {
    return all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
  }
}
