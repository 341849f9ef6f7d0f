package io.arduinotrader.protocol.portfolio;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What changes a portfolio. Each request carries an id or a key that makes a repeat harmless. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
  @JsonSubTypes.Type(PortfolioRequest.BookDeposit.class),
  @JsonSubTypes.Type(PortfolioRequest.Reserve.class),
  @JsonSubTypes.Type(PortfolioRequest.Release.class),
  @JsonSubTypes.Type(PortfolioRequest.BookFill.class),
  @JsonSubTypes.Type(PortfolioRequest.CorrectPositions.class),
  @JsonSubTypes.Type(PortfolioRequest.CorrectPosition.class),
  @JsonSubTypes.Type(PortfolioRequest.CorrectCash.class),
  @JsonSubTypes.Type(PortfolioRequest.MarkValue.class)
})
public sealed interface PortfolioRequest {

  /** Adds cash that came in from outside. */
  record BookDeposit(DepositId id, Money amount, String note) implements PortfolioRequest {}

  /**
   * Sets aside what an order may need: cash for a buy, shares for a sell. A buy takes free cash of
   * the trade currency first and covers the rest from the base currency with a margin for the
   * exchange.
   *
   * @param worstCost for a buy the value at the worst price plus commission in the trade currency,
   *     for a sell zero
   * @param rate base currency to trade currency now
   */
  record Reserve(
      IntentId intent,
      Side side,
      Isin isin,
      Symbol symbol,
      Quantity quantity,
      Money worstCost,
      FxRate rate)
      implements PortfolioRequest {}

  /** Gives back what is left of a reservation, because the order has ended. */
  record Release(IntentId intent) implements PortfolioRequest {}

  /** Moves shares and cash as an execution says. */
  record BookFill(Fill fill) implements PortfolioRequest {}

  /**
   * Replaces the positions by the given ones on an operator's word; cash stays. Positions that are
   * not listed are closed.
   */
  record CorrectPositions(String correctionId, List<Holding> holdings, String reason)
      implements PortfolioRequest {}

  /**
   * Makes one position what the broker says, with the approval of a person.
   *
   * @param expected the shares in our books the approval is about; with others it is void
   * @param basis what the shares cost on average; without it the average stays as it is
   */
  record CorrectPosition(
      String correctionId,
      Isin isin,
      Symbol symbol,
      Quantity expected,
      Quantity quantity,
      Optional<Basis> basis,
      String reason,
      String by)
      implements PortfolioRequest {}

  /**
   * Makes one balance what the broker says, with the approval of a person.
   *
   * @param expected the balance in our books the approval is about; with another it is void
   */
  record CorrectCash(String correctionId, Money expected, Money balance, String reason, String by)
      implements PortfolioRequest {}

  /**
   * What shares cost.
   *
   * @param rate base currency to the currency of the price
   */
  record Basis(Price averagePrice, FxRate rate) {}

  /**
   * Notes what the account was worth at the end of a day; the last mark of a day counts.
   *
   * @param netFlow deposits less withdrawals since the last mark of an earlier day that are within
   *     the total; what was booked after the account was valued waits for the next mark
   */
  record MarkValue(LocalDate day, Money total, Money cash, Money netFlow)
      implements PortfolioRequest {}

  /** A position as an operator states it. */
  record Holding(Isin isin, Symbol symbol, Quantity quantity, Price averagePrice, FxRate rate) {}
}
