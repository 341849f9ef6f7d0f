package io.arduinotrader.planning.domain;

import io.arduinotrader.planning.domain.settings.SettingsText;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanInputs.GroupTarget;
import io.arduinotrader.protocol.planning.PlanSecurity;
import io.arduinotrader.protocol.vocab.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** All that a plan depends on as one text; the order in which things are given does not matter. */
final class InputsText {

  private InputsText() {}

  /** Names the inputs. */
  static Digest hash(PlanInputs inputs) {
    return Digest.of(of(inputs).getBytes(StandardCharsets.UTF_8));
  }

  private static String of(PlanInputs inputs) {
    return String.join(
        "\n",
        inputs.account().value(),
        inputs.asOf().toString(),
        inputs.cash().toString(),
        inputs.securities().stream()
            .sorted(Comparator.comparing(PlanSecurity::isin))
            .map(InputsText::of)
            .collect(Collectors.joining("\n")),
        of(inputs.countryTargets()),
        of(inputs.industryTargets()),
        inputs.targetsMissing(),
        inputs.wishes().toString(),
        SettingsText.of(inputs.settings()));
  }

  private static String of(List<GroupTarget> targets) {
    return targets.stream()
        .sorted(Comparator.comparing(GroupTarget::group))
        .map(target -> target.group() + "=" + target.weight())
        .collect(Collectors.joining(","));
  }

  /** When a rate was quoted, and by whom, changes nothing. */
  private static String of(PlanSecurity security) {
    return String.join(
        "|",
        security.isin().value(),
        security.symbol().value(),
        security.name(),
        security.lot().toString(),
        security.price().toString(),
        security.rate().quote() + "/" + security.rate().quotePerBase().toPlainString(),
        security.holding().toString(),
        security.countryGroup(),
        security.industryGroups().toString(),
        security.outlook().toString(),
        security.bounds().toString(),
        Double.toString(security.priority()),
        security.buyBlocked().toString(),
        security.sellBlocked().toString());
  }
}
