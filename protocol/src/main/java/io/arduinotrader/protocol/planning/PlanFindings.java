package io.arduinotrader.protocol.planning;

import java.util.List;

/**
 * How a plan was found and what speaks for it. Scores are on the scale 0 to 100 where the names say
 * nothing else.
 *
 * @param settings the effective settings, a line for each
 * @param proven whether no sequence of the candidates is better
 * @param remaining how much better an unseen sequence could be at most, zero when proven
 * @param coverage share of the figures of the portfolio's securities that are known, 0 to 1
 * @param summary what the plan does and brings, sentences for a person
 * @param parts of the score
 * @param binding what kept better sequences out, sentences
 * @param alternatives the next best sequences
 * @param scenarios what could happen to doing nothing, to the plan and to the alternatives
 */
public record PlanFindings(
    String settings,
    boolean proven,
    double remaining,
    SearchCounters counters,
    double coverage,
    List<String> summary,
    List<ScorePart> parts,
    List<String> binding,
    List<Alternative> alternatives,
    List<Scenario> scenarios) {

  /** A plan that was not searched for. */
  public static final PlanFindings NONE =
      new PlanFindings(
          "",
          false,
          0,
          new SearchCounters(0, 0, 0, 0),
          0,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  /**
   * A part of the score.
   *
   * @param weight how much it counts, 0 to 1
   * @param before of the portfolio as it is, 0 to 1
   * @param after of the portfolio after the plan
   */
  public record ScorePart(String name, double weight, double before, double after) {}

  /**
   * Another sequence.
   *
   * @param trades each like {@code SELL 5 AAPL.US}
   * @param worse how much lower its score is than the plan's
   */
  public record Alternative(List<String> trades, double score, double worse) {}

  /**
   * The values a portfolio and its score could take.
   *
   * @param kind shocks or random paths
   * @param portfolio doing nothing, the plan, or the number of an alternative
   * @param score at the end
   * @param gain share of the portfolio's value now that is won or lost
   */
  public record Scenario(String kind, String portfolio, Spread score, Spread gain) {}

  /** The mean, the value that one in ten falls below, and the lowest. */
  public record Spread(double mean, double tenth, double worst) {}
}
