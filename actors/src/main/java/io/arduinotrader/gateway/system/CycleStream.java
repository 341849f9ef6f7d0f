package io.arduinotrader.gateway.system;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.Progress;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleProgress;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.grpc.gateway.TradingCycleUpdate;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.CycleId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.japi.function.Creator;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.stream.javadsl.Source;

/**
 * A trading cycle as its caller sees it. When nothing is heard for a while the cycle is asked how
 * it stands, so that a caller also hears the end of a cycle that went on elsewhere.
 */
final class CycleStream {

  private static final int WHOLE = 100;

  /** How long a working cycle may take to say how it stands. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Edge edge;
  private final CycleId id;
  private final CallContext call;
  private final Duration silence;

  CycleStream(Edge edge, CycleId id, CallContext call, Duration silence) {
    this.edge = edge;
    this.id = id;
    this.call = call;
    this.silence = silence;
  }

  Source<TradingCycleUpdate, NotUsed> start(boolean dryRun, boolean force) {
    Pair<ActorRef<CycleProgress>, Source<CycleProgress, NotUsed>> inbox =
        Progress.inbox(edge.system());
    edge.rooms()
        .tell(
            CycleCommand.KEY,
            AccountId.DEFAULT.value(),
            new CycleCommand.StartCycle(id, dryRun, force, inbox.first()));
    return Progress.whileKept(edge.rooms().untilLost(CycleCommand.KEY), inbox.second())
        .via(Progress.asking(silence, quiet -> standing()))
        .map(CycleStream::update)
        .statefulMapConcat(neverBackwards())
        .via(Progress.until(TradingCycleUpdate::getComplete, call))
        .addAttributes(Progress.QUIET);
  }

  private java.util.concurrent.CompletionStage<CycleProgress> standing() {
    return edge.rooms()
        .<CycleCommand, CycleView>ask(
            CycleCommand.KEY,
            AccountId.DEFAULT.value(),
            call.budget(PATIENCE),
            CycleCommand.GetCycle::new)
        .thenApply(this::progress);
  }

  private CycleProgress progress(CycleView view) {
    if (view.id().filter(id::equals).isEmpty()) {
      throw CallRefusedException.unavailable("the cycle did not begin");
    }
    if (!view.running()) {
      return new CycleProgress.Ended(view);
    }
    Stage stage =
        Arrays.stream(Stage.values())
            .filter(each -> !view.completed().contains(each))
            .findFirst()
            .orElse(Stage.EXECUTE);
    return new CycleProgress.At(id, stage, stage.startsAtPercent(), "");
  }

  private static TradingCycleUpdate update(CycleProgress progress) {
    return switch (progress) {
      case CycleProgress.Refused refused -> throw Refusals.status(refused.refusal());
      case CycleProgress.At at ->
          TradingCycleUpdate.newBuilder()
              .setStep(at.stage().token())
              .setProgressPct(Math.clamp(at.percent(), 0, WHOLE - 1))
              .setMessage(at.message())
              .build();
      case CycleProgress.Ended ended ->
          TradingCycleUpdate.newBuilder()
              .setStep("complete")
              .setProgressPct(WHOLE)
              .setMessage(String.join(" ", ended.view().notes()))
              .setComplete(true)
              .setResult(CycleWire.result(ended.view()))
              .setError(ended.view().failure().orElse(""))
              .build();
    };
  }

  /** Keeps the percentage from falling and repeats the last words when there are no new ones. */
  private static Creator<Function<TradingCycleUpdate, Iterable<TradingCycleUpdate>>>
      neverBackwards() {
    return () -> {
      TradingCycleUpdate[] last = {TradingCycleUpdate.getDefaultInstance()};
      return update -> {
        TradingCycleUpdate.Builder next = update.toBuilder();
        next.setProgressPct(Math.max(last[0].getProgressPct(), update.getProgressPct()));
        if (update.getMessage().isEmpty() && update.getStep().equals(last[0].getStep())) {
          next.setMessage(last[0].getMessage());
        }
        last[0] = next.build();
        return List.of(last[0]);
      };
    };
  }
}
