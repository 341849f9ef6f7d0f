package io.arduinotrader.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.process.NodeProcess;
import io.arduinotrader.protocol.grpc.gateway.TradingCycleUpdate;
import io.arduinotrader.protocol.grpc.operations.VerifiedStream;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeResponse;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One pair of processes through a day: it works as one, loses a board, and gets it back. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoDevicesTest {

  private static TwoDevices pair;

  @BeforeAll
  static void start(@TempDir Path folder) {
    pair = TwoDevices.started(folder, TwoDevices.Placing.HERE);
  }

  @AfterAll
  static void end() {
    pair.close();
  }

  @Test
  @Order(1)
  void aCycleRunsOverBothBoards() {
    assertThat(TwoDevices.get(pair.deposit(pair.second(), "10000", "first")).getSuccess()).isTrue();
    TradingCycleUpdate last =
        TwoDevices.get(pair.cycle(pair.first(), "cycle", update -> {})).getLast();
    assertThat(last.getComplete()).isTrue();
    assertThat(last.getError()).isEmpty();
    assertThat(last.getResult().getTradesFailed()).isZero();
    assertThat(TwoDevices.get(pair.summary(pair.first())).getPortfolioHash())
        .isEqualTo(TwoDevices.get(pair.summary(pair.second())).getPortfolioHash());
  }

  @Test
  @Order(2)
  void bothJournalsAreVerifiedFromEitherBoard() {
    for (NodeProcess called : List.of(pair.first(), pair.second())) {
      assertThat(pair.journals(called))
          .allMatch(VerifiedStream::getIntact)
          .extracting(stream -> stream.getPersistenceId().replaceAll("\\|.*", ""))
          .contains("portfolio", "order", "cycle", "universe");
    }
  }

  /**
   * The stopped board still takes in what is sent to it, and would do it when it goes on: its
   * caller has been told UNAVAILABLE long before.
   */
  @Test
  @Order(3)
  void aTradeWhoseCallerGaveUpIsNotMadeLater() {
    assertThat(TwoDevices.get(pair.deposit(pair.second(), "1000", "more")).getSuccess()).isTrue();
    String share = pair.untraded();
    long before = pair.orders(pair.first());
    pair.second().pause();
    CompletableFuture<?> trade = pair.buy(pair.first(), share);
    assertThat(TwoDevices.status(trade)).isEqualTo(Status.Code.UNAVAILABLE);
    pair.second().proceed();
    Awaitility.await("the command arrives")
        .atMost(Duration.ofMinutes(1))
        .until(() -> pair.second().words().contains("is not done: the command came after"));
    pair.awaitWhole();
    assertThat(pair.orders(pair.first())).isEqualTo(before);
    ExecuteTradeResponse again = TwoDevices.get(pair.buy(pair.first(), share));
    assertThat(again.getSuccess()).as(again.getMessage()).isTrue();
    assertThat(pair.orders(pair.first())).isEqualTo(before + 1);
  }

  @Test
  @Order(4)
  void aKilledBoardIsKnownAtOnceAndItsCycleGoesOnWhenItIsBack() {
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    CompletableFuture<?> watched =
        pair.cycle(pair.second(), "resumed", update -> begun.complete(true));
    assertThat(TwoDevices.get(begun)).isTrue();
    pair.first().kill();
    assertThat(watched).failsWithin(Duration.ofSeconds(5));
    assertThat(TwoDevices.status(watched)).isEqualTo(Status.Code.UNAVAILABLE);
    Awaitility.await("its services are known to be away")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(pair.unhealthy(pair.second()))
                    .contains("planning", "scoring", "universe")
                    .doesNotContain("trading", "optimization"));
    pair.first().launchAgain();
    pair.awaitWhole();
    TradingCycleUpdate last =
        TwoDevices.get(pair.cycle(pair.second(), "resumed", update -> {})).getLast();
    assertThat(last.getComplete()).isTrue();
    assertThat(last.getError()).isEmpty();
  }
}
