package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.planning.PlanInputs.GroupTarget;
import io.arduinotrader.protocol.planning.PlanInputs.Wishes;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Money;
import java.time.Instant;
import java.util.List;

/**
 * What a plan was computed from but the settings, which are among its findings. The parts are those
 * of {@link PlanInputs}.
 */
public record PlanFacts(
    AccountId account,
    Instant asOf,
    Money cash,
    List<PlanSecurity> securities,
    List<GroupTarget> countryTargets,
    List<GroupTarget> industryTargets,
    String targetsMissing,
    Wishes wishes) {

  /** The facts among the inputs. */
  public static PlanFacts of(PlanInputs inputs) {
    return new PlanFacts(
        inputs.account(),
        inputs.asOf(),
        inputs.cash(),
        inputs.securities(),
        inputs.countryTargets(),
        inputs.industryTargets(),
        inputs.targetsMissing(),
        inputs.wishes());
  }

  /** The inputs with these settings. */
  public PlanInputs with(PlannerSettings settings) {
    return new PlanInputs(
        account,
        asOf,
        cash,
        securities,
        countryTargets,
        industryTargets,
        targetsMissing,
        wishes,
        settings);
  }
}
