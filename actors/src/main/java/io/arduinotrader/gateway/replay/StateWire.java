package io.arduinotrader.gateway.replay;

import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.replay.ReplayedOrder;
import io.arduinotrader.protocol.grpc.replay.ReplayedPosition;
import io.arduinotrader.protocol.grpc.replay.ReplayedReservation;
import io.arduinotrader.protocol.grpc.replay.ReplayedState;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.OrderView;

/** Accounts at a moment as they travel. */
final class StateWire {

  private StateWire() {}

  static ReplayedState of(io.arduinotrader.protocol.replay.ReplayedState state) {
    PortfolioView books = state.portfolio();
    ReplayedState.Builder wire =
        ReplayedState.newBuilder()
            .setPosition(state.position())
            .setSequenceNumber(books.events())
            .setHeadHash(books.headHash().hex())
            .setStateHash(state.stateHash().hex());
    state.at().ifPresent(at -> wire.setAt(TimestampWire.of(at)));
    books.positions().forEach(position -> wire.addPositions(position(position)));
    books
        .cash()
        .forEach(
            balance -> {
              wire.addCash(MoneyWire.of(balance));
              wire.addFreeCash(MoneyWire.of(books.free(balance.currency())));
            });
    books.reservations().forEach(reservation -> wire.addReservations(reservation(reservation)));
    state.openOrders().forEach(order -> wire.addOpenOrders(order(order)));
    return wire.build();
  }

  static ReplayedOrder order(OrderView view) {
    ReplayedOrder.Builder wire =
        ReplayedOrder.newBuilder()
            .setTradeId(view.intent().id().value())
            .setClientOrderId(view.clientOrderId().value())
            .setSide(SideWire.of(view.intent().side()))
            .setIsin(view.intent().isin().value())
            .setSymbol(view.intent().symbol().value())
            .setQuantity(view.intent().quantity().value().toPlainString())
            .setFilled(view.filled().value().toPlainString())
            .setPhase(view.phase().name())
            .setCause(view.intent().cause())
            .setRecordedAt(TimestampWire.of(view.recordedAt()))
            .setLastChanged(TimestampWire.of(view.lastChanged()));
    view.brokerOrderId().ifPresent(id -> wire.setOrderId(id.value()));
    view.averagePrice().ifPresent(price -> wire.setAveragePrice(MoneyWire.of(price)));
    view.refusal().ifPresent(no -> wire.setRefusal(no.code() + ": " + no.message()));
    return wire.build();
  }

  private static ReplayedPosition position(PortfolioView.Position position) {
    ReplayedPosition.Builder wire =
        ReplayedPosition.newBuilder()
            .setIsin(position.isin().value())
            .setSymbol(position.symbol().value())
            .setCurrency(position.currency().code())
            .setQuantity(position.quantity().value().toPlainString())
            .setCost(position.cost().toPlainString())
            .setBaseCost(position.baseCost().toPlainString())
            .setRealisedGross(position.realisedGross().toPlainString())
            .setFees(position.fees().toPlainString())
            .setFirstBought(TimestampWire.of(position.firstBought()))
            .setLastTraded(TimestampWire.of(position.lastTraded()));
    position.averagePrice().ifPresent(price -> wire.setAveragePrice(MoneyWire.of(price)));
    return wire.build();
  }

  private static ReplayedReservation reservation(PortfolioView.Reservation reservation) {
    return ReplayedReservation.newBuilder()
        .setTradeId(reservation.intent().value())
        .setSide(SideWire.of(reservation.side()))
        .setIsin(reservation.isin().value())
        .setQuantity(reservation.quantity().value().toPlainString())
        .addAllAmounts(reservation.amounts().stream().map(MoneyWire::of).toList())
        .build();
  }
}
