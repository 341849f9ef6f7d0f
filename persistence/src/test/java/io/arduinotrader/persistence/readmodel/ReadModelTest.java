package io.arduinotrader.persistence.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.arduinotrader.persistence.codec.ValueSamples;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseKind;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import io.arduinotrader.persistence.db.TestDatabases;
import io.arduinotrader.persistence.readmodel.CashTable.Movement;
import io.arduinotrader.persistence.readmodel.TradeTable.Filter;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.portfolio.LedgerQuery.CashEntry;
import io.arduinotrader.protocol.scoring.ScoreRow;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables that projections fill and rates, on both kinds of database. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class ReadModelTest {

  private static final AccountId ACCOUNT = AccountId.DEFAULT;
  private static final AccountId OTHER = new AccountId("other");

  /** PostgreSQL keeps microseconds. */
  private static final Instant AT = ValueSamples.AT.truncatedTo(ChronoUnit.MICROS);

  private final Database database;

  ReadModelTest(DatabaseKind kind, @TempDir Path folder) {
    database = TestDatabases.installed(kind, folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void tradesComeBackAsTheyWere() {
    Fill purchase = fill(ValueSamples.PURCHASE, "F-1", AT);
    Fill sale = fill(ValueSamples.SALE, "F-2", AT.plusSeconds(1));
    insert(ACCOUNT, 3, purchase);
    insert(ACCOUNT, 4, sale);
    insert(OTHER, 1, fill(ValueSamples.SALE, "F-1", AT));

    TradeTable table = new TradeTable(database);
    assertThat(table.page(filter(), 10, 0)).isEqualTo(new Page<>(List.of(sale, purchase), 2));
    assertThat(table.page(filter(), 1, 0)).isEqualTo(new Page<>(List.of(sale), 2));
    assertThat(table.page(filter(), 1, 1)).isEqualTo(new Page<>(List.of(purchase), 2));
    assertThat(table.page(filter(), 1, 2)).isEqualTo(new Page<>(List.of(), 2));
  }

  @Test
  void tradesAreFiltered() {
    Fill purchase = fill(ValueSamples.PURCHASE, "F-1", AT);
    Fill sale = fill(ValueSamples.SALE, "F-2", AT.plusSeconds(1));
    insert(ACCOUNT, 3, purchase);
    insert(ACCOUNT, 4, sale);

    TradeTable table = new TradeTable(database);
    Optional<Instant> any = Optional.empty();
    assertThat(
            table.page(
                new Filter(ACCOUNT, any, Optional.of(ValueSamples.APPLE), Optional.empty()), 9, 0))
        .isEqualTo(new Page<>(List.of(purchase), 1));
    assertThat(table.page(new Filter(ACCOUNT, any, Optional.empty(), Optional.of(Side.SELL)), 9, 0))
        .isEqualTo(new Page<>(List.of(sale), 1));
    Filter since =
        new Filter(ACCOUNT, Optional.of(AT.plusSeconds(1)), Optional.empty(), Optional.empty());
    assertThat(table.page(since, 9, 0)).isEqualTo(new Page<>(List.of(sale), 1));
    Filter nothing =
        new Filter(ACCOUNT, any, Optional.of(ValueSamples.APPLE), Optional.of(Side.SELL));
    assertThat(table.page(nothing, 9, 0)).isEqualTo(new Page<>(List.of(), 0));
  }

  @Test
  void aFillIsStoredOnce() {
    Fill fill = fill(ValueSamples.SALE, "F-1", AT);
    insert(ACCOUNT, 3, fill);
    assertThatThrownBy(() -> insert(ACCOUNT, 4, fill))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void cashCarriesItsBalancePerCurrency() {
    append(1, movement("deposit:1", "deposit", "1000.00", Currency.EUR));
    append(
        2,
        movement("fill:1:conversion-out", "conversion-out", "-100.00", Currency.EUR),
        movement("fill:1:conversion-in", "conversion-in", "108.34", Currency.USD),
        movement("fill:1:purchase", "purchase", "-100.00", Currency.USD),
        movement("fill:1:commission", "commission", "-2.00", Currency.USD));

    CashTable table = new CashTable(database);
    assertThat(table.page(ACCOUNT, Optional.empty(), 10, 0).rows())
        .extracting(CashEntry::kind, CashEntry::balance)
        .containsExactly(
            tuple("commission", usd("6.34")),
            tuple("purchase", usd("8.34")),
            tuple("conversion-in", usd("108.34")),
            tuple("conversion-out", Money.of("900.00", Currency.EUR)),
            tuple("deposit", Money.of("1000.00", Currency.EUR)));
    Page<CashEntry> last = table.page(ACCOUNT, Optional.empty(), 1, 4);
    assertThat(last.total()).isEqualTo(5);
    assertThat(last.rows())
        .containsExactly(
            new CashEntry(
                "deposit:1",
                "deposit",
                Money.of("1000.00", Currency.EUR),
                Money.of("1000.00", Currency.EUR),
                "reference",
                AT));
    assertThat(table.page(ACCOUNT, Optional.of(Currency.EUR), 10, 0).rows())
        .extracting(CashEntry::kind)
        .containsExactly("conversion-out", "deposit");
    assertThat(table.page(ACCOUNT, Optional.of(Currency.USD), 1, 0).total()).isEqualTo(3);
    assertThat(table.page(OTHER, Optional.empty(), 10, 0)).isEqualTo(new Page<>(List.of(), 0));
  }

  @Test
  void theLastScoreOfEachDayCounts() {
    LocalDate day = ValueSamples.DAY;
    score(1, day.minusDays(1), 0.4);
    score(2, day, 0.5);
    score(3, day, 0.6);
    score(4, day.plusDays(1), 0.7);

    ScoreTable table = new ScoreTable(database);
    assertThat(table.since(ValueSamples.APPLE, day))
        .containsExactly(new ScoreRow(day, 0.6, "B"), new ScoreRow(day.plusDays(1), 0.7, "B"));
    assertThat(table.since(ValueSamples.TENCENT, day)).isEmpty();
  }

  @Test
  void plansAreListedBestFirstThenNewest() {
    PlanId good = plan("aaaaaaaa", 71.5, AT);
    PlanId newerGood = plan("bbbbbbbb", 71.5, AT.plusSeconds(1));
    PlanId best = plan("cccccccc", 80, AT);
    PlanId worst = plan("dddddddd", -1, AT.plusSeconds(9));

    PlanTable table = new PlanTable(database);
    assertThat(table.page(10, 0)).isEqualTo(new Page<>(List.of(best, newerGood, good, worst), 4));
    assertThat(table.page(2, 1)).isEqualTo(new Page<>(List.of(newerGood, good), 4));
  }

  @Test
  void theNewestRateOfEachCurrencyIsFound() {
    FxRate old = dollars("1.05", AT);
    FxRate newer = dollars("1.0834567891", AT.plusSeconds(60));
    FxRate pounds = new FxRate(Currency.EUR, Currency.GBP, new BigDecimal("0.85"), AT, "somebody");
    RateTable table = new RateTable(database);
    table.record(List.of(old, newer, pounds));

    assertThat(table.newest(Currency.EUR, AT.plusSeconds(60))).containsExactly(pounds, newer);
    assertThat(table.newest(Currency.EUR, AT.plusSeconds(59))).containsExactly(pounds, old);
    assertThat(table.newest(Currency.EUR, AT.minusSeconds(1))).isEmpty();
    assertThat(table.newest(Currency.USD, AT)).isEmpty();
  }

  @Test
  void theRatesThatHeldBeginWithTheLastOneBefore() {
    FxRate first = dollars("1.04", AT.minusSeconds(60));
    FxRate old = dollars("1.05", AT);
    FxRate newer = dollars("1.06", AT.plusSeconds(60));
    RateTable table = new RateTable(database);
    table.record(List.of(newer, old, first));
    List<Currency> dollar = List.of(Currency.USD);

    assertThat(table.held(Currency.EUR, dollar, AT.plusSeconds(1), AT.plusSeconds(60)))
        .containsExactly(old, newer);
    assertThat(table.held(Currency.EUR, dollar, AT.minusSeconds(90), AT))
        .containsExactly(first, old);
    assertThat(table.held(Currency.EUR, List.of(Currency.GBP), AT, AT)).isEmpty();
  }

  @Test
  void recordedRatesArePaged() {
    FxRate old = dollars("1.05", AT);
    FxRate newer = dollars("1.06", AT.plusSeconds(60));
    FxRate pounds = new FxRate(Currency.EUR, Currency.GBP, new BigDecimal("0.85"), AT, "somebody");
    RateTable table = new RateTable(database);
    table.record(List.of(old, newer, pounds));

    Optional<Currency> any = Optional.empty();
    assertThat(table.recorded(any, any, 2, 0)).isEqualTo(new Page<>(List.of(newer, pounds), 3));
    assertThat(table.recorded(any, Optional.of(Currency.USD), 9, 1))
        .isEqualTo(new Page<>(List.of(old), 2));
    assertThat(table.recorded(Optional.of(Currency.USD), any, 9, 0))
        .isEqualTo(new Page<>(List.of(), 0));
  }

  @Test
  void aRateOfTheSameInstantIsReplaced() {
    RateTable table = new RateTable(database);
    table.record(List.of(dollars("1.05", AT)));
    table.record(List.of(dollars("1.06", AT)));
    assertThat(table.newest(Currency.EUR, AT)).containsExactly(dollars("1.06", AT));
  }

  private static Filter filter() {
    return new Filter(ACCOUNT, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Fill fill(Fill like, String id, Instant executedAt) {
    FxRate rate = at(like.rate());
    return new Fill(
        new FillId(id),
        like.intent(),
        like.order(),
        like.account(),
        like.isin(),
        like.symbol(),
        like.side(),
        like.quantity(),
        like.price(),
        like.commission(),
        rate,
        like.conversion()
            .map(
                conversion ->
                    new Conversion(conversion.sold(), conversion.bought(), at(conversion.rate()))),
        executedAt);
  }

  private static FxRate at(FxRate rate) {
    return new FxRate(rate.base(), rate.quote(), rate.quotePerBase(), AT, rate.source());
  }

  private void insert(AccountId account, long sequenceNumber, Fill fill) {
    database.write(
        "a trade",
        connection -> {
          TradeTable.insert(connection, account, sequenceNumber, fill);
          return fill;
        });
  }

  private void append(long sequenceNumber, Movement... movements) {
    database.write(
        "cash",
        connection -> {
          CashTable.append(connection, ACCOUNT, sequenceNumber, List.of(movements), AT);
          return movements;
        });
  }

  private static Movement movement(String id, String kind, String amount, Currency currency) {
    return new Movement(id, kind, Money.of(amount, currency), "reference");
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }

  private static FxRate dollars(String rate, Instant at) {
    return new FxRate(Currency.EUR, Currency.USD, new BigDecimal(rate), at, "ECB");
  }

  private void score(long sequenceNumber, LocalDate day, double total) {
    SecurityScore like = ValueSamples.SCORE;
    SecurityScore score =
        new SecurityScore(
            like.isin(),
            like.symbol(),
            day,
            total,
            like.grade(),
            like.percentile(),
            like.coverage(),
            like.groups(),
            like.metrics(),
            like.companyAsOf(),
            like.inputsHash(),
            like.calculatedAt());
    database.write(
        "a score",
        connection -> {
          ScoreTable.insert(connection, sequenceNumber, score);
          return score;
        });
  }

  private PlanId plan(String hash, double score, Instant createdAt) {
    Plan like = ValueSamples.PLAN;
    PlanId id = new PlanId(new PortfolioHash(hash), 1);
    Plan plan =
        new Plan(
            id,
            like.account(),
            like.steps(),
            like.rejected(),
            score,
            like.scoreBefore(),
            like.cashNeeded(),
            like.value(),
            like.status(),
            like.inputsHash(),
            createdAt);
    database.write(
        "a plan",
        connection -> {
          PlanTable.insert(connection, plan);
          PlanTable.mark(connection, id, Plan.Status.COMPLETED);
          return plan;
        });
    return id;
  }
}
