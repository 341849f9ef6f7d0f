package io.arduinotrader.gateway.universe;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.Progress;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.universe.FeedCommand.SyncEnded;
import io.arduinotrader.protocol.universe.FeedCommand.SyncProgress;
import io.arduinotrader.protocol.universe.FeedCommand.SyncRefused;
import io.arduinotrader.protocol.universe.FeedCommand.Synced;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.List;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.function.Creator;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.stream.javadsl.Source;

/**
 * One message about a sync.
 *
 * @param percent 0 to 100, 100 only at the end
 * @param isin the security just finished, empty in the first and last message
 * @param error why that one failed or, at the end, what failed last
 */
record SyncStep(
    int percent, int synced, int failed, int total, String isin, boolean complete, String error) {

  /** Up to this number of securities each has a message of its own; then each percent point. */
  private static final int SEPARATE = 100;

  private static final int WHOLE = 100;

  /** The messages a caller gets: from the total known to everything done. */
  static Source<SyncStep, NotUsed> of(Source<SyncProgress, NotUsed> progress, CallContext call) {
    return progress
        .map(SyncStep::of)
        .statefulMapConcat(thinned())
        .via(Progress.repeating(Progress.SILENCE))
        .via(Progress.until(SyncStep::complete, call))
        .addAttributes(Progress.QUIET);
  }

  private static SyncStep of(SyncProgress progress) {
    return switch (progress) {
      case SyncRefused refused ->
          throw Refusals.status(Refusal.of(refused.code(), refused.reason()));
      case Synced step ->
          new SyncStep(
              percent(step),
              step.synced(),
              step.failed(),
              step.total(),
              step.current().map(Isin::value).orElse(""),
              false,
              step.error());
      case SyncEnded end ->
          new SyncStep(WHOLE, end.synced(), end.failed(), end.total(), "", true, end.error());
    };
  }

  private static int percent(Synced step) {
    long done = (long) step.synced() + step.failed();
    return step.total() == 0 ? 0 : (int) Math.min(WHOLE - 1, done * WHOLE / step.total());
  }

  /** Lets the first, the last, and of a large sync one message per percent point through. */
  private static Creator<Function<SyncStep, Iterable<SyncStep>>> thinned() {
    return () -> {
      int[] lastPercent = {-1};
      return step -> {
        boolean passes =
            step.complete() || step.total() <= SEPARATE || step.percent() > lastPercent[0];
        lastPercent[0] = Math.max(lastPercent[0], step.percent());
        return passes ? List.of(step) : List.of();
      };
    };
  }
}
