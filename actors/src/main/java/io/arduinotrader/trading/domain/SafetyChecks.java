package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.trading.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one list of rules every order has to pass, whoever wishes it. The first refusal counts when
 * an order is placed; a rehearsal shows all of them.
 */
public final class SafetyChecks {

  private SafetyChecks() {}

  /**
   * What the rules say.
   *
   * @param errors what refuses, in the order of the rules
   * @param warnings what is worth knowing and does not refuse
   * @param costs empty when no price or no rate is known
   */
  public record Verdict(List<Refusal> errors, List<Refusal> warnings, Optional<Costs> costs) {

    /** The first refusal, empty when the order may go. */
    public Optional<Refusal> refusal() {
      return errors.stream().findFirst();
    }
  }

  /**
   * Ask every rule. An intent that was admitted before and not sent since is asked only whether the
   * world still allows it: what it counts for itself, and what is set aside for it, is no obstacle.
   */
  public static Verdict check(TradingState state, Intent intent, Facts facts, TradingRules rules) {
    Candidate candidate = new Candidate(state, intent, facts, rules);
    Optional<Costs> costs = Costs.of(candidate);
    List<Refusal> errors = new ArrayList<>();
    StructureRules.check(candidate, errors);
    PermissionRules.check(candidate, errors);
    if (!state.isOpen(intent.id())) {
      ClockRules.check(candidate, errors);
      FrequencyRules.check(candidate, errors);
      BalanceRules.check(candidate, costs, errors);
    }
    PriceRules.check(candidate, errors);
    List<Refusal> warnings = new ArrayList<>(OrderWarnings.of(candidate));
    costs.ifPresent(known -> warnings.addAll(OrderWarnings.of(candidate, known)));
    return new Verdict(List.copyOf(errors), List.copyOf(warnings), costs);
  }
}
