package io.arduinotrader.protocol.portfolio;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What the account was worth day by day, and the portfolio at the same moment.
 *
 * @param portfolio the portfolio after the events the values follow from
 * @param values marked days, oldest first, in base currency
 * @param flowSinceMark deposits less withdrawals since the last mark, in base currency
 */
public record DayValues(PortfolioView portfolio, List<DayValue> values, Money flowSinceMark)
    implements ClusterMessage {

  /**
   * One marked day.
   *
   * @param total positions and cash
   * @param cash the cash within the total
   * @param netFlow deposits less withdrawals since the last mark of an earlier day
   */
  public record DayValue(LocalDate day, Money total, Money cash, Money netFlow) {}
}
