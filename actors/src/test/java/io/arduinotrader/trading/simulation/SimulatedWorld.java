package io.arduinotrader.trading.simulation;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.scoring.ScoringReply;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Three securities, one of them in dollars, at prices that never change, and who knows of them. */
public final class SimulatedWorld {

  public static final List<Isin> ISINS =
      List.of(new Isin("DE0007164600"), new Isin("DE0007236101"), new Isin("US0378331005"));

  private static final List<Price> PRICES =
      List.of(
          Price.of("100", Currency.EUR),
          Price.of("37.5", Currency.EUR),
          Price.of("211.35", Currency.USD));
  private static final BigDecimal DOLLARS = new BigDecimal("1.08");

  private SimulatedWorld() {}

  static Price priceOf(Isin isin) {
    return PRICES.get(ISINS.indexOf(isin));
  }

  public static Symbol symbolOf(Isin isin) {
    return new Symbol("S" + ISINS.indexOf(isin) + ".DE");
  }

  /** What a euro is worth, as everybody believes. */
  static FxRate rate(Currency currency, Instant at) {
    return currency.equals(Currency.EUR)
        ? FxRate.identity(currency, at)
        : new FxRate(Currency.EUR, currency, DOLLARS, at, "simulation");
  }

  public static Behavior<UniverseCommand> universe() {
    return Behaviors.receiveMessage(
        command -> {
          if (command instanceof UniverseCommand.GetUniverse get) {
            get.replyTo()
                .tell(
                    new UniverseCommand.UniverseView(
                        ISINS.stream().map(SimulatedWorld::security).toList()));
          }
          return Behaviors.same();
        });
  }

  private static SecurityRecord security(Isin isin) {
    return new SecurityRecord(
        isin,
        symbolOf(isin),
        symbolOf(isin).value(),
        "XETRA",
        priceOf(isin).currency(),
        SecurityRecord.ProductType.EQUITY,
        "",
        "",
        "",
        Quantity.of(1),
        true,
        true,
        true,
        Optional.empty(),
        Optional.empty());
  }

  public static Behavior<MarketDataQuery> prices(InstantSource clock) {
    return Behaviors.receiveMessage(
        query -> {
          Instant now = clock.instant();
          switch (query) {
            case MarketDataQuery.GetQuotes get ->
                get.replyTo()
                    .tell(
                        new MarketDataQuery.Quotes(
                            get.isins().stream()
                                .map(isin -> new Quote(isin, priceOf(isin), now, "simulation"))
                                .toList(),
                            List.of(),
                            List.of(rate(Currency.USD, now))));
            case MarketDataQuery.GetBars get ->
                get.replyTo().tell(new MarketDataQuery.Bars(List.of(), List.of()));
            case MarketDataQuery.GetScores scores -> {}
            case MarketDataQuery.GetRates rates -> {}
            case MarketDataQuery.GetRateHistory rates -> {}
            case MarketDataQuery.GetMetrics metrics -> {}
          }
          return Behaviors.same();
        });
  }

  static Behavior<FeedCommand> feed() {
    return Behaviors.receiveMessage(
        command -> {
          if (command instanceof FeedCommand.SyncPrices sync) {
            int all = ISINS.size();
            sync.replyTo().tell(new FeedCommand.Synced(0, 0, all, Optional.empty(), ""));
            sync.replyTo().tell(new FeedCommand.SyncEnded(all, 0, all, ""));
          }
          return Behaviors.same();
        });
  }

  static Behavior<ScoringCommand> scoring() {
    return Behaviors.receiveMessage(
        command -> {
          if (command instanceof ScoringCommand.ScoreSecurities score) {
            score.replyTo().tell(new ScoringReply.Scored(List.of(), List.of(), ""));
          }
          return Behaviors.same();
        });
  }

  static Behavior<OptimizationCommand> optimization() {
    return Behaviors.receiveMessage(
        command -> {
          if (command instanceof OptimizationCommand.OptimizeAllocation optimize) {
            optimize
                .replyTo()
                .tell(
                    new AllocationReply.Refused(
                        Refusal.of(RefusalCode.UNAVAILABLE, "no targets are wanted")));
          }
          return Behaviors.same();
        });
  }
}
