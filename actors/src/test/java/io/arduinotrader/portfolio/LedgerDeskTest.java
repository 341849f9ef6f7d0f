package io.arduinotrader.portfolio;

import static io.arduinotrader.portfolio.domain.Books.START;
import static io.arduinotrader.portfolio.domain.Books.eur;
import static io.arduinotrader.portfolio.domain.Books.fill;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseSettings;
import io.arduinotrader.persistence.readmodel.CashTable;
import io.arduinotrader.persistence.readmodel.TradeTable;
import io.arduinotrader.persistence.schema.SchemaInstaller;
import io.arduinotrader.protocol.portfolio.LedgerQuery;
import io.arduinotrader.protocol.portfolio.LedgerQuery.CashEntries;
import io.arduinotrader.protocol.portfolio.LedgerQuery.CashEntriesReply;
import io.arduinotrader.protocol.portfolio.LedgerQuery.CashEntry;
import io.arduinotrader.protocol.portfolio.LedgerQuery.GetCashEntries;
import io.arduinotrader.protocol.portfolio.LedgerQuery.GetTrades;
import io.arduinotrader.protocol.portfolio.LedgerQuery.Trades;
import io.arduinotrader.protocol.portfolio.LedgerQuery.TradesReply;
import io.arduinotrader.protocol.portfolio.LedgerQuery.Unreadable;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerDeskTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Fill BOUGHT = fill("f1", "i1", Side.BUY, "3", "100", "2");
  private static final Fill SOLD = fill("f2", "i2", Side.SELL, "1", "110", "2");

  private final ActorTestKit kit = ActorTestKit.create();
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final Database database;
  private final ActorRef<LedgerQuery> desk;

  LedgerDeskTest(@TempDir Path folder) {
    database = Database.open(DatabaseSettings.embedded(folder));
    SchemaInstaller.install(database);
    desk = kit.spawn(LedgerDesk.create(new TradeTable(database), new CashTable(database), threads));
  }

  @BeforeEach
  void write() {
    database.write(
        "a purchase and a sale",
        connection -> {
          TradeTable.insert(connection, AccountId.DEFAULT, 2, BOUGHT);
          TradeTable.insert(connection, AccountId.DEFAULT, 3, SOLD);
          CashTable.append(
              connection,
              AccountId.DEFAULT,
              1,
              List.of(new CashTable.Movement("deposit:d1", "deposit", eur("1000"), "d1")),
              START);
          CashTable.append(
              connection,
              AccountId.DEFAULT,
              2,
              List.of(new CashTable.Movement("fill:f1", "purchase", eur("-300"), "f1")),
              START);
          return 0;
        });
  }

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
    threads.shutdown();
    database.close();
  }

  @Test
  void tradesComeNewestFirstByPageAndFilter() {
    assertThat(trades(Optional.empty(), 10, 0)).isEqualTo(new Trades(List.of(SOLD, BOUGHT), 2));
    assertThat(trades(Optional.empty(), 1, 1)).isEqualTo(new Trades(List.of(BOUGHT), 2));
    assertThat(trades(Optional.of(Side.SELL), 10, 0)).isEqualTo(new Trades(List.of(SOLD), 1));
  }

  @Test
  void cashMovementsComeWithTheirBalances() {
    assertThat(entries())
        .isEqualTo(
            new CashEntries(
                List.of(
                    new CashEntry("fill:f1", "purchase", eur("-300"), eur("700"), "f1", START),
                    new CashEntry("deposit:d1", "deposit", eur("1000"), eur("1000"), "d1", START)),
                2));
  }

  @Test
  void tableThatCannotBeReadIsNotAnEmptyOne() {
    database.close();

    assertThat(trades(Optional.empty(), 10, 0)).isInstanceOf(Unreadable.class);
    assertThat(entries()).isInstanceOf(Unreadable.class);
  }

  private TradesReply trades(Optional<Side> side, int limit, int offset) {
    TestProbe<TradesReply> probe = kit.createTestProbe();
    desk.tell(
        new GetTrades(
            AccountId.DEFAULT,
            Optional.empty(),
            Optional.empty(),
            side,
            limit,
            offset,
            probe.ref()));
    return probe.receiveMessage(PATIENCE);
  }

  private CashEntriesReply entries() {
    TestProbe<CashEntriesReply> probe = kit.createTestProbe();
    desk.tell(new GetCashEntries(AccountId.DEFAULT, Optional.of(Currency.EUR), 10, 0, probe.ref()));
    return probe.receiveMessage(PATIENCE);
  }
}
