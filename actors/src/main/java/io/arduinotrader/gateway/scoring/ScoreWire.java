package io.arduinotrader.gateway.scoring;

import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.scoring.HistoricalScore;
import io.arduinotrader.protocol.grpc.scoring.SecurityScore;
import io.arduinotrader.protocol.scoring.ScoreRow;

/** Scores as they travel. */
final class ScoreWire {

  private ScoreWire() {}

  static SecurityScore of(io.arduinotrader.protocol.scoring.SecurityScore score) {
    SecurityScore.Builder wire =
        SecurityScore.newBuilder()
            .setIsin(score.isin().value())
            .setSymbol(score.symbol().value())
            .setTotalScore(score.total())
            .setPercentile(score.percentile())
            .setGrade(score.grade())
            .setCalculatedAt(TimestampWire.of(score.calculatedAt()));
    score.groups().forEach(group -> wire.putComponentScores(group.name(), group.score()));
    return wire.build();
  }

  static HistoricalScore of(ScoreRow row) {
    return HistoricalScore.newBuilder()
        .setDate(TimestampWire.of(row.day()))
        .setScore(row.total())
        .setGrade(row.grade())
        .build();
  }
}
