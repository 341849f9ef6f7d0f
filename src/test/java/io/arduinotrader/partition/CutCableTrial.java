package io.arduinotrader.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arduinotrader.cluster.TwoDevices;
import io.arduinotrader.process.NodeProcess;
import io.arduinotrader.protocol.grpc.gateway.TradingCycleUpdate;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeResponse;
import io.grpc.Status;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One pair of boards whose cable is cut, and cut, and cut again; needs root: {@code ./mvnw -Ptrial
 * test -Dtrials=CutCableTrial}.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CutCableTrial {

  /** Longer than the silence that ends a line, by what a busy machine needs to notice it. */
  private static final Duration NOTICED = Duration.ofSeconds(15);

  private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

  private static Cable cable;
  private static TwoDevices pair;

  @BeforeAll
  static void start(@TempDir Path folder) {
    assumeTrue(Cable.obstacle().isEmpty(), Cable.obstacle());
    cable = Cable.laid();
    OPEN.push(cable);
    pair = TwoDevices.started(folder, cable.placing());
    OPEN.push(pair);
    assertThat(TwoDevices.get(pair.deposit(pair.second(), "10000", "first")).getSuccess()).isTrue();
    assertThat(
            TwoDevices.get(pair.cycle(pair.first(), "prices", update -> {})).getLast().getError())
        .isEmpty();
  }

  /** What one trial leaves cut must not fail the next. */
  @AfterEach
  void heal() {
    cable.healFromSecond();
    cable.heal();
    pair.awaitWhole();
  }

  @AfterAll
  static void end() throws Exception {
    while (!OPEN.isEmpty()) {
      OPEN.pop().close();
    }
  }

  @Test
  @Order(1)
  void whatWasSentIntoACutIsNotDoneAfterIt() {
    long orders = pair.orders(pair.second());
    BigDecimal cash = cash();
    String share = pair.untraded();
    cable.cut();
    CompletableFuture<?> trade = pair.buy(pair.first(), share);
    CompletableFuture<?> deposit = pair.deposit(pair.second(), "7", "late-deposit");
    assertThat(TwoDevices.status(trade)).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(TwoDevices.status(deposit)).isEqualTo(Status.Code.UNAVAILABLE);
    cable.heal();
    pair.awaitWhole();
    // later commands along both ways have overtaken nothing: what was kept has arrived before them
    TwoDevices.get(pair.summary(pair.first()));
    assertThat(TwoDevices.get(pair.deposit(pair.second(), "5", "after")).getSuccess()).isTrue();
    assertThat(pair.orders(pair.second())).isEqualTo(orders);
    assertThat(cash()).isEqualByComparingTo(cash.add(BigDecimal.valueOf(5)));
  }

  @Test
  @Order(2)
  void bothSidesLiveThroughACutAndGoOnAfterIt() {
    String hash = TwoDevices.get(pair.summary(pair.first())).getPortfolioHash();
    cable.cut();
    awaitNoticed();
    assertFailsAtOnce(pair.first());
    assertFailsAtOnce(pair.second());
    assertThat(TwoDevices.status(pair.history(pair.second()))).isEqualTo(Status.Code.OK);
    assertThat(pair.unhealthy(pair.first())).doesNotContain("planning", "scoring", "universe");
    assertThat(pair.unhealthy(pair.second())).doesNotContain("trading", "optimization");
    cable.heal();
    pair.awaitWhole();
    assertThat(TwoDevices.get(pair.summary(pair.first())).getPortfolioHash()).isEqualTo(hash);
    assertThat(TwoDevices.get(pair.deposit(pair.first(), "1000", "healed")).getSuccess()).isTrue();
    ExecuteTradeResponse trade = TwoDevices.get(pair.buy(pair.first(), pair.untraded()));
    assertThat(trade.getSuccess()).as(trade.getMessage()).isTrue();
  }

  @Test
  @Order(3)
  void aCycleThatWasCutOffGoesOn() {
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    CompletableFuture<?> watched =
        pair.cycle(
            pair.first(),
            "cut-off",
            update -> {
              if (update.getStep().equals("scoring")) {
                begun.complete(true);
              }
            });
    assertThat(TwoDevices.get(begun)).isTrue();
    cable.cut();
    awaitNoticed();
    cable.heal();
    pair.awaitWhole();
    assertThat(TwoDevices.status(watched)).isEqualTo(Status.Code.OK);
    TradingCycleUpdate last =
        TwoDevices.get(pair.cycle(pair.first(), "cut-off", update -> {})).getLast();
    assertThat(last.getError()).isEmpty();
    assertThat(last.getResult().getTradesFailed()).isZero();
  }

  @Test
  @Order(4)
  void oneDirectionIsAsGoodAsNone() {
    cable.cutFromSecond();
    awaitNoticed();
    assertFailsAtOnce(pair.first());
    assertFailsAtOnce(pair.second());
    cable.healFromSecond();
    pair.awaitWhole();
  }

  @Test
  @Order(5)
  void aCableThatFlapsDoesNotStopAnything() {
    long orders = pair.orders(pair.second());
    for (int flap = 0; flap < 30; flap++) {
      cable.cut();
      after(Duration.ofSeconds(1));
      cable.heal();
      after(Duration.ofSeconds(1));
    }
    pair.awaitWhole();
    assertThat(pair.orders(pair.second())).isEqualTo(orders);
  }

  @Test
  @Order(6)
  void theFirstBoardFoundsNothingWhenItRestartsAlone() {
    cable.cut();
    awaitNoticed();
    pair.first().kill();
    int before = pair.first().words().length();
    pair.first().launchAgain();
    Awaitility.await("the board looks for the other")
        .atMost(Duration.ofMinutes(2))
        .until(() -> pair.first().words().substring(before).contains("Probing"));
    after(Duration.ofSeconds(10));
    assertThat(pair.first().isAlive()).isTrue();
    assertThat(pair.first().words()).doesNotContain("JOINING itself");
    cable.heal();
    pair.awaitWhole();
  }

  /** The money is served without the first board, which gives way to it after the heal. */
  @Test
  @Order(7)
  void theSecondBoardRestartsAloneAndTheFirstFollows() {
    String hash = TwoDevices.get(pair.summary(pair.first())).getPortfolioHash();
    cable.cut();
    awaitNoticed();
    pair.second().kill();
    pair.second().launchAgain();
    pair.awaitServing(pair.second());
    assertThat(TwoDevices.status(pair.history(pair.second()))).isEqualTo(Status.Code.OK);
    cable.heal();
    assertThat(pair.first().exitStatus(Duration.ofMinutes(2))).isEqualTo(1);
    assertThat(pair.first().words()).contains("has begun another cluster");
    pair.first().launchAgain();
    pair.awaitWhole();
    assertThat(TwoDevices.get(pair.summary(pair.first())).getPortfolioHash()).isEqualTo(hash);
  }

  private static BigDecimal cash() {
    return new BigDecimal(TwoDevices.get(pair.summary(pair.first())).getCashBalance().getAmount());
  }

  private static void awaitNoticed() {
    Awaitility.await("both boards have noticed the cut")
        .atMost(NOTICED)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(
            () ->
                pair.unhealthy(pair.first()).contains("portfolio")
                    && pair.unhealthy(pair.second()).contains("universe"));
  }

  private static void assertFailsAtOnce(NodeProcess node) {
    CompletableFuture<?> call = pair.summary(node);
    assertThat(call).failsWithin(Duration.ofSeconds(1));
    assertThat(TwoDevices.status(call)).isEqualTo(Status.Code.UNAVAILABLE);
  }

  private static void after(Duration pause) {
    Awaitility.await().pollDelay(pause).atMost(pause.multipliedBy(10)).until(() -> true);
  }
}
