package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.protocol.vocab.TimeInForce;
import java.util.Optional;

/**
 * What somebody wants done. The same id with the same content is the same wish; with another
 * content it is refused.
 *
 * @param id chosen by whoever wishes: derived from a cycle's step or an idempotency key
 * @param quantity shares, above zero
 * @param limit the worst acceptable price, in the security's currency
 * @param stop the price that triggers the order
 * @param origin who wishes
 * @param cause what led to it, for example {@code plan 3fa2b1c0-7 step 2}
 */
public record Intent(
    IntentId id,
    AccountId account,
    Isin isin,
    Symbol symbol,
    Side side,
    Quantity quantity,
    OrderType type,
    Optional<Price> limit,
    Optional<Price> stop,
    TimeInForce timeInForce,
    Origin origin,
    String cause) {

  /** Who wishes to trade. */
  public enum Origin {
    /** A person or a client program. */
    CALLER,
    /** The trading cycle. */
    CYCLE,
    /** Somebody at the broker, past this house. */
    BROKER
  }
}
