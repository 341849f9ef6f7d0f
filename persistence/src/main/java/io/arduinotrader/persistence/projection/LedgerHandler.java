package io.arduinotrader.persistence.projection;

import io.arduinotrader.persistence.readmodel.CashTable;
import io.arduinotrader.persistence.readmodel.CashTable.Movement;
import io.arduinotrader.persistence.readmodel.TradeTable;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.persistence.typed.PersistenceId;

/** Writes executions and movements of cash. The account is named by the portfolio's stream. */
final class LedgerHandler extends ReadModelHandler<PortfolioEvent> {

  @Override
  void write(Connection connection, String persistenceId, long sequenceNumber, PortfolioEvent event)
      throws SQLException {
    AccountId account = new AccountId(PersistenceId.extractEntityId(persistenceId));
    switch (event) {
      case PortfolioEvent.DepositBooked deposit ->
          CashTable.append(
              connection, account, sequenceNumber, List.of(movement(deposit)), deposit.at());
      case PortfolioEvent.FillBooked booked -> {
        TradeTable.insert(connection, account, sequenceNumber, booked.fill());
        CashTable.append(
            connection,
            account,
            sequenceNumber,
            movements(booked.fill()),
            booked.fill().executedAt());
      }
      case PortfolioEvent.FundsReserved reserved -> {}
      case PortfolioEvent.SharesReserved reserved -> {}
      case PortfolioEvent.ReservationReleased released -> {}
      case PortfolioEvent.PositionsCorrected corrected -> {}
      case PortfolioEvent.PositionCorrected corrected -> {}
      case PortfolioEvent.CashCorrected corrected ->
          CashTable.append(
              connection, account, sequenceNumber, List.of(movement(corrected)), corrected.at());
      case PortfolioEvent.ValueMarked marked -> {}
    }
  }

  private static Movement movement(PortfolioEvent.DepositBooked deposit) {
    String id = deposit.id().value();
    return new Movement("deposit:" + id, "deposit", deposit.amount(), id);
  }

  private static Movement movement(PortfolioEvent.CashCorrected corrected) {
    String id = corrected.correctionId();
    return new Movement("correction:" + id, "correction", corrected.amount(), id);
  }

  /** What an execution moved: what the broker exchanged for it, its value, the commission. */
  private static List<Movement> movements(Fill fill) {
    List<Movement> movements = new ArrayList<>();
    if (fill.conversion().isPresent()) {
      Conversion conversion = fill.conversion().get();
      movements.add(movement(fill, "conversion-out", conversion.sold().negated()));
      movements.add(movement(fill, "conversion-in", conversion.bought()));
    }
    movements.add(
        fill.side() == Side.BUY
            ? movement(fill, "purchase", fill.value().negated())
            : movement(fill, "sale", fill.value()));
    if (fill.commission().signum() > 0) {
      movements.add(movement(fill, "commission", fill.commission().negated()));
    }
    return movements;
  }

  private static Movement movement(Fill fill, String kind, Money amount) {
    String id = fill.id().value();
    return new Movement("fill:" + id + ":" + kind, kind, amount, id);
  }
}
