package io.arduinotrader.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** As many kills as -Dkills says, twenty to a journal. */
class KilledNodesTrial {

  private static final int PER_ROUND = 20;

  @Test
  @Timeout(value = 6, unit = TimeUnit.HOURS)
  void killsLoseNothingAndDoubleNothing(@TempDir Path folder) throws IOException {
    int rounds = Math.ceilDiv(Integer.getInteger("kills", 200), PER_ROUND);
    for (int round = 1; round <= rounds; round++) {
      Path own = Files.createDirectories(folder.resolve("round-" + round));
      KilledNodesTest.campaign(own, 100 + round, PER_ROUND);
    }
  }
}
