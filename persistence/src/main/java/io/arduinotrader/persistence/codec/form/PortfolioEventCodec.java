package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredMessages.parseEvent;
import static io.arduinotrader.persistence.codec.form.StoredValues.each;
import static io.arduinotrader.persistence.codec.form.StoredValues.fill;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.money;
import static io.arduinotrader.persistence.codec.form.StoredValues.price;
import static io.arduinotrader.persistence.codec.form.StoredValues.quantity;
import static io.arduinotrader.persistence.codec.form.StoredValues.rate;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.journal.portfolio.PortfolioJournal;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.LocalDate;

/** Stores what happens to a portfolio. */
public final class PortfolioEventCodec extends ProtobufEventCodec<PortfolioEvent> {

  private static final String DEPOSIT_BOOKED = "portfolio.deposit-booked.v1";
  private static final String FUNDS_RESERVED = "portfolio.funds-reserved.v1";
  private static final String SHARES_RESERVED = "portfolio.shares-reserved.v1";
  private static final String RESERVATION_RELEASED = "portfolio.reservation-released.v1";
  private static final String FILL_BOOKED = "portfolio.fill-booked.v1";
  private static final String POSITIONS_CORRECTED = "portfolio.positions-corrected.v1";
  private static final String POSITION_CORRECTED = "portfolio.position-corrected.v1";
  private static final String CASH_CORRECTED = "portfolio.cash-corrected.v1";
  private static final String VALUE_MARKED = "portfolio.value-marked.v1";

  @Override
  public String family() {
    return "portfolio";
  }

  @Override
  Stored store(PortfolioEvent event) {
    return switch (event) {
      case PortfolioEvent.DepositBooked booked ->
          new Stored(
              DEPOSIT_BOOKED,
              PortfolioJournal.DepositBooked.newBuilder()
                  .setId(booked.id().value())
                  .setAmount(stored(booked.amount()))
                  .setNote(booked.note())
                  .setAt(stored(booked.at()))
                  .build());
      case PortfolioEvent.FundsReserved reserved ->
          new Stored(
              FUNDS_RESERVED,
              PortfolioJournal.FundsReserved.newBuilder()
                  .setIntent(reserved.intent().value())
                  .setIsin(reserved.isin().value())
                  .setQuantity(stored(reserved.quantity()))
                  .addAllAmounts(each(reserved.amounts(), StoredValues::stored))
                  .setAt(stored(reserved.at()))
                  .build());
      case PortfolioEvent.SharesReserved reserved ->
          new Stored(
              SHARES_RESERVED,
              PortfolioJournal.SharesReserved.newBuilder()
                  .setIntent(reserved.intent().value())
                  .setIsin(reserved.isin().value())
                  .setQuantity(stored(reserved.quantity()))
                  .setAt(stored(reserved.at()))
                  .build());
      case PortfolioEvent.ReservationReleased released ->
          new Stored(
              RESERVATION_RELEASED,
              PortfolioJournal.ReservationReleased.newBuilder()
                  .setIntent(released.intent().value())
                  .setAt(stored(released.at()))
                  .build());
      case PortfolioEvent.FillBooked booked ->
          new Stored(
              FILL_BOOKED,
              PortfolioJournal.FillBooked.newBuilder()
                  .setFill(stored(booked.fill()))
                  .setAt(stored(booked.at()))
                  .build());
      case PortfolioEvent.PositionsCorrected corrected ->
          new Stored(
              POSITIONS_CORRECTED,
              PortfolioJournal.PositionsCorrected.newBuilder()
                  .setCorrectionId(corrected.correctionId())
                  .addAllHoldings(each(corrected.holdings(), PortfolioEventCodec::storedHolding))
                  .setReason(corrected.reason())
                  .setAt(stored(corrected.at()))
                  .build());
      case PortfolioEvent.PositionCorrected corrected -> {
        PortfolioJournal.PositionCorrected.Builder stored =
            PortfolioJournal.PositionCorrected.newBuilder()
                .setCorrectionId(corrected.correctionId())
                .setIsin(corrected.isin().value())
                .setSymbol(corrected.symbol().value())
                .setQuantity(stored(corrected.quantity()))
                .setReason(corrected.reason())
                .setBy(corrected.by())
                .setAt(stored(corrected.at()));
        corrected
            .basis()
            .ifPresent(
                basis ->
                    stored
                        .setAveragePrice(stored(basis.averagePrice()))
                        .setRate(stored(basis.rate())));
        yield new Stored(POSITION_CORRECTED, stored.build());
      }
      case PortfolioEvent.CashCorrected corrected ->
          new Stored(
              CASH_CORRECTED,
              PortfolioJournal.CashCorrected.newBuilder()
                  .setCorrectionId(corrected.correctionId())
                  .setAmount(stored(corrected.amount()))
                  .setReason(corrected.reason())
                  .setBy(corrected.by())
                  .setAt(stored(corrected.at()))
                  .build());
      case PortfolioEvent.ValueMarked marked ->
          new Stored(
              VALUE_MARKED,
              PortfolioJournal.ValueMarked.newBuilder()
                  .setDay(marked.day().toEpochDay())
                  .setTotal(stored(marked.total()))
                  .setCash(stored(marked.cash()))
                  .setNetFlow(stored(marked.netFlow()))
                  .setAt(stored(marked.at()))
                  .build());
    };
  }

  @Override
  PortfolioEvent restore(String manifest, byte[] bytes) {
    return switch (manifest) {
      case DEPOSIT_BOOKED -> {
        var stored = parseEvent(PortfolioJournal.DepositBooked.parser(), bytes);
        yield new PortfolioEvent.DepositBooked(
            new DepositId(stored.getId()),
            money(stored.getAmount()),
            stored.getNote(),
            instant(stored.getAt()));
      }
      case FUNDS_RESERVED -> {
        var stored = parseEvent(PortfolioJournal.FundsReserved.parser(), bytes);
        yield new PortfolioEvent.FundsReserved(
            new IntentId(stored.getIntent()),
            new Isin(stored.getIsin()),
            quantity(stored.getQuantity()),
            each(stored.getAmountsList(), StoredValues::money),
            instant(stored.getAt()));
      }
      case SHARES_RESERVED -> {
        var stored = parseEvent(PortfolioJournal.SharesReserved.parser(), bytes);
        yield new PortfolioEvent.SharesReserved(
            new IntentId(stored.getIntent()),
            new Isin(stored.getIsin()),
            quantity(stored.getQuantity()),
            instant(stored.getAt()));
      }
      case RESERVATION_RELEASED -> {
        var stored = parseEvent(PortfolioJournal.ReservationReleased.parser(), bytes);
        yield new PortfolioEvent.ReservationReleased(
            new IntentId(stored.getIntent()), instant(stored.getAt()));
      }
      case FILL_BOOKED -> {
        var stored = parseEvent(PortfolioJournal.FillBooked.parser(), bytes);
        yield new PortfolioEvent.FillBooked(fill(stored.getFill()), instant(stored.getAt()));
      }
      case POSITIONS_CORRECTED -> {
        var stored = parseEvent(PortfolioJournal.PositionsCorrected.parser(), bytes);
        yield new PortfolioEvent.PositionsCorrected(
            stored.getCorrectionId(),
            each(stored.getHoldingsList(), PortfolioEventCodec::holding),
            stored.getReason(),
            instant(stored.getAt()));
      }
      case POSITION_CORRECTED -> {
        var stored = parseEvent(PortfolioJournal.PositionCorrected.parser(), bytes);
        yield new PortfolioEvent.PositionCorrected(
            stored.getCorrectionId(),
            new Isin(stored.getIsin()),
            new Symbol(stored.getSymbol()),
            quantity(stored.getQuantity()),
            when(
                stored.hasAveragePrice(),
                stored,
                known ->
                    new PortfolioRequest.Basis(
                        price(known.getAveragePrice()), rate(known.getRate()))),
            stored.getReason(),
            stored.getBy(),
            instant(stored.getAt()));
      }
      case CASH_CORRECTED -> {
        var stored = parseEvent(PortfolioJournal.CashCorrected.parser(), bytes);
        yield new PortfolioEvent.CashCorrected(
            stored.getCorrectionId(),
            money(stored.getAmount()),
            stored.getReason(),
            stored.getBy(),
            instant(stored.getAt()));
      }
      case VALUE_MARKED -> {
        var stored = parseEvent(PortfolioJournal.ValueMarked.parser(), bytes);
        yield new PortfolioEvent.ValueMarked(
            LocalDate.ofEpochDay(stored.getDay()),
            money(stored.getTotal()),
            money(stored.getCash()),
            money(stored.getNetFlow()),
            instant(stored.getAt()));
      }
      default -> throw unknown(manifest);
    };
  }

  private static PortfolioJournal.Holding storedHolding(PortfolioRequest.Holding holding) {
    return PortfolioJournal.Holding.newBuilder()
        .setIsin(holding.isin().value())
        .setSymbol(holding.symbol().value())
        .setQuantity(stored(holding.quantity()))
        .setAveragePrice(stored(holding.averagePrice()))
        .setRate(stored(holding.rate()))
        .build();
  }

  private static PortfolioRequest.Holding holding(PortfolioJournal.Holding stored) {
    return new PortfolioRequest.Holding(
        new Isin(stored.getIsin()),
        new Symbol(stored.getSymbol()),
        quantity(stored.getQuantity()),
        price(stored.getAveragePrice()),
        rate(stored.getRate()));
  }
}
