package io.arduinotrader.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How soon a killed board is known, over and over: {@code ./mvnw -Ptrial test
 * -Dtrials=KilledBoardTrial -Dkills=50}.
 */
class KilledBoardTrial {

  private static final Duration LIMIT = Duration.ofMillis(100);

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void aKilledBoardIsKnownInATenthOfASecond(@TempDir Path folder) {
    int kills = Integer.getInteger("kills", 50);
    List<Duration> known = new ArrayList<>();
    try (TwoDevices pair = TwoDevices.started(folder, TwoDevices.Placing.HERE)) {
      for (int kill = 1; kill <= kills; kill++) {
        KilledBoard killed = KilledBoard.of(pair, pair.second(), pair.first());
        assertThat(killed.status()).isEqualTo(Status.Code.UNAVAILABLE);
        known.add(killed.known());
        System.out.printf("kill %d known after %d us%n", kill, micros(killed.known()));
        pair.second().launchAgain();
        pair.awaitWhole();
      }
    }
    known.sort(null);
    System.out.printf(
        "killed boards known after: n %d, median %d us, p99 %d us, longest %d us%n",
        kills,
        micros(known.get(kills / 2)),
        micros(known.get((kills * 99 - 1) / 100)),
        micros(known.getLast()));
    assertThat(known.get((kills * 99 - 1) / 100)).isLessThan(LIMIT);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }
}
