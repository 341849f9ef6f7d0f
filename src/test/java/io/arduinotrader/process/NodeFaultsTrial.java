package io.arduinotrader.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.arduinotrader.process.StoppedAtStep.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can happen to a node and its broker, one thing after the other. */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class NodeFaultsTrial {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int UNSTOPPED = 3;
  private static final long QUIET_MILLIS = 20_000;
  private static final int DISK_MEGABYTES = 48;

  @AfterAll
  static void closeClients() {
    NodeFaults.closeClients();
  }

  @ParameterizedTest
  @EnumSource
  void killedBetweenEveryPairOfSteps(Side side, @TempDir Path folder) {
    int port = NodeProcess.freePorts(1).getFirst();
    List<String> stored = new ArrayList<>();
    try (NodeFaults house = NodeFaults.begun(folder, StoppedAtStep.settings(port))) {
      // an order that came to nothing has fewer steps; the next one is tried
      for (int unstopped = 0; unstopped < UNSTOPPED; ) {
        if (killedAt(side, stored.size() + 1, port, house)) {
          stored.add(LastStored.in(folder));
          house.node.startAgain();
          house.agree("killed " + side + " step " + stored.size());
          house.isWell("trading");
        } else {
          unstopped++;
        }
      }
      house.agree("not killed");
    }
    System.out.printf("killed %s a step, last stored was:%n%s%n", side, String.join("\n", stored));
    assertThat(new TreeSet<>(stored))
        .as("an order was stopped in every gap of its life")
        .contains(
            "order.intent-recorded.v1",
            "trading.intent-admitted.v1",
            "portfolio.funds-reserved.v1",
            "order.submission-started.v1",
            "order.order-accepted.v1",
            "order.fill-recorded.v1",
            "portfolio.fill-booked.v1",
            "trading.fill-noted.v1",
            "portfolio.reservation-released.v1",
            "trading.intent-settled.v1");
  }

  private static boolean killedAt(Side side, int step, int port, NodeFaults house) {
    try (StoppedAtStep stop = StoppedAtStep.attached(port)) {
      stop.arm(side);
      house.buy();
      boolean stopped = stop.await(step, QUIET_MILLIS);
      if (stopped) {
        house.node.kill();
      }
      return stopped;
    }
  }

  @Test
  void theBrokerIsGoneForAMinute(@TempDir Path folder) {
    try (NodeFaults house = NodeFaults.begun(folder, Map.of())) {
      house.buy();
      house.agree("before");
      house.broker.kill();
      house.complains("trading");
      house.buy();
      house.node.runFor(MINUTE);
      house.broker.startAgain();
      house.agree("after the broker was gone");
      house.isWell("trading");
      house.buy();
      house.agree("afterwards");
    }
  }

  @Test
  void nodeAndBrokerStandStillForAMinute(@TempDir Path folder) {
    try (NodeFaults house = NodeFaults.begun(folder, Map.of())) {
      house.buy();
      house.node.pause();
      house.node.runFor(MINUTE);
      house.node.proceed();
      house.agree("after the node stood still");

      house.broker.pause();
      house.buy();
      house.node.runFor(MINUTE);
      house.complains("trading");
      house.broker.proceed();
      house.agree("after the broker stood still");
      house.isWell("trading");
    }
  }

  @Test
  void theDiskIsFull(@TempDir Path folder) {
    Path data = folder.resolve("data");
    assumeThat(SmallDisk.canBeMade(data)).as("only root can mount a small disk").isTrue();
    try (SmallDisk disk = SmallDisk.mounted(data, DISK_MEGABYTES);
        NodeFaults house = NodeFaults.begun(folder, Map.of())) {
      disk.fill();
      house.buy();
      house.complains("trading");
      disk.free();
      house.node.kill();
      house.node.startAgain();
      house.agree("after there is room again");
      house.isWell("trading");
    }
  }

  @Test
  void nothingMayBeWritten(@TempDir Path folder) {
    Path data = folder.resolve("data");
    assumeThat(SmallDisk.canBeMade(data)).as("only root can mount a small disk").isTrue();
    try (SmallDisk disk = SmallDisk.mounted(data, DISK_MEGABYTES);
        NodeFaults house = NodeFaults.begun(folder, Map.of())) {
      house.buy();
      house.node.kill();
      disk.onlyForReading();
      house.node.launchAgain();
      assertThat(house.node.exitStatus(MINUTE)).isNotZero();
      assertThat(house.node.words()).contains("cannot be written");
      disk.forWriting();
      house.node.startAgain();
      house.agree("after the disk can be written again");
    }
  }
}
