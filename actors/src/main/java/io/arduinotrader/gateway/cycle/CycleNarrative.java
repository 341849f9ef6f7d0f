package io.arduinotrader.gateway.cycle;

import io.arduinotrader.gateway.cycle.domain.CycleState;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.universe.FeedCommand.SyncEnded;
import io.arduinotrader.protocol.universe.FeedCommand.SyncProgress;
import io.arduinotrader.protocol.universe.FeedCommand.SyncRefused;
import io.arduinotrader.protocol.universe.FeedCommand.Synced;
import java.util.Locale;

/** What a person reads while a cycle runs, and how far it is. */
final class CycleNarrative {

  private static final int PRICES_START = 10;
  private static final int LAST_BEFORE_END = 99;

  private CycleNarrative() {}

  static String begin(Stage stage) {
    return switch (stage) {
      case SYNC -> "Comparing books with the broker and fetching prices.";
      case SCORE -> "Scoring the universe.";
      case OPTIMIZE -> "Looking for target weights.";
      case PLAN -> "Planning trades.";
      case EXECUTE -> "Valuing the account.";
    };
  }

  static int percent(SyncProgress progress) {
    int room = Stage.SCORE.startsAtPercent() - PRICES_START;
    return switch (progress) {
      case Synced synced when synced.total() > 0 ->
          PRICES_START + room * (synced.synced() + synced.failed()) / synced.total();
      case Synced synced -> PRICES_START;
      case SyncEnded ended -> Stage.SCORE.startsAtPercent();
      case SyncRefused refused -> PRICES_START;
    };
  }

  static String message(SyncProgress progress) {
    return switch (progress) {
      case Synced synced ->
          "Prices of %d of %d securities."
              .formatted(synced.synced() + synced.failed(), synced.total());
      case SyncEnded ended -> "Prices are there.";
      case SyncRefused refused -> refused.reason();
    };
  }

  static int percent(PlanProgress progress) {
    int room = Stage.EXECUTE.startsAtPercent() - Stage.PLAN.startsAtPercent();
    return switch (progress) {
      case PlanProgress.At at ->
          Math.min(
              Stage.PLAN.startsAtPercent() + room * at.percent() / 100,
              Stage.EXECUTE.startsAtPercent() - 1);
      case PlanProgress.Searching searching ->
          Stage.PLAN.startsAtPercent() + room * searching.counters().percent() / 100;
      case PlanProgress.Made made -> Stage.EXECUTE.startsAtPercent() - 1;
      case PlanProgress.Misread misread -> Stage.PLAN.startsAtPercent();
      case PlanProgress.Failed failed -> Stage.EXECUTE.startsAtPercent() - 1;
      case PlanProgress.Refused refused -> Stage.PLAN.startsAtPercent();
    };
  }

  static String message(PlanProgress progress) {
    return switch (progress) {
      case PlanProgress.At at -> "Plan " + at.id() + ": " + at.stage() + ".";
      case PlanProgress.Searching searching ->
          "Plan " + searching.id() + ": " + searching.counters().summary() + ".";
      case PlanProgress.Misread misread -> misread.problems().getFirst().message();
      case PlanProgress.Made made -> "Plan " + made.plan().id() + " is ready.";
      case PlanProgress.Failed failed -> failed.reason();
      case PlanProgress.Refused refused -> refused.refusal().message();
    };
  }

  static int percentOfSteps(CycleState state, int maximumTrades) {
    int all = state.plan().map(plan -> Math.min(plan.steps().size(), maximumTrades)).orElse(0);
    int room = LAST_BEFORE_END - Stage.EXECUTE.startsAtPercent();
    return all == 0
        ? LAST_BEFORE_END
        : Stage.EXECUTE.startsAtPercent() + room * state.view().steps().size() / all;
  }

  static String placing(Plan.Step step) {
    return "Step %d: %s %s %s at about %s."
        .formatted(
            step.number(),
            step.side().name().toLowerCase(Locale.ROOT),
            step.quantity(),
            step.symbol(),
            step.price());
  }

  static String outcome(StepOutcome outcome) {
    if (!outcome.success()) {
      return "Step %d: %s was not traded: %s."
          .formatted(outcome.step(), outcome.symbol(), outcome.reason());
    }
    return outcome.averagePrice().isPresent()
        ? "Step %d: %s shares of %s at %s."
            .formatted(
                outcome.step(), outcome.quantity(), outcome.symbol(), outcome.averagePrice().get())
        : "Step %d: the broker works on the order for %s."
            .formatted(outcome.step(), outcome.symbol());
  }
}
