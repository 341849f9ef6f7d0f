package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.protocol.vocab.TimeInForce;
import java.util.List;
import java.util.Optional;

/**
 * An order as it goes to a broker.
 *
 * @param id its name; the same name is the same order
 * @param limit the worst acceptable price, empty for a market order
 * @param funds what is set aside for a buy by currency: the trade currency's part is spent first,
 *     what it lacks is exchanged from the base currency; so one order never spends what is set
 *     aside for another. Empty for a sale
 */
public record BrokerOrder(
    ClientOrderId id,
    IntentId intent,
    AccountId account,
    Isin isin,
    Symbol symbol,
    Side side,
    Quantity quantity,
    OrderType type,
    Optional<Price> limit,
    TimeInForce timeInForce,
    List<Money> funds) {

  /** Keeps its own copy of the funds. */
  public BrokerOrder {
    funds = List.copyOf(funds);
  }

  /** The order for an intent. */
  public static BrokerOrder of(Intent intent, ClientOrderId id, List<Money> funds) {
    return new BrokerOrder(
        id,
        intent.id(),
        intent.account(),
        intent.isin(),
        intent.symbol(),
        intent.side(),
        intent.quantity(),
        intent.type(),
        intent.type() == OrderType.MARKET ? Optional.empty() : intent.limit(),
        intent.timeInForce(),
        funds);
  }
}
