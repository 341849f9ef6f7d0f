package io.arduinotrader.persistence.projection;

import io.arduinotrader.persistence.readmodel.ScoreTable;
import io.arduinotrader.protocol.universe.SecurityEvent;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes the history of scores. */
final class ScoreHandler extends ReadModelHandler<SecurityEvent> {

  @Override
  void write(Connection connection, String persistenceId, long sequenceNumber, SecurityEvent event)
      throws SQLException {
    switch (event) {
      case SecurityEvent.ScoreRecorded recorded ->
          ScoreTable.insert(connection, sequenceNumber, recorded.score());
      case SecurityEvent.FundamentalsRecorded recorded -> {}
      case SecurityEvent.AnomalyRecorded recorded -> {}
    }
  }
}
