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
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlannerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes stored plans again from the facts they were made from. */
public final class Hindsight {

  private Hindsight() {}

  /**
   * The stored plan with other settings.
   *
   * @param asked settings by name, over those the plan was made with
   * @param watch may end the searches early; the plans are not proven then
   */
  public static ReplanReply replan(
      PlanEvent.PlanKept kept, Map<String, String> asked, SearchWatch watch) {
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
                replan(kept.plan(), kept.facts().get(), own.settings(), other.settings(), watch);
          };
    };
  }

  private static ReplanReply replan(
      Plan recorded,
      PlanFacts facts,
      PlannerSettings own,
      PlannerSettings other,
      SearchWatch watch) {
    return switch (PlanSearch.prepare(facts.with(other))) {
      case PlanSearch.Refused refused -> new NotPossible(refused.refusal().message());
      case PlanSearch.Ready ready -> {
        Plan changed = plan(recorded, ready.search(), watch);
        Optional<Plan> again =
            own.equals(other) ? Optional.of(changed) : plan(recorded, facts.with(own), watch);
        Optional<String> difference =
            again.isEmpty()
                ? Optional.of("From what is stored the planner of today makes no plan.")
                : difference(recorded, again.get(), own);
        List<String> text = new ArrayList<>();
        difference.ifPresent(text::add);
        text.addAll(PlanComparison.text(recorded, changed));
        yield new Replanned(recorded, changed, difference.isEmpty(), List.copyOf(text));
      }
    };
  }

  /** Why a plan did not come out again with its own settings, empty when it did. */
  private static Optional<String> difference(Plan recorded, Plan again, PlannerSettings own) {
    if (again.withStatus(recorded.status()).equals(recorded)) {
      return Optional.empty();
    }
    boolean wasCut =
        !recorded.findings().proven()
            && recorded.findings().counters().evaluated() < own.search().evaluations();
    if (wasCut) {
      return Optional.of(
          "The search for the plan was ended by its time limit, which never ends it at the same"
              + " place twice: the difference is not of the settings alone.");
    }
    return Optional.of(
        recorded.findings().proven() && !again.findings().proven()
            ? "There was not enough time to make the plan again with its own settings: the"
                + " difference may not be of the settings alone."
            : "With its own settings another plan comes out: the planner has changed since, and the"
                + " difference is not of the settings alone.");
  }

  private static Optional<Plan> plan(Plan recorded, PlanInputs inputs, SearchWatch watch) {
    return switch (PlanSearch.prepare(inputs)) {
      case PlanSearch.Refused refused -> Optional.empty();
      case PlanSearch.Ready ready -> Optional.of(plan(recorded, ready.search(), watch));
    };
  }

  private static Plan plan(Plan recorded, PlanSearch search, SearchWatch watch) {
    return search.planAlone(watch, recorded.id(), recorded.createdAt());
  }

  private static Map<String, String> problems(SettingsText.Unreadable unreadable) {
    Map<String, String> problems = new TreeMap<>();
    for (SettingsProblem problem : unreadable.problems()) {
      problems.merge(problem.key(), problem.message(), (one, other) -> one + "; " + other);
    }
    return problems;
  }
}
