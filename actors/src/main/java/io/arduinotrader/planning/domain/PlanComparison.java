package io.arduinotrader.planning.domain;

import io.arduinotrader.planning.domain.settings.SettingsText;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What differs between a plan and the one that other settings give from the same facts. */
public final class PlanComparison {

  private final Plan was;
  private final Plan would;

  private PlanComparison(Plan was, Plan would) {
    this.was = was;
    this.would = would;
  }

  /** The difference, sentences. */
  public static List<String> text(Plan was, Plan would) {
    PlanComparison comparison = new PlanComparison(was, would);
    List<String> text = new ArrayList<>(comparison.settings());
    text.addAll(comparison.scores());
    text.addAll(comparison.steps());
    return List.copyOf(text);
  }

  private List<String> settings() {
    Map<String, String> before = SettingsText.lines(was.findings().settings());
    Map<String, String> after = SettingsText.lines(would.findings().settings());
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    return keys.stream()
        .filter(key -> !before.getOrDefault(key, "").equals(after.getOrDefault(key, "")))
        .map(
            key ->
                "%s: %s instead of %s."
                    .formatted(
                        key,
                        after.getOrDefault(key, "nothing"),
                        before.getOrDefault(key, "nothing")))
        .toList();
  }

  private List<String> scores() {
    List<String> text = new ArrayList<>();
    text.add(
        String.format(
            Locale.ROOT,
            "By its own settings the plan would score %.2f and doing nothing %.2f; it was %.2f and"
                + " %.2f.",
            would.score(),
            would.scoreBefore(),
            was.score(),
            was.scoreBefore()));
    text.add(
        "%d steps worth %s would cost %s; it was %d worth %s, which cost %s."
            .formatted(
                would.steps().size(),
                would.value(),
                costs(would),
                was.steps().size(),
                was.value(),
                costs(was)));
    if (!would.findings().proven()) {
      text.add(
          String.format(
              Locale.ROOT,
              "The search would not come to its end: what it does not see could be %.2f better.",
              would.findings().remaining()));
    }
    return text;
  }

  private List<String> steps() {
    List<String> text = new ArrayList<>();
    for (Plan.Step step : was.steps()) {
      Optional<Plan.Step> other = step(would, step);
      if (other.isEmpty()) {
        text.add("It would not %s%s.".formatted(words(step), reason(step)));
      } else if (other.get().quantity().value().compareTo(step.quantity().value()) != 0) {
        text.add("It would %s, not %s.".formatted(words(other.get()), step.quantity()));
      }
    }
    for (Plan.Step step : would.steps()) {
      if (step(was, step).isEmpty()) {
        text.add(
            "It would %s%s."
                .formatted(
                    words(step),
                    rejected(was, step).map(why -> ", then left out: " + why).orElse("")));
      }
    }
    if (text.isEmpty()) {
      text.add("The trades would be the same.");
    }
    return text;
  }

  private String reason(Plan.Step step) {
    return rejected(would, step).map(why -> ": " + why).orElse("");
  }

  private static Optional<String> rejected(Plan plan, Plan.Step step) {
    return plan.rejected().stream()
        .filter(other -> isSame(other.side(), other.isin(), step))
        .map(other -> other.code() + ", " + other.reason())
        .findFirst();
  }

  private static Optional<Plan.Step> step(Plan plan, Plan.Step step) {
    return plan.steps().stream()
        .filter(other -> isSame(other.side(), other.isin(), step))
        .findFirst();
  }

  private static boolean isSame(Side side, Isin isin, Plan.Step step) {
    return side == step.side() && isin.equals(step.isin());
  }

  private static String words(Plan.Step step) {
    return "%s %s %s for %s"
        .formatted(
            step.side().name().toLowerCase(Locale.ROOT),
            step.quantity(),
            step.symbol(),
            step.value());
  }

  private static Money costs(Plan plan) {
    return plan.steps().stream().map(Plan.Step::cost).reduce(Money.zero(Currency.EUR), Money::plus);
  }
}
