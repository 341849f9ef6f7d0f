package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Side;
import java.util.Optional;

/** An intent with everything the rules look at. */
record Candidate(TradingState state, Intent intent, Facts facts, TradingRules rules) {

  boolean buys() {
    return intent.side() == Side.BUY;
  }

  /** Whether the order waits for a price of its own. */
  boolean hasLimit() {
    return intent.type() == OrderType.LIMIT && intent.limit().isPresent();
  }

  /** The last price, when it is in the security's currency. */
  Optional<Price> lastPrice() {
    return facts.quote().map(Quote::price).filter(price -> isTradedIn(price.currency()));
  }

  /** The limit of a limit order, else the last price; empty when neither is usable. */
  Optional<Price> expectedPrice() {
    return hasLimit() ? intent.limit().filter(limit -> isTradedIn(limit.currency())) : lastPrice();
  }

  /** Base currency to the security's currency. */
  Optional<FxRate> rate() {
    return facts.rate().filter(rate -> isTradedIn(rate.quote()));
  }

  private boolean isTradedIn(Currency currency) {
    return facts.listing().map(Facts.Listing::currency).filter(currency::equals).isPresent();
  }

  static Refusal refusal(RefusalCode code, String message, String field) {
    return new Refusal(code, message, field);
  }
}
