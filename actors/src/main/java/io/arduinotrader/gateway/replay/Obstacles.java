package io.arduinotrader.gateway.replay;

import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.protocol.replay.ReplayQuery.NotReplayed;
import java.time.Duration;

/** Why the past cannot be told, as statuses of a call. */
final class Obstacles {

  private static final Duration RETRY_BUSY = Duration.ofSeconds(5);

  private Obstacles() {}

  static CallRefusedException status(NotReplayed no) {
    return switch (no.obstacle()) {
      case UNREACHABLE -> CallRefusedException.unavailable(no.reason());
      case BUSY -> CallRefusedException.exhausted(no.reason(), RETRY_BUSY);
      case BROKEN -> CallRefusedException.dataLoss(no.reason());
      case NO_SUCH_MOMENT -> CallRefusedException.outOfRange(no.reason());
    };
  }
}
