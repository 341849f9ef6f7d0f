package io.arduinotrader.portfolio;

import static io.arduinotrader.portfolio.domain.Books.APPLE;
import static io.arduinotrader.portfolio.domain.Books.EUR_USD;
import static io.arduinotrader.portfolio.domain.Books.SAP;
import static io.arduinotrader.portfolio.domain.Books.buy;
import static io.arduinotrader.portfolio.domain.Books.deposit;
import static io.arduinotrader.portfolio.domain.Books.dollarFill;
import static io.arduinotrader.portfolio.domain.Books.eur;
import static io.arduinotrader.portfolio.domain.Books.fill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.portfolio.domain.Books;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.portfolio.DayValues.DayValue;
import io.arduinotrader.protocol.portfolio.PerformancePoint;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookFill;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Baseline;
import io.arduinotrader.protocol.portfolio.ValuationQuery.GetPerformance;
import io.arduinotrader.protocol.portfolio.ValuationQuery.GetValuation;
import io.arduinotrader.protocol.portfolio.ValuationQuery.MarkReply;
import io.arduinotrader.protocol.portfolio.ValuationQuery.MarkToday;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Marked;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Performance;
import io.arduinotrader.protocol.portfolio.ValuationQuery.PerformanceReply;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Unreadable;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Unvaluable;
import io.arduinotrader.protocol.portfolio.ValuationQuery.ValuationReply;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Valued;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ValuationDeskTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  private static final AccountId ACCOUNT = AccountId.DEFAULT;

  private final ActorTestKit kit =
      ActorTestKit.create(
          ConfigFactory.parseResources("serialization.conf")
              .withFallback(EventSourcedBehaviorTestKit.config())
              .resolve());
  private final AtomicReference<Instant> now = new AtomicReference<>(evening(MONDAY));
  private final AtomicReference<MarketDataQuery.QuotesReply> market =
      new AtomicReference<>(quotes("110", "250"));
  private final KnownRooms rooms = new KnownRooms(kit);
  private final ActorRef<ValuationQuery> desk =
      kit.spawn(ValuationDesk.create(rooms, now::get, ZoneOffset.UTC, Duration.ofMillis(500)));

  @BeforeEach
  void furnish() {
    rooms.put(
        PortfolioCommand.KEY, kit.spawn(PortfolioEntity.create(ACCOUNT, now::get, ZoneOffset.UTC)));
    rooms.put(UniverseCommand.KEY, universe());
    rooms.put(MarketDataQuery.KEY, marketData());
  }

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void accountIsValuedAtCurrentPrices() {
    tenApplesTwoSapAndCash();

    Valued valued = valued();

    // 10 × 110 / 1.25 = 880 and 2 × 250 = 500
    assertThat(valued.value().positions())
        .extracting(PositionValue::isin, PositionValue::marketValue, PositionValue::stale)
        .containsExactly(tuple(APPLE, eur("880"), false), tuple(SAP, eur("500"), false));
    assertThat(valued.value().total()).isEqualTo(eur("2180"));
    assertThat(valued.value().cash()).isEqualTo(eur("800"));
    assertThat(valued.value().cost()).isEqualTo(eur("1200"));
    assertThat(valued.value().positions().getFirst().name()).isEqualTo("Apple");
    assertThat(valued.portfolio().cash()).hasSize(2);
    assertThat(valued.baseline()).isEmpty();
  }

  @Test
  void openOrderChangesFreeCashAndTheStatesName() {
    tenApplesTwoSapAndCash();
    Valued before = valued();

    change(buy("buy-9", eur("300")));

    Valued after = valued();
    assertThat(after.value().freeCash()).isEqualTo(eur("500"));
    assertThat(after.hash()).isNotEqualTo(before.hash());
  }

  @Test
  void missingRateIsNamed() {
    tenApplesTwoSapAndCash();
    market.set(new MarketDataQuery.Quotes(List.of(), List.of(), List.of()));

    assertThat(value()).isEqualTo(new Unvaluable(List.of(Currency.USD)));
    assertThat(mark()).isEqualTo(new Unvaluable(List.of(Currency.USD)));
    assertThat(performance(30)).isEqualTo(new Unvaluable(List.of(Currency.USD)));
  }

  @Test
  void unreadableTableIsNoValue() {
    market.set(new MarketDataQuery.Unreadable("the table is locked"));

    assertThat(value()).isEqualTo(new Unreadable("the table is locked"));
    assertThat(mark()).isEqualTo(new Unreadable("the table is locked"));
    assertThat(performance(30)).isEqualTo(new Unreadable("the table is locked"));
  }

  @Test
  void silentUniverseIsNoValue() {
    rooms.put(UniverseCommand.KEY, kit.<UniverseCommand>createTestProbe().ref());

    assertThat(value()).isInstanceOf(Unreadable.class);
  }

  @Test
  void booksOutOfReachAreNoValue() {
    KnownRooms empty = new KnownRooms(kit);
    ActorRef<ValuationQuery> lonely =
        kit.spawn(ValuationDesk.create(empty, now::get, ZoneOffset.UTC, Duration.ofMillis(500)));
    TestProbe<ValuationReply> probe = kit.createTestProbe();

    lonely.tell(new GetValuation(ACCOUNT, probe.ref()));

    assertThat(probe.expectMessageClass(Unreadable.class).reason())
        .contains("portfolio", "out of reach");
  }

  @Test
  void daysAreMarkedWithTheFlowsTheyHold() {
    change(deposit("d1", "1000"));
    assertThat(mark())
        .isEqualTo(new Marked(new DayValue(MONDAY, eur("1000"), eur("1000"), eur("1000"))));
    change(deposit("d2", "500"));
    assertThat(mark())
        .isEqualTo(new Marked(new DayValue(MONDAY, eur("1500"), eur("1500"), eur("1500"))));

    now.set(evening(MONDAY.plusDays(1)));
    change(deposit("d3", "40"));

    assertThat(valued().baseline()).contains(new Baseline(MONDAY, eur("1500"), eur("40")));
    mark();
    assertThat(valued().baseline()).contains(new Baseline(MONDAY, eur("1500"), eur("40")));
  }

  @Test
  void performanceComesFromTheMarkedDays() {
    change(deposit("d1", "1000"));
    change(new BookFill(fill("f1", "i1", Side.BUY, "2", "250", "0")));
    mark();
    now.set(evening(MONDAY.plusDays(1)));
    market.set(quotes("110", "300"));
    mark();

    PerformanceReply reply = performance(30);

    assertThat(reply).isInstanceOf(Performance.class);
    Performance performance = (Performance) reply;
    assertThat(performance.history())
        .extracting(PerformancePoint::day, PerformancePoint::value)
        .containsExactly(tuple(MONDAY, eur("1000")), tuple(MONDAY.plusDays(1), eur("1100")));
    assertThat(performance.figures().orElseThrow().totalReturnPercent().doubleValue())
        .isEqualTo(10, Offset.offset(1e-9));
  }

  @Test
  void withoutMarkedDaysThereIsOnePointForNow() {
    change(deposit("d1", "1000"));

    assertThat(performance(30))
        .isEqualTo(
            new Performance(
                List.of(new PerformancePoint(MONDAY, eur("1000"), BigDecimal.ZERO)),
                Optional.empty()));
  }

  private void tenApplesTwoSapAndCash() {
    change(deposit("d1", "2000"));
    change(
        new BookFill(
            dollarFill(
                "f1",
                "i1",
                Side.BUY,
                "10",
                "100",
                "0",
                Optional.of(new Conversion(eur("800"), Money.of("1000", Currency.USD), EUR_USD)))));
    change(new BookFill(fill("f2", "i2", Side.BUY, "2", "200", "0")));
  }

  private void change(PortfolioRequest request) {
    TestProbe<PortfolioReply> probe = kit.createTestProbe();
    rooms
        .ask(
            PortfolioCommand.KEY,
            ACCOUNT.value(),
            Duration.ofSeconds(3),
            (ActorRef<PortfolioReply> replyTo) -> new PortfolioCommand.Change(request, replyTo))
        .thenAccept(probe.ref()::tell);
    probe.expectMessageClass(PortfolioReply.Accepted.class);
  }

  private Valued valued() {
    ValuationReply reply = value();
    assertThat(reply).isInstanceOf(Valued.class);
    return (Valued) reply;
  }

  private ValuationReply value() {
    TestProbe<ValuationReply> probe = kit.createTestProbe();
    desk.tell(new GetValuation(ACCOUNT, probe.ref()));
    return probe.receiveMessage();
  }

  private PerformanceReply performance(int days) {
    TestProbe<PerformanceReply> probe = kit.createTestProbe();
    desk.tell(new GetPerformance(ACCOUNT, days, probe.ref()));
    return probe.receiveMessage();
  }

  private MarkReply mark() {
    TestProbe<MarkReply> probe = kit.createTestProbe();
    desk.tell(new MarkToday(ACCOUNT, probe.ref()));
    return probe.receiveMessage();
  }

  private ActorRef<UniverseCommand> universe() {
    SecurityRecord apple =
        new SecurityRecord(
            APPLE,
            Books.APPLE_US,
            "Apple",
            "NasdaqGS",
            Currency.USD,
            SecurityRecord.ProductType.EQUITY,
            "United States",
            "Technology",
            "",
            Quantity.of(1),
            true,
            true,
            true,
            Optional.empty(),
            Optional.empty());
    return kit.spawn(
        Behaviors.receiveMessage(
            (UniverseCommand command) -> {
              if (command instanceof UniverseCommand.GetUniverse get) {
                get.replyTo().tell(new UniverseCommand.UniverseView(List.of(apple)));
              }
              return Behaviors.same();
            }));
  }

  private ActorRef<MarketDataQuery> marketData() {
    return kit.spawn(
        Behaviors.receiveMessage(
            (MarketDataQuery query) -> {
              if (query instanceof MarketDataQuery.GetQuotes get) {
                get.replyTo().tell(market.get());
              }
              return Behaviors.same();
            }));
  }

  private static MarketDataQuery.Quotes quotes(String apple, String sap) {
    Instant at = evening(MONDAY);
    return new MarketDataQuery.Quotes(
        List.of(
            new Quote(APPLE, Price.of(apple, Currency.USD), at, "test"),
            new Quote(SAP, Price.of(sap, Currency.EUR), at, "test")),
        List.of(),
        List.of(new FxRate(Currency.EUR, Currency.USD, EUR_USD.quotePerBase(), at, "test")));
  }

  private static Instant evening(LocalDate day) {
    return day.atTime(18, 0).toInstant(ZoneOffset.UTC);
  }
}
