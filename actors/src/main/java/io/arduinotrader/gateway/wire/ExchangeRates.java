package io.arduinotrader.gateway.wire;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetQuotes;
import io.arduinotrader.protocol.universe.MarketDataQuery.Quotes;
import io.arduinotrader.protocol.universe.MarketDataQuery.QuotesReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.Unreadable;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.support.Rooms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The newest exchange rates of the base currency. */
public final class ExchangeRates {

  private final List<FxRate> rates;

  private ExchangeRates(List<FxRate> rates) {
    this.rates = rates;
  }

  /** The rates known now. */
  public static CompletionStage<ExchangeRates> ask(Rooms rooms, CallContext call) {
    return quotes(rooms, List.of(), call).thenApply(quotes -> new ExchangeRates(quotes.rates()));
  }

  /** The last prices of the securities and the rates known now. */
  public static CompletionStage<Quotes> quotes(Rooms rooms, List<Isin> isins, CallContext call) {
    return rooms
        .<MarketDataQuery, QuotesReply>ask(
            MarketDataQuery.KEY, call.budget(), replyTo -> new GetQuotes(isins, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case Quotes quotes -> quotes;
                  case Unreadable unreadable ->
                      throw CallRefusedException.unavailable(unreadable.reason());
                });
  }

  /** An amount in base currency; rates are asked for only when it is in another one. */
  public static CompletionStage<Optional<Money>> inBase(
      Optional<Money> money, Rooms rooms, CallContext call) {
    return money.isEmpty() || money.get().currency().equals(Currency.EUR)
        ? CompletableFuture.completedFuture(money)
        : ask(rooms, call).thenApply(rates -> money.map(rates::toBase));
  }

  /**
   * The rate of a currency, for the base currency itself as of the given instant.
   *
   * @throws CallRefusedException FAILED_PRECONDITION when none is known
   */
  public FxRate of(Currency currency, Instant now) {
    if (currency.equals(Currency.EUR)) {
      return FxRate.identity(Currency.EUR, now);
    }
    return foreign(currency);
  }

  private FxRate foreign(Currency currency) {
    return rates.stream()
        .filter(rate -> rate.base().equals(Currency.EUR) && rate.quote().equals(currency))
        .findFirst()
        .orElseThrow(
            () ->
                CallRefusedException.failedPrecondition(
                    "no exchange rate is known for " + currency));
  }

  private Money toBase(Money money) {
    return Money.rounded(foreign(money.currency()).toBase(money.amount()), Currency.EUR);
  }
}
