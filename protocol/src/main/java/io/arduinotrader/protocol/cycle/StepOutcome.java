package io.arduinotrader.protocol.cycle;

import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.util.Optional;

/**
 * What became of one step of a plan.
 *
 * @param quantity shares executed so far, the planned number when nothing was
 * @param averagePrice per share, when something was executed
 * @param value executed value in base currency, zero when nothing was
 * @param commission in base currency
 * @param success whether the broker has the order or has executed it
 * @param reason why not, empty on success
 */
public record StepOutcome(
    int step,
    IntentId intent,
    Isin isin,
    Symbol symbol,
    Side side,
    Quantity quantity,
    Optional<Price> averagePrice,
    Money value,
    Money commission,
    boolean success,
    String reason) {}
