package io.arduinotrader.optimization;

import io.arduinotrader.config.OptimizationSettings;
import io.arduinotrader.config.TargetGroup;
import io.arduinotrader.protocol.optimization.OptimizationWork.Family;
import io.arduinotrader.protocol.optimization.OptimizationWork.Group;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which securities belong to the groups an owner has targets for. */
final class TargetGroups {

  private final OptimizationSettings settings;

  TargetGroups(OptimizationSettings settings) {
    this.settings = settings;
  }

  /** The groups with the indices of their securities; a security no group names is in none. */
  List<Group> of(List<Isin> securities, Market market) {
    List<Group> groups = new ArrayList<>();
    for (Family family : Family.values()) {
      List<TargetGroup> targets = targets(family);
      for (TargetGroup target : targets) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < securities.size(); i++) {
          SecurityRecord security = market.securities().get(securities.get(i));
          if (security != null && groupOf(security, family, targets).equals(Optional.of(target))) {
            members.add(i);
          }
        }
        groups.add(new Group(family, target.name(), target.target(), List.copyOf(members)));
      }
    }
    return List.copyOf(groups);
  }

  private List<TargetGroup> targets(Family family) {
    return switch (family) {
      case COUNTRY -> settings.countryGroups();
      case INDUSTRY -> settings.industryGroups();
    };
  }

  /** Of several industries the first that belongs to a group counts. */
  private static Optional<TargetGroup> groupOf(
      SecurityRecord security, Family family, List<TargetGroup> targets) {
    String names =
        switch (family) {
          case COUNTRY -> security.country();
          case INDUSTRY -> security.industry();
        };
    return Arrays.stream(names.split(",", -1))
        .map(String::strip)
        .flatMap(
            name ->
                targets.stream()
                    .filter(target -> target.members().stream().anyMatch(name::equalsIgnoreCase)))
        .findFirst();
  }
}
