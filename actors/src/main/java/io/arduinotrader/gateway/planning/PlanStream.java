package io.arduinotrader.gateway.planning;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.FieldViolation;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.gateway.edge.Progress;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.protocol.grpc.planning.PlanUpdate;
import io.arduinotrader.protocol.planning.PlanProgress;
import java.util.List;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.function.Creator;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.stream.javadsl.Source;

/** The progress of a plan as a caller sees it: never backwards, with exactly one last message. */
final class PlanStream {

  private static final int WHOLE = 100;
  private static final int SEARCH_START = 25;
  private static final int SEARCH = 70;

  private PlanStream() {}

  static Source<PlanUpdate, NotUsed> of(Source<PlanProgress, NotUsed> progress, CallContext call) {
    return progress
        .map(PlanStream::update)
        .statefulMapConcat(neverBackwards())
        .via(Progress.repeating(Progress.SILENCE))
        .via(Progress.until(PlanUpdate::getComplete, call))
        .addAttributes(Progress.QUIET);
  }

  private static PlanUpdate update(PlanProgress progress) {
    return switch (progress) {
      case PlanProgress.Refused refused -> throw Refusals.status(refused.refusal());
      case PlanProgress.At at ->
          PlanUpdate.newBuilder()
              .setPlanId(at.id().toString())
              .setProgressPct(Math.clamp(at.percent(), 0, WHOLE - 1))
              .setCurrentStep(at.stage())
              .build();
      case PlanProgress.Misread misread ->
          throw new InvalidRequestException(
              misread.problems().stream()
                  .map(
                      problem ->
                          new FieldViolation("constraints." + problem.field(), problem.message()))
                  .toList());
      case PlanProgress.Searching searching ->
          PlanUpdate.newBuilder()
              .setPlanId(searching.id().toString())
              .setProgressPct(SEARCH_START + SEARCH * searching.counters().percent() / WHOLE)
              .setCurrentStep(searching.counters().summary())
              .build();
      case PlanProgress.Made made ->
          PlanUpdate.newBuilder()
              .setPlanId(made.plan().id().toString())
              .setProgressPct(WHOLE)
              .setCurrentStep("complete")
              .setComplete(true)
              .setPlan(PlanWire.of(made.plan()))
              .build();
      case PlanProgress.Failed failed ->
          PlanUpdate.newBuilder()
              .setPlanId(failed.id().toString())
              .setProgressPct(WHOLE)
              .setCurrentStep("failed")
              .setComplete(true)
              .setError(failed.reason())
              .build();
    };
  }

  private static Creator<Function<PlanUpdate, Iterable<PlanUpdate>>> neverBackwards() {
    return () -> {
      int[] highest = {0};
      return update -> {
        highest[0] = Math.max(highest[0], update.getProgressPct());
        return List.of(update.toBuilder().setProgressPct(highest[0]).build());
      };
    };
  }
}
