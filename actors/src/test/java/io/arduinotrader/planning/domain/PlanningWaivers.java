package io.arduinotrader.planning.domain;

import io.arduinotrader.vectors.WorkedExample;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The only place that says which worked examples of planning are not run, and why. */
final class PlanningWaivers {

  private static final String ELSEWHERE = "run with the worked examples of another room";
  private static final String PATTERN =
      "one rule for one sequence; the search tries every set of candidates";
  private static final String SAMPLE = "a sample of sequences; the search tries all of them";
  private static final String ONE_HASH = "one hash names all inputs of a plan";
  private static final String NO_EFFECT = "it does not change which sequence is best";

  /** Functions without a runner, by the beginning of their names. */
  static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("portfolio_hash", ELSEWHERE),
          Map.entry("apply_pending_orders", ELSEWHERE),
          Map.entry("total_return_curve", ELSEWHERE),
          Map.entry("security_end_state_parts", ELSEWHERE),
          Map.entry("settings_hash", ONE_HASH),
          Map.entry("allocations_hash", ONE_HASH),
          Map.entry("recommendation_cache_key", ONE_HASH),
          Map.entry("stored_pattern_label", PATTERN),
          Map.entry("pattern.", PATTERN),
          Map.entry("generator.combinatorial", SAMPLE),
          Map.entry("generator.prefixes", SAMPLE),
          Map.entry("generator.partial_fill", "half of a trade is a candidate of its own"),
          Map.entry(
              "generator.relaxation", "a limit that gives way is none; the plan names what bound"),
          Map.entry("generate_sequences_without_sampling", SAMPLE),
          Map.entry("filter.correlation", "the optimizer's weights spread what moves together"),
          Map.entry("filter.diversity", "a proxy by letters of symbols for the spread itself"),
          Map.entry(
              "sequence_affordable", "a purchase must be payable at its worst price, with costs"),
          Map.entry("cash_flow", "the cash a plan needs includes its costs"),
          Map.entry("multi_timeframe", NO_EFFECT),
          Map.entry("dominates", NO_EFFECT),
          Map.entry("weighted_objective", NO_EFFECT),
          Map.entry(
              "full_plan_", "cash outside of the total, and a search that ends before the best"),
          Map.entry("exhaustive_best_of_generated", "the best of a sample; cash outside the total"),
          Map.entry("incremental_rounds", "there is one way to search, with one objective"),
          Map.entry("opportunity.rebalance_buys.modular", "prices of held securities only"),
          Map.entry("opportunity.quality_buys.modular", "prices of held securities only"),
          Map.entry("slider.entry_style", "none of its parameters is a knob"));

  /** Examples that show what another rule replaces. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "portfolio_score 04-no-country-data", "D20: nothing known is neither good nor bad",
          "portfolio_score 05-no-targets", "D20: no targets are neither good nor bad",
          "portfolio_score 08-total-zero", "D4: without a total there is no plan",
          "end_state_score 05-no-positions", "D4: cash has a score",
          "evaluate_sequence_end_state 04-no-positions", "D4: cash has a score",
          "opportunity.profit_taking.heuristic 01-doubler-and-medium",
              "D12: no candidate of no share",
          "opportunity.profit_taking.heuristic 03-foreign-currency-divides-by-rate",
              "D36: the share to take grows with the excess",
          "opportunity.weight_based 05-min-lot-up-for-buys-and-kept-for-sells",
              "D12: whole lots are sold",
          "opportunity.weight_based 08-multiplier", "D12: an exact multiple loses no share");

  /** Fields of the results that say nothing about the planner. */
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "simulate", List.of("security_countries", "security_industries"),
          "evaluate_sequence_end_state", List.of("transaction_cost", "multi_objective"),
          "slider.hold_duration", List.of("profit_taking_threshold"),
          "slider.profit_taking", List.of("trailing_stop_distance"),
          "config_validation_counts", List.of("warnings"));

  /** Priorities are between zero and one, whatever the category. */
  private static final List<String> CANDIDATE_FIELDS = List.of("priority");

  private PlanningWaivers() {}

  static boolean covers(WorkedExample example) {
    return example.id().contains("(orig-defect)") || EXAMPLES.containsKey(example.toString());
  }

  static Collection<String> fields(String function) {
    return function.startsWith("opportunity.")
        ? CANDIDATE_FIELDS
        : FIELDS.getOrDefault(function, List.of());
  }
}
