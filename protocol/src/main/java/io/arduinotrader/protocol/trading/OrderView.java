package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as it stands.
 *
 * @param refusal why it was rejected or never sent, when it was
 * @param fills its executions so far, in the order they became known
 * @param recordedAt when the intent was stored
 * @param lastChanged when the last event happened
 */
public record OrderView(
    Intent intent,
    ClientOrderId clientOrderId,
    OrderPhase phase,
    Optional<BrokerOrderId> brokerOrderId,
    Optional<Refusal> refusal,
    List<Fill> fills,
    Instant recordedAt,
    Instant lastChanged) {

  /** The shares executed so far. */
  public Quantity filled() {
    return new Quantity(
        fills.stream()
            .map(fill -> fill.quantity().value())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** What a share was executed at on average, empty before the first execution. */
  public Optional<Price> averagePrice() {
    BigDecimal value =
        fills.stream()
            .map(fill -> fill.price().times(fill.quantity()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return fills.stream()
        .findFirst()
        .map(
            fill ->
                Price.rounded(
                    value.divide(filled().value(), MathContext.DECIMAL128),
                    fill.price().currency()));
  }
}
