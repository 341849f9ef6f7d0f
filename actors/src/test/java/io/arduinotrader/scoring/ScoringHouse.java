package io.arduinotrader.scoring;

import static java.util.Objects.requireNonNull;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.planning.EffectiveSettings;
import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.scoring.ScoringCommand;
import io.arduinotrader.protocol.trading.Halts;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.scoring.domain.indicator.Bars;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.support.ProbeRooms;
import io.arduinotrader.support.calendar.WallMarketClock;
import io.arduinotrader.universe.domain.SecurityState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * A scoring desk with one worker, and rooms that know three securities: 6,000 EUR in a German
 * software house, bought for 4,000, and 4,000 EUR of cash.
 */
final class ScoringHouse {

  static final Instant NOW = Instant.parse("2026-05-04T15:00:00Z");
  static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  static final Standards STANDARDS = standards(Map.of());
  static final SecurityRecord SAP = security("DE0007164600", "SAP.DE", "Germany", "Technology");
  static final SecurityRecord APPLE =
      security("US0378331005", "AAPL.US", "United States", "Technology");
  static final SecurityRecord SONY = security("JP3435000009", "6758.T", "Japan", "Media");

  final ActorTestKit kit = EntityKit.create();
  final ProbeRooms rooms = new ProbeRooms(kit);
  private final Map<Isin, SecurityState> securities = new HashMap<>();
  final Map<Isin, BarColumns> bars = new HashMap<>();
  final AtomicReference<ValuationQuery.ValuationReply> account =
      new AtomicReference<>(valued(account("6000.00", "4000.00")));
  final ActorRef<ScoringCommand> desk =
      kit.spawn(
          ScoringDesk.create(
              rooms,
              new WallMarketClock(() -> NOW),
              new ScoringDesk.Limits(10, Duration.ofSeconds(10), Duration.ofSeconds(20)),
              STANDARDS));

  ScoringHouse() {
    kit.spawn(ScoringWorker.create(() -> NOW));
    List<SecurityRecord> universe = List.of(SAP, APPLE, SONY);
    rooms.answer(
        UniverseCommand.KEY,
        UniverseCommand.DEFAULT_ID,
        command ->
            ((UniverseCommand.GetUniverse) command)
                .replyTo()
                .tell(new UniverseCommand.UniverseView(universe)));
    rooms.answer(
        ValuationQuery.KEY,
        query -> ((ValuationQuery.GetValuation) query).replyTo().tell(account.get()));
    rooms.answer(
        TradingCommand.KEY,
        AccountId.DEFAULT.value(),
        command ->
            ((TradingCommand.GetTrading) command)
                .replyTo()
                .tell(
                    new TradingView(
                        AccountId.DEFAULT,
                        List.of(),
                        List.of(),
                        List.of(),
                        Halts.NONE,
                        List.of())));
    rooms.answer(
        MarketDataQuery.KEY,
        query -> {
          MarketDataQuery.GetBars asked = (MarketDataQuery.GetBars) query;
          asked
              .replyTo()
              .tell(
                  new MarketDataQuery.Bars(
                      asked.isins().stream().filter(bars::containsKey).map(bars::get).toList(),
                      List.of()));
        });
    for (SecurityRecord security : universe) {
      securities.put(security.isin(), SecurityState.EMPTY);
      bars.put(security.isin(), walk(security.isin()));
      rooms.answer(
          SecurityCommand.KEY,
          security.isin().value(),
          command -> answer(security.isin(), command));
    }
  }

  /** What a node measures by whose settings say so. */
  static Standards standards(Map<String, Object> settings) {
    TraderSettings node =
        TraderSettings.from(
            ConfigFactory.parseMap(settings)
                .withFallback(ConfigFactory.load("single-device.conf")));
    return Standards.of(
        node.optimization(), EffectiveSettings.ofNode(node), node.trading().minimumHoldDays());
  }

  private void answer(Isin isin, SecurityCommand command) {
    if (command instanceof SecurityCommand.RecordScore record) {
      SecurityState before = state(isin);
      SecurityState after = before;
      for (var event : before.noteScore(record.score(), NOW)) {
        after = after.apply(event);
      }
      securities.put(isin, after);
      record.replyTo().tell(view(isin));
    } else if (command instanceof SecurityCommand.GetSecurity get) {
      get.replyTo().tell(view(isin));
    }
  }

  /** A security is told of its company. */
  void tell(Isin isin, Fundamentals figures) {
    SecurityState state = state(isin);
    for (var event : state.noteFundamentals(figures, NOW)) {
      state = state.apply(event);
    }
    securities.put(isin, state);
  }

  /** What a security has noted so far. */
  SecurityState state(Isin isin) {
    return requireNonNull(securities.get(isin));
  }

  private SecurityView view(Isin isin) {
    SecurityState state = state(isin);
    return new SecurityView(isin, state.fundamentals(), state.anomalies(), state.latestScore());
  }

  static ValuationQuery.Valued valued(AccountValue value) {
    return new ValuationQuery.Valued(
        new PortfolioView(
            AccountId.DEFAULT,
            1,
            Digest.EMPTY,
            List.of(
                new PortfolioView.Position(
                    value.positions().getFirst().isin(),
                    value.positions().getFirst().symbol(),
                    Currency.EUR,
                    Quantity.of(60),
                    new BigDecimal("4000"),
                    new BigDecimal("4000"),
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    NOW.minus(Duration.ofDays(400)),
                    NOW.minus(Duration.ofDays(400)))),
            List.of(value.cash()),
            List.of(),
            Optional.empty()),
        value,
        new PortfolioHash("00000000"),
        Optional.empty(),
        NOW);
  }

  static AccountValue account(String invested, String cash) {
    return account(SAP, invested, cash);
  }

  static AccountValue account(SecurityRecord held, String invested, String cash) {
    Money value = Money.of(invested, Currency.EUR);
    Money cost = Money.of("4000.00", Currency.EUR);
    List<PositionValue> positions = new ArrayList<>();
    positions.add(
        new PositionValue(
            held.isin(),
            held.symbol(),
            held.name(),
            Quantity.of(60),
            Price.of("66.67", Currency.EUR),
            Optional.empty(),
            value,
            cost,
            value.minus(cost),
            BigDecimal.ZERO,
            false));
    return new AccountValue(
        positions,
        value,
        Money.of(cash, Currency.EUR),
        Money.of(cash, Currency.EUR),
        cost,
        value.minus(cost),
        BigDecimal.ZERO,
        List.of(),
        List.of(),
        BigDecimal.ZERO);
  }

  private static SecurityRecord security(
      String isin, String symbol, String country, String sector) {
    return new SecurityRecord(
        new Isin(isin),
        new Symbol(symbol),
        symbol,
        "XETRA",
        Currency.EUR,
        SecurityRecord.ProductType.EQUITY,
        country,
        sector,
        "",
        Quantity.of(1),
        true,
        true,
        true,
        Optional.empty(),
        Optional.empty());
  }

  /** What sixty shares of the software house were worth at their newest close. */
  double held() {
    double[] closes = requireNonNull(bars.get(SAP.isin())).close();
    return 60 * closes[closes.length - 1];
  }

  static BarColumns walk(Isin isin) {
    double[] closes = Bars.walk(isin.hashCode(), 2000, 0.0004, 0.02);
    return columns(isin, closes);
  }

  static BarColumns columns(Isin isin, double[] closes) {
    int[] days = new int[closes.length];
    for (int i = 0; i < days.length; i++) {
      days[i] = (int) TODAY.toEpochDay() - days.length + 1 + i;
    }
    return new BarColumns(
        isin, Currency.EUR, days, closes, closes, closes, closes, closes, new long[closes.length]);
  }
}
