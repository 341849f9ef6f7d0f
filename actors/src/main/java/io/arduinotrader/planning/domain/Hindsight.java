package io.arduinotrader.planning.domain;

import io.arduinotrader.planning.domain.search.SearchWatch;
import io.arduinotrader.planning.domain.settings.SettingsProblem;
import io.arduinotrader.planning.domain.settings.SettingsText;
import io.arduinotrader.protocol.planning.HindsightQuery.NotPossible;
import io.arduinotrader.protocol.planning.HindsightQuery.ReplanReply;
import io.arduinotrader.protocol.planning.HindsightQuery.Replanned;
import io.arduinotrader.protocol.planning.HindsightQuery.UnusableSettings;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanEvent;
import io.arduinotrader.protocol.planning.PlanFacts;
import io.arduinotrader.protocol.planning.PlannerSettings;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes stored plans again from the facts they were made from. */
public final class Hindsight {

  /** More would hold up other questions about the past for many seconds. */
  private static final int MOST_EVALUATIONS = 100_000_000;

  private Hindsight() {}

  /**
   * The stored plan with other settings.
   *
   * @param asked settings by name, over those the plan was made with
   */
  public static ReplanReply replan(PlanEvent.PlanKept kept, Map<String, String> asked) {
    if (kept.facts().isEmpty()) {
      return new NotPossible("what the plan was made from was not stored yet");
    }
    return switch (SettingsText.read(SettingsText.lines(kept.plan().findings().settings()))) {
      case SettingsText.Unreadable unreadable ->
          new NotPossible(
              "the settings of the plan are no longer understood: "
                  + problems(unreadable).values());
      case SettingsText.Read own ->
          switch (SettingsText.read(asked, own.settings())) {
            case SettingsText.Unreadable unreadable -> new UnusableSettings(problems(unreadable));
            case SettingsText.Read other ->
                replan(kept.plan(), kept.facts().get(), own.settings(), other.settings());
          };
    };
  }

  private static ReplanReply replan(
      Plan recorded, PlanFacts facts, PlannerSettings own, PlannerSettings other) {
    if (Math.max(own.search().evaluations(), other.search().evaluations()) > MOST_EVALUATIONS) {
      return new NotPossible(
          "max_evaluations above %,d takes too long to look back".formatted(MOST_EVALUATIONS));
    }
    Optional<Plan> again = plan(recorded, facts, own);
    Optional<Plan> changed = plan(recorded, facts, other);
    return changed
        .<ReplanReply>map(
            plan ->
                new Replanned(
                    recorded,
                    plan,
                    again.filter(recorded::equals).isPresent(),
                    PlanComparison.text(recorded, plan)))
        .orElseGet(() -> new NotPossible("with these settings there is nothing to plan with"));
  }

  private static Optional<Plan> plan(Plan recorded, PlanFacts facts, PlannerSettings settings) {
    return switch (PlanSearch.prepare(facts.with(settings))) {
      case PlanSearch.Refused refused -> Optional.empty();
      case PlanSearch.Ready ready ->
          Optional.of(
              ready
                  .search()
                  .planAlone(SearchWatch.PATIENT, recorded.id(), recorded.createdAt())
                  .withStatus(recorded.status()));
    };
  }

  private static Map<String, String> problems(SettingsText.Unreadable unreadable) {
    Map<String, String> problems = new TreeMap<>();
    for (SettingsProblem problem : unreadable.problems()) {
      problems.merge(problem.key(), problem.message(), (one, other) -> one + "; " + other);
    }
    return problems;
  }
}
