package io.arduinotrader.planning.domain.settings;

import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.planning.PlannerSettings.Profile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings as keys and values: read strictly, written canonically. */
public final class SettingsText {

  private static final String PRESET = "preset";
  private static final String EQUALS = " = ";

  private SettingsText() {}

  /** What came of reading settings. */
  public sealed interface Reading {}

  /** The settings are complete and agree with each other. */
  public record Read(PlannerSettings settings) implements Reading {}

  /** At least one setting is wrong; all problems, by key. */
  public record Unreadable(List<SettingsProblem> problems) implements Reading {}

  /**
   * Reads settings: the key {@code preset} names what they start from, a slider turns several
   * knobs, every other key is one knob.
   */
  public static Reading read(Map<String, String> given) {
    return read(given, Presets.DEFAULT);
  }

  /** Reads settings that start from others, unless they name a preset. */
  public static Reading read(Map<String, String> given, PlannerSettings others) {
    List<SettingsProblem> problems = new ArrayList<>();
    Optional<PlannerSettings> start = Optional.of(others);
    if (given.containsKey(PRESET)) {
      String name = given.getOrDefault(PRESET, "");
      start = Presets.named(name);
      if (start.isEmpty()) {
        problems.add(
            new SettingsProblem.NotAValue(PRESET, name, "conservative, default or aggressive"));
      }
    }
    Map<Knob, String> values = values(start.orElse(Presets.DEFAULT));
    Map<String, String> origins = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : new TreeMap<>(given).entrySet()) {
      if (!entry.getKey().equals(PRESET)) {
        problems.addAll(apply(entry.getKey(), entry.getValue().strip(), values, origins));
      }
    }
    if (problems.isEmpty()) {
      PlannerSettings settings = settings(values);
      problems.addAll(contradictions(settings));
      if (problems.isEmpty()) {
        return new Read(settings);
      }
    }
    return new Unreadable(List.copyOf(problems));
  }

  private static List<SettingsProblem> apply(
      String key, String text, Map<Knob, String> values, Map<String, String> origins) {
    Optional<Slider> slider = Slider.named(key);
    if (slider.isPresent()) {
      return slide(slider.get(), text, values, origins);
    }
    return Knob.named(key)
        .map(knob -> set(knob, text, key, values, origins))
        .orElseGet(() -> List.of(new SettingsProblem.UnknownKey(key)));
  }

  private static List<SettingsProblem> slide(
      Slider slider, String text, Map<Knob, String> values, Map<String, String> origins) {
    Optional<SettingsProblem> wrong = Knob.PRIORITY_THRESHOLD.problem(text);
    if (wrong.isPresent()) {
      return List.of(new SettingsProblem.NotAValue(slider.key(), text, "a number between 0 and 1"));
    }
    List<SettingsProblem> problems = new ArrayList<>();
    slider
        .at(new BigDecimal(text))
        .forEach(
            (key, value) ->
                Knob.named(key)
                    .ifPresent(
                        knob -> problems.addAll(set(knob, value, slider.key(), values, origins))));
    return problems;
  }

  private static List<SettingsProblem> set(
      Knob knob,
      String text,
      String origin,
      Map<Knob, String> values,
      Map<String, String> origins) {
    Optional<SettingsProblem> problem = knob.problem(text);
    if (problem.isPresent()) {
      return List.of(problem.get());
    }
    String other = origins.put(knob.key(), origin);
    if (other != null) {
      return List.of(new SettingsProblem.Contradiction(origin, other, "both set " + knob.key()));
    }
    values.put(knob, text);
    return List.of();
  }

  private static List<SettingsProblem> contradictions(PlannerSettings settings) {
    List<SettingsProblem> problems = new ArrayList<>();
    if (!settings.selection().allowBuy() && !settings.selection().allowSell()) {
      problems.add(
          new SettingsProblem.Contradiction(
              Knob.ALLOW_BUY.key(), Knob.ALLOW_SELL.key(), "nothing could be traded"));
    }
    if (settings.opportunities().deepestDip() > settings.opportunities().shallowestDip()) {
      problems.add(
          new SettingsProblem.Contradiction(
              Knob.AVERAGING_DOWN_MAX_LOSS.key(),
              Knob.AVERAGING_DOWN_MIN_DIP.key(),
              "the deepest dip must be below the shallowest"));
    }
    PlannerSettings.Costs costs = settings.costs();
    if (costs.percent().add(costs.halfSpread()).compareTo(costs.largestRatio()) >= 0) {
      problems.add(
          new SettingsProblem.Contradiction(
              Knob.TRANSACTION_COST_PERCENT.key(),
              Knob.MAX_COST_RATIO.key(),
              "every trade would cost too much"));
    }
    return problems;
  }

  /** The settings as lines of keys and values in the order of the keys. */
  public static String of(PlannerSettings settings) {
    return values(settings).entrySet().stream()
        .map(entry -> entry.getKey().key() + EQUALS + entry.getValue())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** The keys and values of such lines. */
  public static Map<String, String> lines(String text) {
    return text.lines()
        .map(line -> line.split(EQUALS, 2))
        .collect(
            Collectors.toMap(
                parts -> parts[0],
                parts -> parts.length > 1 ? parts[1] : "",
                (first, second) -> second,
                TreeMap::new));
  }

  private static Map<Knob, String> values(PlannerSettings settings) {
    return Arrays.stream(Knob.values())
        .collect(Collectors.toMap(knob -> knob, knob -> knob.text(settings)));
  }

  private static PlannerSettings settings(Map<Knob, String> values) {
    Values all = new Values(values);
    return new PlannerSettings(
        new PlannerSettings.Aims(
            Profile.valueOf(all.text(Knob.RISK_PROFILE).toUpperCase(Locale.ROOT)),
            all.number(Knob.OPTIMIZER_BLEND),
            all.flag(Knob.ENABLE_INDUSTRY_TARGETS),
            all.number(Knob.COST_PENALTY_FACTOR),
            all.number(Knob.MINIMUM_IMPROVEMENT)),
        new PlannerSettings.Search(
            all.whole(Knob.MAX_PLAN_DEPTH),
            all.whole(Knob.BEAM_WIDTH),
            all.whole(Knob.MAX_EVALUATIONS)),
        new PlannerSettings.Selection(
            all.flag(Knob.ALLOW_BUY),
            all.flag(Knob.ALLOW_SELL),
            all.whole(Knob.MAX_OPPORTUNITIES_PER_CATEGORY),
            all.number(Knob.PRIORITY_THRESHOLD),
            all.flag(Knob.ENABLE_DIVERSE_SELECTION),
            all.number(Knob.DIVERSITY_WEIGHT)),
        new PlannerSettings.Opportunities(
            all.number(Knob.MIN_SECURITY_SCORE),
            all.number(Knob.OPPORTUNITY_MIN_SCORE),
            all.number(Knob.AVERAGING_DOWN_MIN_SCORE),
            all.number(Knob.AVERAGING_DOWN_MAX_LOSS),
            all.number(Knob.AVERAGING_DOWN_MIN_DIP),
            all.number(Knob.REBALANCE_BAND),
            all.number(Knob.WEIGHT_GAP),
            all.number(Knob.WINDFALL_THRESHOLD)),
        new PlannerSettings.Sizes(
            all.number(Knob.TRADE_SHARE),
            all.number(Knob.MAX_SELL_SHARE),
            all.number(Knob.MAX_POSITION_SHARE),
            all.flag(Knob.ENABLE_PARTIAL_EXECUTION),
            all.amount(Knob.MIN_CASH_RESERVE),
            all.number(Knob.CASH_RESERVE_SHARE)),
        new PlannerSettings.Costs(
            all.amount(Knob.TRANSACTION_COST_FIXED),
            all.amount(Knob.TRANSACTION_COST_PERCENT),
            all.amount(Knob.HALF_SPREAD),
            all.amount(Knob.MAX_COST_RATIO)),
        new PlannerSettings.Patience(
            all.whole(Knob.MIN_HOLD_DAYS),
            all.whole(Knob.SELL_COOLDOWN_DAYS),
            all.whole(Knob.BUY_COOLDOWN_DAYS),
            all.number(Knob.MAX_LOSS_THRESHOLD)),
        new PlannerSettings.Scenarios(
            all.flag(Knob.ENABLE_STOCHASTIC_SCENARIOS),
            all.flag(Knob.ENABLE_MONTE_CARLO_PATHS),
            all.whole(Knob.MONTE_CARLO_PATH_COUNT),
            all.whole(Knob.SCENARIO_DAYS),
            all.whole(Knob.SCENARIO_PLANS)));
  }

  private record Values(Map<Knob, String> texts) {

    String text(Knob knob) {
      return texts.getOrDefault(knob, "");
    }

    boolean flag(Knob knob) {
      return Boolean.parseBoolean(text(knob));
    }

    double number(Knob knob) {
      return Double.parseDouble(text(knob));
    }

    BigDecimal amount(Knob knob) {
      return new BigDecimal(text(knob));
    }

    int whole(Knob knob) {
      return new BigDecimal(text(knob)).intValueExact();
    }
  }
}
