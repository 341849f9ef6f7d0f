package io.arduinotrader.persistence.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.arduinotrader.persistence.TestNode;
import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.EventSamples;
import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.persistence.codec.ValueSamples;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseKind;
import io.arduinotrader.persistence.db.PooledSession;
import io.arduinotrader.persistence.db.TestDatabases;
import io.arduinotrader.persistence.readmodel.CashTable;
import io.arduinotrader.persistence.readmodel.PlanTable;
import io.arduinotrader.persistence.readmodel.ScoreTable;
import io.arduinotrader.persistence.readmodel.TradeTable;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.portfolio.LedgerQuery.CashEntry;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.scoring.ScoreRow;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.projection.ProjectionBehavior;
import org.apache.pekko.projection.eventsourced.EventEnvelope;
import org.apache.pekko.projection.jdbc.javadsl.JdbcHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** From events in a real journal to rows in real tables, exactly once. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class ReadModelProjectionsTest {

  private static final AccountId ACCOUNT = AccountId.DEFAULT;
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Database database;
  private TestNode node;

  ReadModelProjectionsTest(DatabaseKind kind, @TempDir Path folder) {
    database = TestDatabases.installed(kind, folder);
    node = TestNode.start(database);
  }

  @AfterEach
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void portfolioEventsBecomeTradesAndCash() {
    store(ACCOUNT, EventSamples.portfolio());
    startLedger();
    awaitEntries(8);

    assertThat(cash().page(ACCOUNT, Optional.empty(), 10, 0).rows())
        .extracting(CashEntry::id, CashEntry::balance)
        .containsExactly(
            tuple("correction:drift:0a1b2c3f", Money.of("381.15", Currency.EUR)),
            tuple("fill:SIM-F-13:commission", Money.of("51188.50", Currency.HKD)),
            tuple("fill:SIM-F-13:sale", Money.of("51250.00", Currency.HKD)),
            tuple("fill:SIM-F-12:commission", Money.of("0.00", Currency.USD)),
            tuple("fill:SIM-F-12:purchase", Money.of("2.33", Currency.USD)),
            tuple("fill:SIM-F-12:conversion-in", Money.of("667.76", Currency.USD)),
            tuple("fill:SIM-F-12:conversion-out", Money.of("383.65", Currency.EUR)),
            tuple("deposit:deposit-2026-03", Money.of("1000.00", Currency.EUR)));
    assertThat(trades().page(everything(ACCOUNT), 10, 0).rows())
        .extracting(Fill::id)
        .containsExactly(new FillId("SIM-F-13"), new FillId("SIM-F-12"));
  }

  @Test
  void eachAccountHasItsOwnLedger() {
    AccountId other = new AccountId("other:account");
    store(ACCOUNT, deposits(1, 2));
    store(other, deposits(1, 1));
    startLedger();
    awaitEntries(2);
    await().atMost(SOON).until(() -> cash().page(other, Optional.empty(), 10, 0).total() == 1);

    assertThat(cash().page(other, Optional.empty(), 10, 0).rows())
        .extracting(CashEntry::balance)
        .containsExactly(Money.of("1", Currency.EUR));
  }

  @Test
  void aRestartGoesOnWhereItStopped() {
    store(ACCOUNT, deposits(1, 3));
    ActorRef<?> first = startLedger();
    awaitEntries(3);
    node.stop(first);
    store(ACCOUNT, deposits(4, 5));
    node.close();

    node = TestNode.start(database);
    startLedger();
    awaitEntries(5);

    assertBalances(5);
  }

  @Test
  void aTransactionThatDiesHalfWayIsDoneOnceMore() {
    store(ACCOUNT, deposits(1, 4));
    AtomicInteger attempts = new AtomicInteger();
    node.spawn(
        ProjectionBehavior.create(
            ReadModelProjections.exactlyOnce(
                "ledger",
                ProjectionTags.PORTFOLIO,
                () -> new DyingHandler(attempts, 2),
                node.system(),
                database)));
    awaitEntries(4);

    assertThat(attempts).hasValue(5);
    assertBalances(4);
  }

  /** Writes the rows and then, the n-th time, fails before anything is committed. */
  private static final class DyingHandler
      extends JdbcHandler<EventEnvelope<Chained<PortfolioEvent>>, PooledSession> {

    private final LedgerHandler ledger = new LedgerHandler();
    private final AtomicInteger attempts;
    private final int dyingAttempt;

    DyingHandler(AtomicInteger attempts, int dyingAttempt) {
      this.attempts = attempts;
      this.dyingAttempt = dyingAttempt;
    }

    @Override
    public void process(PooledSession session, EventEnvelope<Chained<PortfolioEvent>> envelope)
        throws Exception {
      ledger.process(session, envelope);
      if (attempts.incrementAndGet() == dyingAttempt) {
        throw new IllegalStateException("dies on purpose");
      }
    }
  }

  @Test
  void scoresBecomeHistory() {
    node.store(
        PersistenceId.of(SecurityCommand.KEY.name(), ValueSamples.APPLE.value()),
        JournalCodecs.SECURITY_EVENTS,
        ProjectionTags.SECURITY,
        EventSamples.security());
    node.spawn(ProjectionBehavior.create(ReadModelProjections.scores(node.system(), database)));

    ScoreTable scores = new ScoreTable(database);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(scores.since(ValueSamples.APPLE, ValueSamples.DAY))
                    .containsExactly(new ScoreRow(ValueSamples.DAY, 0.7312, "B")));
  }

  @Test
  void plansAreListed() {
    node.store(
        PersistenceId.of(PlanCommand.KEY.name(), ValueSamples.PLAN_ID.portfolioHash().value()),
        JournalCodecs.PLAN_EVENTS,
        ProjectionTags.PLAN,
        List.of(
            EventSamples.plan().get(0), EventSamples.plan().get(1), EventSamples.plan().get(3)));
    node.spawn(ProjectionBehavior.create(ReadModelProjections.plans(node.system(), database)));

    PlanTable plans = new PlanTable(database);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(plans.page(10, 0).rows()).containsExactly(ValueSamples.PLAN_ID));
  }

  private void store(AccountId account, List<? extends PortfolioEvent> events) {
    node.store(
        PersistenceId.of(PortfolioCommand.KEY.name(), account.value()),
        JournalCodecs.PORTFOLIO_EVENTS,
        ProjectionTags.PORTFOLIO,
        events);
  }

  private ActorRef<ProjectionBehavior.Command> startLedger() {
    return node.spawn(
        ProjectionBehavior.create(ReadModelProjections.ledger(node.system(), database)));
  }

  /** Deposits whose amount is their number. */
  private static List<PortfolioEvent> deposits(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .<PortfolioEvent>mapToObj(
            n ->
                new PortfolioEvent.DepositBooked(
                    new DepositId("deposit-" + n),
                    Money.of(Integer.toString(n), Currency.EUR),
                    "",
                    ValueSamples.AT))
        .toList();
  }

  private void awaitEntries(long count) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(cash().page(ACCOUNT, Optional.empty(), 1, 0).total()).isEqualTo(count));
  }

  private void assertBalances(int deposits) {
    List<Money> expected = new ArrayList<>();
    for (int n = deposits; n > 0; n--) {
      expected.add(Money.of(Integer.toString(n * (n + 1) / 2), Currency.EUR));
    }
    assertThat(cash().page(ACCOUNT, Optional.empty(), 100, 0).rows())
        .extracting(CashEntry::balance)
        .containsExactlyElementsOf(expected);
  }

  private CashTable cash() {
    return new CashTable(database);
  }

  private TradeTable trades() {
    return new TradeTable(database);
  }

  private static TradeTable.Filter everything(AccountId account) {
    return new TradeTable.Filter(account, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
