package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredMessages.parse;
import static io.arduinotrader.persistence.codec.form.StoredValues.decimal;
import static io.arduinotrader.persistence.codec.form.StoredValues.each;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.money;
import static io.arduinotrader.persistence.codec.form.StoredValues.quantity;
import static io.arduinotrader.persistence.codec.form.StoredValues.side;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.codec.SnapshotCodec;
import io.arduinotrader.persistence.journal.portfolio.PortfolioJournal;
import io.arduinotrader.protocol.portfolio.DayValues;
import io.arduinotrader.protocol.portfolio.PortfolioSnapshot;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.LocalDate;

/** Stores a portfolio's whole state. */
public final class PortfolioSnapshotCodec implements SnapshotCodec<PortfolioSnapshot> {

  @Override
  public String manifest() {
    return "portfolio.snapshot.v1";
  }

  @Override
  public byte[] encode(PortfolioSnapshot snapshot) {
    PortfolioJournal.Snapshot.Builder stored =
        PortfolioJournal.Snapshot.newBuilder()
            .addAllPositions(each(snapshot.positions(), PortfolioSnapshotCodec::storedPosition))
            .addAllCash(each(snapshot.cash(), StoredValues::stored))
            .addAllReservations(
                each(snapshot.reservations(), PortfolioSnapshotCodec::storedReservation))
            .addAllDeposits(each(snapshot.deposits(), PortfolioSnapshotCodec::storedDeposit))
            .addAllFills(each(snapshot.fills(), FillId::value))
            .addAllCorrections(snapshot.corrections())
            .addAllReleased(each(snapshot.released(), IntentId::value))
            .addAllDayValues(each(snapshot.dayValues(), PortfolioSnapshotCodec::storedDayValue))
            .setFlowSinceMark(stored(snapshot.flowSinceMark()));
    snapshot.lastChanged().ifPresent(at -> stored.setLastChanged(stored(at)));
    return stored.build().toByteArray();
  }

  @Override
  public PortfolioSnapshot decode(byte[] bytes) {
    return StoredMessages.read(manifest(), () -> restore(bytes));
  }

  private static PortfolioSnapshot restore(byte[] bytes) {
    var stored = parse(PortfolioJournal.Snapshot.parser(), bytes);
    return new PortfolioSnapshot(
        each(stored.getPositionsList(), PortfolioSnapshotCodec::position),
        each(stored.getCashList(), StoredValues::money),
        each(stored.getReservationsList(), PortfolioSnapshotCodec::reservation),
        each(stored.getDepositsList(), PortfolioSnapshotCodec::deposit),
        each(stored.getFillsList(), FillId::new),
        stored.getCorrectionsList().stream().toList(),
        each(stored.getReleasedList(), IntentId::new),
        each(stored.getDayValuesList(), PortfolioSnapshotCodec::dayValue),
        money(stored.getFlowSinceMark()),
        when(stored.hasLastChanged(), stored.getLastChanged(), StoredValues::instant));
  }

  private static PortfolioJournal.Position storedPosition(PortfolioView.Position position) {
    return PortfolioJournal.Position.newBuilder()
        .setIsin(position.isin().value())
        .setSymbol(position.symbol().value())
        .setCurrency(position.currency().code())
        .setQuantity(stored(position.quantity()))
        .setCost(stored(position.cost()))
        .setBaseCost(stored(position.baseCost()))
        .setRealisedGross(stored(position.realisedGross()))
        .setFees(stored(position.fees()))
        .setFirstBought(stored(position.firstBought()))
        .setLastTraded(stored(position.lastTraded()))
        .build();
  }

  private static PortfolioView.Position position(PortfolioJournal.Position stored) {
    return new PortfolioView.Position(
        new Isin(stored.getIsin()),
        new Symbol(stored.getSymbol()),
        new Currency(stored.getCurrency()),
        quantity(stored.getQuantity()),
        decimal(stored.getCost()),
        decimal(stored.getBaseCost()),
        decimal(stored.getRealisedGross()),
        decimal(stored.getFees()),
        instant(stored.getFirstBought()),
        instant(stored.getLastTraded()));
  }

  private static PortfolioJournal.Reservation storedReservation(
      PortfolioView.Reservation reservation) {
    return PortfolioJournal.Reservation.newBuilder()
        .setIntent(reservation.intent().value())
        .setSide(reservation.side().name())
        .setIsin(reservation.isin().value())
        .setQuantity(stored(reservation.quantity()))
        .addAllAmounts(each(reservation.amounts(), StoredValues::stored))
        .build();
  }

  private static PortfolioView.Reservation reservation(PortfolioJournal.Reservation stored) {
    return new PortfolioView.Reservation(
        new IntentId(stored.getIntent()),
        side(stored.getSide()),
        new Isin(stored.getIsin()),
        quantity(stored.getQuantity()),
        each(stored.getAmountsList(), StoredValues::money));
  }

  private static PortfolioJournal.BookedDeposit storedDeposit(
      PortfolioSnapshot.BookedDeposit deposit) {
    return PortfolioJournal.BookedDeposit.newBuilder()
        .setId(deposit.id().value())
        .setAmount(stored(deposit.amount()))
        .build();
  }

  private static PortfolioSnapshot.BookedDeposit deposit(PortfolioJournal.BookedDeposit stored) {
    return new PortfolioSnapshot.BookedDeposit(
        new DepositId(stored.getId()), money(stored.getAmount()));
  }

  private static PortfolioJournal.DayValue storedDayValue(DayValues.DayValue value) {
    return PortfolioJournal.DayValue.newBuilder()
        .setDay(value.day().toEpochDay())
        .setTotal(stored(value.total()))
        .setCash(stored(value.cash()))
        .setNetFlow(stored(value.netFlow()))
        .build();
  }

  private static DayValues.DayValue dayValue(PortfolioJournal.DayValue stored) {
    return new DayValues.DayValue(
        LocalDate.ofEpochDay(stored.getDay()),
        money(stored.getTotal()),
        money(stored.getCash()),
        money(stored.getNetFlow()));
  }
}
