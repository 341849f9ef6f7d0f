package io.arduinotrader.trading.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseKind;
import io.arduinotrader.persistence.db.DatabaseSettings;
import io.arduinotrader.persistence.schema.SchemaInstaller;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures orders from the wish to the stored execution: how long one takes, and how many a hundred
 * accounts make in a second, beside the commits of single rows that the same database makes.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class TradingSpeedTrial {

  private static final int ACCOUNTS = 100;
  private static final int WARM = 300;
  private static final int TIMED = Integer.getInteger("speed.orders", 1000);
  private static final int PER_ACCOUNT = Integer.getInteger("speed.perAccount", 20);
  private static final int COMMITS = 2000;
  private static final Money CASH = Money.of("1000000", Currency.EUR);

  @Test
  void onH2(@TempDir Path folder) {
    measure(DatabaseSettings.embedded(folder), folder);
  }

  @Test
  void onPostgres(@TempDir Path folder) throws IOException {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder().setServerConfig("fsync", "on").start()) {
      measure(
          new DatabaseSettings(
              server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", 5),
          folder);
    }
  }

  private static void measure(DatabaseSettings settings, Path folder) {
    try (Database database = Database.open(settings)) {
      SchemaInstaller.install(database);
      measure(database, folder);
    }
  }

  private static void measure(Database database, Path folder) {
    try (JournaledHouse house = new JournaledHouse(database, folder)) {
      AccountId alone = new AccountId("alone");
      house.deposit(alone, CASH).toCompletableFuture().join();
      IntStream.range(0, WARM).forEach(number -> traded(house, alone, number));
      long[] nanos =
          IntStream.range(WARM, WARM + TIMED)
              .mapToLong(number -> traded(house, alone, number))
              .sorted()
              .toArray();
      double trades = tradesPerSecond(house);
      double commits = commitsPerSecond(database, false);
      double flushed = commitsPerSecond(database, true);
      System.out.printf(
          "%s: one order p50 %.1f ms, p99 %.1f ms; %d accounts %.0f trades/s;"
              + " single rows %.0f commits/s (ratio %.3f), flushed %.0f/s (ratio %.2f)%n",
          database.kind(),
          nanos[nanos.length / 2] / 1e6,
          nanos[nanos.length * 99 / 100] / 1e6,
          ACCOUNTS,
          trades,
          commits,
          trades / commits,
          flushed,
          trades / flushed);
    }
  }

  private static long traded(JournaledHouse house, AccountId account, int number) {
    long begin = System.nanoTime();
    filled(house.buy(account, number).toCompletableFuture().join());
    return System.nanoTime() - begin;
  }

  private static void filled(OrderReply reply) {
    assertThat(reply)
        .isInstanceOfSatisfying(
            OrderReply.Known.class,
            known -> assertThat(known.view().phase()).isEqualTo(OrderPhase.FILLED));
  }

  /** Each account has one order under way at a time. */
  private static double tradesPerSecond(JournaledHouse house) {
    AccountId[] accounts =
        IntStream.range(0, ACCOUNTS)
            .mapToObj(number -> new AccountId("account-" + number))
            .toArray(AccountId[]::new);
    join(Arrays.stream(accounts).map(account -> house.deposit(account, CASH)));
    join(Arrays.stream(accounts).map(account -> many(house, account, 0, 1)));
    long begin = System.nanoTime();
    join(Arrays.stream(accounts).map(account -> many(house, account, 1, PER_ACCOUNT + 1)));
    return ACCOUNTS * PER_ACCOUNT / ((System.nanoTime() - begin) / 1e9);
  }

  private static CompletionStage<?> many(
      JournaledHouse house, AccountId account, int from, int to) {
    CompletionStage<?> last = CompletableFuture.completedStage(account);
    for (int number = from; number < to; number++) {
      int next = number;
      last =
          last.thenCompose(
              before -> house.buy(account, next).thenAccept(TradingSpeedTrial::filled));
    }
    return last;
  }

  private static void join(Stream<? extends CompletionStage<?>> stages) {
    CompletableFuture.allOf(
            stages.map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new))
        .join();
  }

  /** Rows as large as an event, one to a commit, on one connection. */
  private static double commitsPerSecond(Database database, boolean flushed) {
    int commits = flushed ? COMMITS / 10 : COMMITS;
    byte[] row = new byte[300];
    try (Connection connection = database.dataSource().getConnection();
        Statement tables = connection.createStatement()) {
      connection.setAutoCommit(true);
      tables.execute(
          "CREATE TABLE IF NOT EXISTS single_rows (number INTEGER, content "
              + (database.kind() == DatabaseKind.H2 ? "VARBINARY" : "BYTEA")
              + ")");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO single_rows VALUES (?, ?)")) {
        long begin = System.nanoTime();
        for (int number = 0; number < commits; number++) {
          insert.setInt(1, number);
          insert.setBytes(2, row);
          insert.executeUpdate();
          if (flushed) {
            database.durability().force();
          }
        }
        return commits / ((System.nanoTime() - begin) / 1e9);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
