package io.arduinotrader.protocol.universe;

import io.arduinotrader.protocol.scoring.SecurityScore;
import java.time.Instant;

/** What happened to a security. */
public sealed interface SecurityEvent {

  Instant at();

  /** Company figures became known. */
  record FundamentalsRecorded(Fundamentals fundamentals, Instant at) implements SecurityEvent {}

  /** A price was kept out. */
  record AnomalyRecorded(PriceAnomaly anomaly, Instant at) implements SecurityEvent {}

  /** A score was computed. */
  record ScoreRecorded(SecurityScore score, Instant at) implements SecurityEvent {}
}
