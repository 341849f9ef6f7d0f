package io.arduinotrader.trading.domain;

import com.fasterxml.jackson.databind.JsonNode;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * The past trades of an example as the memory of an account that made them. Trades without an order
 * at a broker never came to pass here, so they are left out.
 */
final class ExampleHistory {

  private ExampleHistory() {}

  /** The memory after trades, each admitted and executed at its instant. */
  static TradingState of(JsonNode trades) {
    TradingState state = TradingState.empty();
    int number = 0;
    for (JsonNode trade : trades) {
      String order = trade.path("orderId").asText("broker");
      if (order.isEmpty() || order.startsWith("RESEARCH")) {
        continue;
      }
      number++;
      IntentId intent = new IntentId("past-" + number);
      Isin isin = isin(trade.get("symbol").asText());
      Side side = Side.valueOf(trade.get("side").asText());
      Instant at = instant(trade.get("at"));
      state =
          state
              .apply(new TradingEvent.IntentAdmitted(intent, isin, side, at))
              .apply(
                  new TradingEvent.FillNoted(
                      intent, new FillId("past-" + number), isin, side, at, at))
              .apply(new TradingEvent.IntentSettled(intent, at));
    }
    return state;
  }

  /** The same wish for the security of a symbol. */
  static Intent on(Intent intent, String symbol) {
    return Samples.on(intent, isin(symbol), new Symbol(symbol));
  }

  /** Times of examples are of one clock, whether they name a zone or not. */
  static Instant instant(JsonNode time) {
    String text = time.asText();
    return text.endsWith("Z")
        ? Instant.parse(text)
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  /** An ISIN made of a symbol, with the check digit it needs. */
  private static Isin isin(String symbol) {
    String padded =
        "XS" + (symbol.replace(".", "").toUpperCase(Locale.ROOT) + "000000000").substring(0, 9);
    for (int digit = 0; digit < 10; digit++) {
      var isin = Isin.parse(padded + digit);
      if (isin.isPresent()) {
        return isin.get();
      }
    }
    throw new IllegalArgumentException(symbol);
  }
}
