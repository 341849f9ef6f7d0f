package io.arduinotrader.trading;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.portfolio.PortfolioEntity;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.ModeReply;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.WallMarketClock;
import io.arduinotrader.trading.broker.BrokerDesk;
import io.arduinotrader.trading.broker.BrokerPort;
import io.arduinotrader.trading.broker.BrokerPrices;
import io.arduinotrader.trading.broker.QuoteBoard;
import io.arduinotrader.trading.broker.SimulatedBroker;
import io.arduinotrader.trading.broker.SimulationSettings;
import io.arduinotrader.trading.domain.OrderLifecycle;
import io.arduinotrader.trading.domain.TradingRules;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;

/**
 * Orders, account, portfolio, desk, reconciler and a simulated broker on its file, all real; the
 * universe, its prices and the valuation are what the test says.
 */
final class TradingHouse implements AutoCloseable {

  static final AccountId ACCOUNT = AccountId.DEFAULT;
  static final Instant MORNING = Instant.parse("2026-05-04T14:00:00Z");
  static final Duration BUDGET = Duration.ofSeconds(3);

  /** How often a question is asked that nobody answers. */
  private static final int ATTEMPTS = 10;

  private static final MarketCalendars CALENDARS = MarketCalendars.load();

  final ActorTestKit kit =
      ActorTestKit.create(
          PersistenceTestKitPlugin.getInstance()
              .config()
              .withFallback(ConfigFactory.parseResources("serialization.conf"))
              .resolve());
  final HouseRooms rooms = new HouseRooms(kit);
  private volatile Instant now = MORNING;
  final Map<Isin, Quote> quotes = new ConcurrentHashMap<>();
  final AtomicInteger flushes = new AtomicInteger();
  final FaultyBroker broker;
  private final QuoteBoard board = new QuoteBoard();
  private final Broker opened;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final List<SecurityRecord> securities;
  private final ActorRef<BrokerDesk.Command> desk;
  private final MarketWatch watch;
  private final DeskLine.Limits limits = new DeskLine.Limits(BUDGET, BUDGET);

  /** A broker and how it is closed. */
  record Broker(BrokerPort port, Runnable close) {}

  /** Opens the broker of a house. */
  interface BrokerOpening {
    Broker open(BrokerPrices prices, Function<BrokerPrices, SimulatedBroker> maker);
  }

  TradingHouse(Path folder, TradingRules rules, SecurityRecord... universe) {
    this(
        folder,
        rules,
        (prices, maker) -> {
          SimulatedBroker broker = maker.apply(prices);
          return new Broker(broker, broker::close);
        },
        universe);
  }

  TradingHouse(Path folder, TradingRules rules, BrokerOpening opening, SecurityRecord... universe) {
    securities = List.of(universe);
    WallMarketClock clock = new WallMarketClock(this::now);
    opened =
        opening.open(
            board,
            prices ->
                new SimulatedBroker(
                    folder.resolve("broker"),
                    prices,
                    CALENDARS,
                    clock,
                    SimulationSettings.defaults()));
    broker = new FaultyBroker(opened.port());
    watch = new MarketWatch(rooms, clock, CALENDARS, board, BUDGET);
    desk = kit.spawn(BrokerDesk.create(broker, threads, 20, this::now));
    TradingSetup setup =
        new TradingSetup(
            rooms,
            clock,
            watch,
            rules,
            broker.capabilities(),
            new DeskLine(desk, rooms, flushes::incrementAndGet, threads, kit.scheduler(), limits),
            new OrderLifecycle.Resending(Duration.ZERO, 2, 3),
            Duration.ofMillis(50),
            BUDGET,
            Duration.ofSeconds(15),
            Duration.ofMillis(200));
    rooms.kind(OrderCommand.KEY, id -> OrderEntity.create(new IntentId(id), setup));
    rooms.kind(TradingCommand.KEY, id -> TradingEntity.create(new AccountId(id), setup));
    rooms.kind(
        PortfolioCommand.KEY,
        id -> PortfolioEntity.create(new AccountId(id), this::now, ZoneOffset.UTC));
    rooms.kind(UniverseCommand.KEY, id -> Behaviors.receiveMessage(this::onUniverse));
    rooms.desk(
        MarketDataQuery.KEY,
        kit.spawn(Behaviors.<MarketDataQuery>receiveMessage(this::onMarketData)));
    rooms.desk(
        ValuationQuery.KEY,
        kit.spawn(Behaviors.<ValuationQuery>receiveMessage(TradingHouse::onValuation)));
  }

  static TradingRules withoutFrequencyLimits() {
    TradingRules rules = TradingRules.defaults(ZoneOffset.UTC);
    TradingRules.Frequency limits = rules.frequency();
    return new TradingRules(
        new TradingRules.Frequency(
            false, limits.minimumGap(), limits.perDay(), limits.perWeek(), limits.zone()),
        rules.patience(),
        rules.losses(),
        rules.pricing(),
        rules.warnings(),
        rules.maximumQuantity(),
        rules.queueBuysOutsideSession());
  }

  /** Rules without pauses, so that many orders of the same instant are allowed. */
  static TradingRules impatient() {
    TradingRules rules = withoutFrequencyLimits();
    Duration never = Duration.ofDays(-1);
    return new TradingRules(
        rules.frequency(),
        new TradingRules.Patience(never, 0, never, never),
        rules.losses(),
        rules.pricing(),
        rules.warnings(),
        rules.maximumQuantity(),
        rules.queueBuysOutsideSession());
  }

  static SecurityRecord security(String isin, String symbol, String exchange, Currency currency) {
    return new SecurityRecord(
        new Isin(isin),
        new Symbol(symbol),
        symbol,
        exchange,
        currency,
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

  Instant now() {
    return now;
  }

  void setNow(Instant instant) {
    now = instant;
  }

  /** Reads the broker ten times a second from now on. */
  void reconcile() {
    reconcile(Duration.ofMillis(100));
  }

  /** Reads the broker with a pause between two readings from now on. */
  void reconcile(Duration every) {
    rooms.desk(
        BrokerCommand.KEY,
        kit.spawn(
            Reconciler.create(
                ACCOUNT,
                rooms,
                watch,
                desk,
                limits,
                new Reconciler.Rhythm(every, Duration.ofDays(3)),
                this::now)));
    BrokerView view = ask(this::reconciled);
    if (!view.ready()) {
      throw new IllegalStateException("the broker is not ready: " + view);
    }
  }

  CompletableFuture<BrokerView> reconciled() {
    return rooms
        .ask(
            BrokerCommand.KEY,
            BUDGET,
            (ActorRef<BrokerView> replyTo) -> new BrokerCommand.Reconcile(replyTo))
        .toCompletableFuture();
  }

  BrokerView brokerView() {
    return ask(
        () ->
            rooms
                .ask(
                    BrokerCommand.KEY,
                    BUDGET,
                    (ActorRef<BrokerView> replyTo) -> new BrokerCommand.GetBroker(replyTo))
                .toCompletableFuture());
  }

  /** What a security costs now, for the house and for a broker who was asked nothing yet. */
  void quote(Isin isin, String price, Currency currency) {
    Quote quote = new Quote(isin, Price.of(price, currency), now, "test");
    quotes.put(isin, quote);
    securities.stream()
        .filter(security -> security.isin().equals(isin))
        .forEach(
            security ->
                board.post(
                    isin,
                    new BrokerPrices.Quotation(
                        security.exchange(), quote.price(), OptionalLong.empty())));
  }

  /** Cash that both the portfolio and the broker know of. */
  void deposit(String id, Money amount) {
    change(new PortfolioRequest.BookDeposit(new DepositId(id), amount, "test"));
    opened.port().noteDeposit(new DepositId(id), amount);
  }

  PortfolioReply change(PortfolioRequest request) {
    return ask(
        () ->
            rooms
                .ask(
                    PortfolioCommand.KEY,
                    ACCOUNT.value(),
                    BUDGET,
                    (ActorRef<PortfolioReply> replyTo) ->
                        new PortfolioCommand.Change(request, replyTo))
                .toCompletableFuture());
  }

  CompletableFuture<OrderReply> placing(Intent intent) {
    return rooms
        .ask(
            OrderCommand.KEY,
            intent.id().value(),
            Duration.ofSeconds(15),
            (ActorRef<OrderReply> replyTo) -> new OrderCommand.Place(intent, replyTo))
        .toCompletableFuture();
  }

  /** Places an order without waiting for an answer. */
  void placeUnheard(Intent intent) {
    rooms.tell(
        OrderCommand.KEY,
        intent.id().value(),
        new OrderCommand.Place(intent, kit.system().<OrderReply>ignoreRef()));
  }

  OrderView place(Intent intent) {
    return view(placing(intent).join());
  }

  OrderReply cancel(IntentId intent) {
    return ask(
        () ->
            rooms
                .ask(
                    OrderCommand.KEY,
                    intent.value(),
                    Duration.ofSeconds(15),
                    (ActorRef<OrderReply> replyTo) -> new OrderCommand.Cancel("test", replyTo))
                .toCompletableFuture());
  }

  OrderView order(IntentId intent) {
    return view(reply(intent));
  }

  /** Whether a wish was stored and its order has ended. */
  boolean hasEnded(IntentId intent) {
    return reply(intent) instanceof OrderReply.Known known && known.view().phase().isTerminal();
  }

  /** Whether a wish was lost before it was stored; whoever wished would say it again. */
  boolean isLost(IntentId intent) {
    return reply(intent) instanceof OrderReply.Unknown;
  }

  private OrderReply reply(IntentId intent) {
    return ask(
        () ->
            rooms
                .ask(
                    OrderCommand.KEY,
                    intent.value(),
                    BUDGET,
                    (ActorRef<OrderReply> replyTo) -> new OrderCommand.GetOrder(replyTo))
                .toCompletableFuture());
  }

  static OrderView view(OrderReply reply) {
    return switch (reply) {
      case OrderReply.Known known -> known.view();
      case OrderReply.Refused refused -> throw new IllegalStateException(refused.toString());
      case OrderReply.Unknown unknown -> throw new IllegalStateException(unknown.toString());
    };
  }

  PortfolioView portfolio() {
    return ask(
        () ->
            rooms
                .ask(
                    PortfolioCommand.KEY,
                    ACCOUNT.value(),
                    BUDGET,
                    (ActorRef<PortfolioView> replyTo) -> new PortfolioCommand.GetPortfolio(replyTo))
                .toCompletableFuture());
  }

  TradingView trading() {
    return tell(TradingCommand.GetTrading::new);
  }

  /** Lets orders reach a broker outside, in both steps. */
  void arm() {
    ModeReply begun = mode(replyTo -> new TradingCommand.Arm("a test", "test", replyTo));
    String phrase =
        begun instanceof ModeReply.Known known
            ? known.mode().arming().orElseThrow().phrase()
            : "none: " + begun;
    ModeReply armed = mode(replyTo -> new TradingCommand.ConfirmArming(phrase, replyTo));
    if (!(armed instanceof ModeReply.Known)) {
      throw new IllegalStateException(armed.toString());
    }
  }

  ModeReply mode(Function<ActorRef<ModeReply>, TradingCommand> command) {
    return ask(
        () ->
            rooms
                .ask(
                    TradingCommand.KEY,
                    ACCOUNT.value(),
                    BUDGET,
                    (ActorRef<ModeReply> replyTo) -> command.apply(replyTo))
                .toCompletableFuture());
  }

  /** Tells the account's rules something; they answer with what they remember then. */
  TradingView tell(Function<ActorRef<TradingView>, TradingCommand> command) {
    return ask(
        () ->
            rooms
                .ask(
                    TradingCommand.KEY,
                    ACCOUNT.value(),
                    BUDGET,
                    (ActorRef<TradingView> replyTo) -> command.apply(replyTo))
                .toCompletableFuture());
  }

  /** An entity that is just stopping loses what it is asked; the next one is asked again. */
  private static <T> T ask(Supplier<CompletableFuture<T>> question) {
    for (int attempt = 1; ; attempt++) {
      try {
        return question.get().join();
      } catch (CompletionException failed) {
        if (attempt == ATTEMPTS || !(failed.getCause() instanceof TimeoutException)) {
          throw failed;
        }
      }
    }
  }

  private Behavior<UniverseCommand> onUniverse(UniverseCommand command) {
    if (command instanceof UniverseCommand.GetUniverse get) {
      get.replyTo().tell(new UniverseCommand.UniverseView(securities));
    }
    return Behaviors.same();
  }

  private Behavior<MarketDataQuery> onMarketData(MarketDataQuery query) {
    FxRate dollars =
        new FxRate(Currency.EUR, Currency.USD, new BigDecimal("1.25"), MORNING, "test");
    if (query instanceof MarketDataQuery.GetQuotes get) {
      get.replyTo()
          .tell(
              new MarketDataQuery.Quotes(
                  List.copyOf(quotes.values()), List.of(), List.of(dollars)));
    } else if (query instanceof MarketDataQuery.GetBars get) {
      get.replyTo().tell(new MarketDataQuery.Bars(List.of(), List.of()));
    }
    return Behaviors.same();
  }

  private static Behavior<ValuationQuery> onValuation(ValuationQuery query) {
    if (query instanceof ValuationQuery.GetValuation get) {
      get.replyTo().tell(new ValuationQuery.Unreadable("no valuation here"));
    }
    return Behaviors.same();
  }

  @Override
  public void close() {
    kit.shutdownTestKit();
    threads.shutdown();
    opened.close().run();
  }
}
