package io.arduinotrader.bootstrap;

import io.arduinotrader.config.BrokerSettings;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.trading.DeskLine;
import io.arduinotrader.trading.MarketWatch;
import io.arduinotrader.trading.Reconciler;
import io.arduinotrader.trading.TradingSetup;
import io.arduinotrader.trading.broker.BrokerDesk;
import io.arduinotrader.trading.broker.BrokerPort;
import io.arduinotrader.trading.broker.QuoteBoard;
import io.arduinotrader.trading.broker.TimedBroker;
import io.arduinotrader.trading.domain.OrderLifecycle;
import io.arduinotrader.trading.domain.TradingRules;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/** The broker and what orders and accounts work with, on the node that trades. */
final class Trading {

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int CALLS_WAITING = 100;

  private final House house;
  private final TraderSettings.Trading settings;
  private final BrokerSettings broker;

  private Trading(House house) {
    this.house = house;
    this.settings = house.settings().trading();
    this.broker = house.settings().broker();
  }

  /**
   * The broker is there.
   *
   * @param setup what orders and accounts work with
   * @param reconciler compares books with the broker; it asks accounts, so they must be there
   */
  record Opened(TradingSetup setup, Behavior<?> reconciler) {}

  static Opened open(ActorContext<?> context, House house) {
    return new Trading(house).open(context);
  }

  private Opened open(ActorContext<?> context) {
    QuoteBoard board = new QuoteBoard();
    MarketWatch watch =
        new MarketWatch(house.rooms(), house.clock(), house.calendars(), board, ANSWER);
    BrokerPort port = new TimedBroker(Brokers.of(house, board));
    ActorRef<BrokerDesk.Command> desk =
        context.spawn(
            Desks.supervised(
                BrokerDesk.create(
                    port, house.blockingThreads(), CALLS_WAITING, house.marketTime())),
            "broker-desk");
    DeskLine.Limits limits = new DeskLine.Limits(ANSWER, broker.callTimeout());
    Behavior<?> reconciler =
        Desks.guarded(
            house,
            Reconciler.create(
                AccountId.DEFAULT,
                house.rooms(),
                watch,
                desk,
                limits,
                new Reconciler.Rhythm(broker.reconcileEvery(), Duration.ofDays(3)),
                house.marketTime()));
    return new Opened(setup(watch, desk, limits, port), reconciler);
  }

  private TradingSetup setup(
      MarketWatch watch,
      ActorRef<BrokerDesk.Command> desk,
      DeskLine.Limits limits,
      BrokerPort port) {
    return new TradingSetup(
        house.rooms(),
        house.clock(),
        watch,
        rules(),
        port.capabilities(),
        new DeskLine(
            desk,
            house.rooms(),
            house.database().durability(),
            house.tableThreads(),
            house.system().scheduler(),
            limits),
        new OrderLifecycle.Resending(Duration.ofSeconds(60), 2, 3),
        Duration.ofSeconds(5),
        ANSWER,
        ANSWER.multipliedBy(3),
        broker.fillWait());
  }

  private TradingRules rules() {
    TradingRules defaults = TradingRules.defaults(house.settings().accountZone());
    return new TradingRules(
        new TradingRules.Frequency(
            settings.frequency().enabled(),
            settings.frequency().minimumGap(),
            settings.frequency().perDay(),
            settings.frequency().perSevenDays(),
            house.settings().accountZone()),
        new TradingRules.Patience(
            Duration.ofDays(settings.buyCooldownDays()),
            settings.minimumHoldDays(),
            defaults.patience().sameSide(),
            defaults.patience().saleAfterSale()),
        new TradingRules.LossLimits(
            settings.dailyLossSellHalt().negate(), settings.dailyLossHalt().negate()),
        new TradingRules.Pricing(
            Brokers.commission(settings),
            defaults.pricing().marketMargin(),
            defaults.pricing().exchangeMargin(),
            defaults.pricing().convertFromBase(),
            settings.maximumPriceAge()),
        new TradingRules.Warnings(
            Money.rounded(settings.largeTrade(), Currency.EUR),
            defaults.warnings().costRatio(),
            settings.maximumPosition()),
        defaults.maximumQuantity(),
        settings.queueBuysOutsideSession());
  }
}
