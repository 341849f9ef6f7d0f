package io.arduinotrader.trading;

import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.calendar.MarketClock;
import io.arduinotrader.trading.domain.BrokerCapabilities;
import io.arduinotrader.trading.domain.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;

/** Gathers what the rules need to know to judge an intent; fails when a room cannot be asked. */
final class TradingBriefing {

  private final Rooms rooms;
  private final MarketClock clock;
  private final MarketWatch watch;
  private final BrokerCapabilities broker;
  private final Duration budget;

  TradingBriefing(
      Rooms rooms,
      MarketClock clock,
      MarketWatch watch,
      BrokerCapabilities broker,
      Duration budget) {
    this.rooms = rooms;
    this.clock = clock;
    this.watch = watch;
    this.broker = broker;
    this.budget = budget;
  }

  CompletionStage<Facts> facts(Intent intent) {
    CompletionStage<MarketWatch.Sight> sight = watch.look(List.of(intent.isin()));
    CompletionStage<PortfolioView> portfolio = portfolio(intent.account());
    CompletionStage<Optional<Facts.Worth>> worth = worth(intent.account());
    CompletionStage<Boolean> ready = brokerReady();
    return sight.thenCompose(
        seen ->
            portfolio.thenCompose(
                books ->
                    worth.thenCombine(
                        ready, (value, usable) -> facts(intent, seen, books, value, usable))));
  }

  private Facts facts(
      Intent intent,
      MarketWatch.Sight seen,
      PortfolioView portfolio,
      Optional<Facts.Worth> worth,
      boolean brokerReady) {
    Instant now = clock.now();
    Optional<SecurityRecord> security = seen.security(intent.isin());
    Currency currency = security.map(SecurityRecord::currency).orElse(Currency.EUR);
    return new Facts(
        now,
        security.map(TradingBriefing::listing),
        seen.quote(intent.isin()),
        rate(currency, seen.rates(), now),
        Optional.of(books(intent, currency, portfolio)),
        watch.venue(security),
        new Facts.BrokerState(brokerReady, broker),
        worth);
  }

  private static Facts.Listing listing(SecurityRecord security) {
    return new Facts.Listing(
        security.symbol(),
        security.currency(),
        security.minimumLot(),
        security.active() && security.allowBuy(),
        security.allowSell());
  }

  private static Optional<FxRate> rate(Currency currency, List<FxRate> rates, Instant now) {
    return currency.equals(Currency.EUR)
        ? Optional.of(FxRate.identity(currency, now))
        : rates.stream().filter(rate -> rate.quote().equals(currency)).findFirst();
  }

  private static Facts.Books books(Intent intent, Currency currency, PortfolioView portfolio) {
    return new Facts.Books(
        new Facts.Cash(portfolio.balance(currency), portfolio.free(currency)),
        new Facts.Cash(portfolio.balance(Currency.EUR), portfolio.free(Currency.EUR)),
        portfolio
            .position(intent.isin())
            .map(PortfolioView.Position::quantity)
            .orElse(Quantity.ZERO),
        portfolio.freeShares(intent.isin()));
  }

  private CompletionStage<PortfolioView> portfolio(AccountId account) {
    return rooms.ask(
        PortfolioCommand.KEY,
        account.value(),
        budget,
        (ActorRef<PortfolioView> replyTo) -> new PortfolioCommand.GetPortfolio(replyTo));
  }

  /** The account's worth, empty when it cannot be valued: then the rules decide what that means. */
  private CompletionStage<Optional<Facts.Worth>> worth(AccountId account) {
    return rooms
        .ask(
            ValuationQuery.KEY,
            budget,
            (ActorRef<ValuationQuery.ValuationReply> replyTo) ->
                new ValuationQuery.GetValuation(account, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case ValuationQuery.Valued valued -> Optional.of(worth(valued));
                  case ValuationQuery.Unvaluable unvaluable -> Optional.<Facts.Worth>empty();
                  case ValuationQuery.Unreadable unreadable -> Optional.<Facts.Worth>empty();
                })
        .exceptionally(failure -> Optional.empty());
  }

  private static Facts.Worth worth(ValuationQuery.Valued valued) {
    return new Facts.Worth(
        valued.value().total(),
        valued.baseline().map(ValuationQuery.Baseline::total),
        valued.baseline().map(ValuationQuery.Baseline::netFlow).orElse(Money.zero(Currency.EUR)));
  }

  /** A broker nobody can say anything of is not ready. */
  private CompletionStage<Boolean> brokerReady() {
    return rooms
        .ask(
            BrokerCommand.KEY,
            budget,
            (ActorRef<BrokerView> replyTo) -> new BrokerCommand.GetBroker(replyTo))
        .thenApply(BrokerView::ready)
        .exceptionally(failure -> false);
  }
}
