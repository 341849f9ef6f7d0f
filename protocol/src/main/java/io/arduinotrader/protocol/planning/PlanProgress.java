package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.PlanId;
import java.util.List;

/** How the making of a plan goes. */
public sealed interface PlanProgress extends ClusterMessage {

  /** Whether nothing more will be told. */
  default boolean ends() {
    return switch (this) {
      case At at -> false;
      case Searching searching -> false;
      case Refused refused -> true;
      case Misread misread -> true;
      case Made made -> true;
      case Failed failed -> true;
    };
  }

  /** Planning did not start. */
  record Refused(Refusal refusal) implements PlanProgress {}

  /** Options that cannot be understood; each refusal names the option at fault. */
  record Misread(List<Refusal> problems) implements PlanProgress {}

  /** Work is at a stage. */
  record At(PlanId id, int percent, String stage) implements PlanProgress {}

  /** The sequences are searched; the counters never go back. */
  record Searching(PlanId id, SearchCounters counters) implements PlanProgress {}

  /** The plan is stored. */
  record Made(Plan plan) implements PlanProgress {}

  /** Planning started but came to no plan. */
  record Failed(PlanId id, String reason) implements PlanProgress {}
}
