package io.arduinotrader.persistence.projection;

import io.arduinotrader.persistence.readmodel.PlanTable;
import io.arduinotrader.protocol.planning.PlanEvent;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes the list of all finished plans. */
final class PlanHandler extends ReadModelHandler<PlanEvent> {

  @Override
  void write(Connection connection, String persistenceId, long sequenceNumber, PlanEvent event)
      throws SQLException {
    switch (event) {
      case PlanEvent.PlanKept kept -> PlanTable.insert(connection, kept.plan());
      case PlanEvent.PlanMarked marked -> PlanTable.mark(connection, marked.id(), marked.status());
      case PlanEvent.PlanNumbered numbered -> {}
    }
  }
}
