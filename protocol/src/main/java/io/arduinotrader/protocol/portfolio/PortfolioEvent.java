package io.arduinotrader.protocol.portfolio;

import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What happened to a portfolio. */
public sealed interface PortfolioEvent {

  Instant at();

  /** Cash came in from outside. */
  record DepositBooked(DepositId id, Money amount, String note, Instant at)
      implements PortfolioEvent {}

  /**
   * Cash was set aside for a buy, in one or two currencies.
   *
   * @param quantity the shares to be bought with it
   */
  record FundsReserved(
      IntentId intent, Isin isin, Quantity quantity, List<Money> amounts, Instant at)
      implements PortfolioEvent {}

  /** Shares were set aside for a sale. */
  record SharesReserved(IntentId intent, Isin isin, Quantity quantity, Instant at)
      implements PortfolioEvent {}

  /** What was left of a reservation is free again; the intent can reserve nothing any more. */
  record ReservationReleased(IntentId intent, Instant at) implements PortfolioEvent {}

  /** An execution moved shares and cash. */
  record FillBooked(Fill fill, Instant at) implements PortfolioEvent {}

  /** An operator stated the positions; they differ from what the fills had made of them. */
  record PositionsCorrected(
      String correctionId, List<PortfolioRequest.Holding> holdings, String reason, Instant at)
      implements PortfolioEvent {}

  /**
   * A person approved a difference to the broker's books: this position is as the broker says.
   *
   * @param quantity the shares held from now on
   * @param basis what they cost on average; without it the average stays as it is
   * @param by who approved
   */
  record PositionCorrected(
      String correctionId,
      Isin isin,
      Symbol symbol,
      Quantity quantity,
      Optional<PortfolioRequest.Basis> basis,
      String reason,
      String by,
      Instant at)
      implements PortfolioEvent {}

  /**
   * A person approved a difference to the broker's books: this balance is as the broker says.
   *
   * @param amount what is added to the balance, negative when the broker has less
   * @param by who approved
   */
  record CashCorrected(String correctionId, Money amount, String reason, String by, Instant at)
      implements PortfolioEvent {}

  /**
   * The account's worth at the end of a day was noted.
   *
   * @param netFlow deposits less withdrawals since the last mark of an earlier day, in base
   *     currency
   */
  record ValueMarked(LocalDate day, Money total, Money cash, Money netFlow, Instant at)
      implements PortfolioEvent {}
}
