package io.arduinotrader.optimization.domain.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.optimization.domain.constraints.GroupLimit;
import io.arduinotrader.optimization.domain.limits.GroupFamily.Limits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupFamilyTest {

  @Test
  void countriesMayBeATenthFromTheirTargetBelowTheCap() {
    Limits limits =
        GroupFamily.COUNTRY.limits(
            List.of(group("a", 0.2, 0), group("b", 0.3, 1), group("c", 0.25, 2), group("d", 0.25)),
            4,
            1);

    assertThat(limits.bounds())
        .extracting(GroupLimit::name)
        .containsExactly("country group a", "country group b", "country group c");
    assertBounds(limits, 0, 0.10, 0.30);
    assertBounds(limits, 1, 0.20, 0.40);
    assertBounds(limits, 2, 0.15, 0.35);
  }

  @Test
  void withManyGroupsTheCapHolds() {
    Limits limits =
        GroupFamily.INDUSTRY.limits(
            List.of(
                group("a", 0.3, 0),
                group("b", 0.2, 1),
                group("c", 0.2, 2),
                group("d", 0.2, 3),
                group("e", 0.1, 4)),
            5,
            0.97);

    assertBounds(limits, 0, 0.15, 0.30);
    assertBounds(limits, 4, 0, 0.25);
    assertThat(limits.notes()).isEmpty();
  }

  @Test
  void twoGroupsAreNotPinnedToTheirCaps() {
    Limits limits =
        GroupFamily.INDUSTRY.limits(List.of(group("a", 0.5, 0), group("b", 0.5, 1, 2)), 3, 1);

    assertBounds(limits, 0, 0.35, 0.60);
    assertBounds(limits, 1, 0.35, 0.60);
    assertThat(limits.notes())
        .containsExactly(
            "The cap of industry groups is 60.0 % instead of 50.0 %: there are only 2.");
  }

  @Test
  void oneGroupMayHoldEverything() {
    assertBounds(GroupFamily.COUNTRY.limits(List.of(group("a", 1, 0, 1)), 2, 0.9), 0, 0.9, 1);
  }

  @Test
  void aTargetAboveTheCapWantsTheCapAndSaysSo() {
    Limits limits =
        GroupFamily.COUNTRY.limits(
            List.of(
                group("a", 0.8, 0), group("b", 0.1, 1), group("c", 0.05, 2), group("d", 0.05, 3)),
            5,
            1);

    assertBounds(limits, 0, 0.35, 0.35);
    assertThat(limits.notes())
        .contains("The target of a is above its cap of 35.0 %; it should have just that.");
  }

  @Test
  void maximaThatCannotHoldTheBudgetAreWidened() {
    Limits limits =
        GroupFamily.COUNTRY.limits(List.of(group("a", 0.2, 0), group("b", 0.1, 1, 2)), 3, 0.9);

    assertThat(limits.bounds().stream().mapToDouble(GroupLimit::upper).sum())
        .isEqualTo(1.2 * 0.9, within(1e-12));
    assertThat(limits.notes())
        .containsExactly(
            "Targets of country groups add up to 30.0 %.",
            "Maxima of country groups add up to 50.0 % and were widened to hold the budget.");
  }

  @Test
  void whatIsInNoGroupMayTakeTheRest() {
    Limits limits = GroupFamily.COUNTRY.limits(List.of(group("a", 0.2, 0)), 3, 0.9);

    assertBounds(limits, 0, 0.1, 0.3);
  }

  @Test
  void withoutTargetsThereAreNoLimits() {
    assertThat(GroupFamily.COUNTRY.limits(List.of(group("a", 0, 0)), 2, 1).bounds()).isEmpty();
    assertThat(GroupFamily.COUNTRY.limits(List.of(), 2, 1).notes()).isEmpty();
  }

  private static void assertBounds(Limits limits, int index, double minimum, double maximum) {
    assertThat(limits.bounds().get(index).lower()).isEqualTo(minimum, within(1e-12));
    assertThat(limits.bounds().get(index).upper()).isEqualTo(maximum, within(1e-12));
  }

  private static GroupTarget group(String name, double target, int... members) {
    return new GroupTarget(name, target, Arrays.stream(members).boxed().toList());
  }
}
