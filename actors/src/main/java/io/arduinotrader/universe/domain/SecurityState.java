package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.PriceAnomaly;
import io.arduinotrader.protocol.universe.SecurityEvent;
import io.arduinotrader.protocol.universe.SecurityEvent.AnomalyRecorded;
import io.arduinotrader.protocol.universe.SecurityEvent.FundamentalsRecorded;
import io.arduinotrader.protocol.universe.SecurityEvent.ScoreRecorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known about a security beyond its master data and prices.
 *
 * @param anomalies the last noted anomalies, oldest first, at most {@link #REMEMBERED}
 */
public record SecurityState(
    Optional<Fundamentals> fundamentals,
    List<PriceAnomaly> anomalies,
    Optional<SecurityScore> latestScore) {

  /** How many anomalies are remembered. */
  public static final int REMEMBERED = 20;

  /** Nothing is known. */
  public static final SecurityState EMPTY =
      new SecurityState(Optional.empty(), List.of(), Optional.empty());

  /** Keeps a copy. */
  public SecurityState {
    anomalies = List.copyOf(anomalies);
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

  /** Note a score; nothing happens when it has the day and the inputs of the latest one. */
  public List<SecurityEvent> noteScore(SecurityScore score, Instant at) {
    boolean known =
        latestScore
            .filter(latest -> latest.asOf().equals(score.asOf()))
            .filter(latest -> latest.inputsHash().equals(score.inputsHash()))
            .isPresent();
    return known ? List.of() : List.of(new ScoreRecorded(score, at));
  }

  /** The state after an event. */
  public SecurityState apply(SecurityEvent event) {
    return switch (event) {
      case FundamentalsRecorded recorded ->
          new SecurityState(Optional.of(recorded.fundamentals()), anomalies, latestScore);
      case AnomalyRecorded recorded ->
          new SecurityState(fundamentals, remembering(recorded.anomaly()), latestScore);
      case ScoreRecorded recorded ->
          new SecurityState(fundamentals, anomalies, Optional.of(later(recorded.score())));
    };
  }

  private List<PriceAnomaly> remembering(PriceAnomaly anomaly) {
    List<PriceAnomaly> all = Stream.concat(anomalies.stream(), Stream.of(anomaly)).toList();
    return new ArrayList<>(all.subList(Math.max(0, all.size() - REMEMBERED), all.size()));
  }

  private SecurityScore later(SecurityScore score) {
    return latestScore.filter(latest -> latest.asOf().isAfter(score.asOf())).orElse(score);
  }
}
