package io.arduinotrader.planning.domain.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A quick look ahead: sequences grown action by action from the best few of each length. They are
 * not the best, but no search needs to look at anything worse.
 */
final class Seeds {

  private static final int WIDTH = 24;

  /** Sequences that would be tried with more actions than this are too many for a quick look. */
  private static final int ACTIONS_AT_MOST = 150;

  private record Seed(List<Integer> actions, double score, boolean admissible) {}

  private Seeds() {}

  /**
   * A score that as many sequences reach as are kept, the lowest possible when too few are known.
   */
  static double floor(SearchProblem problem) {
    if (problem.actions.count > ACTIONS_AT_MOST) {
      return Double.NEGATIVE_INFINITY;
    }
    Walk walk = new Walk(problem);
    Map<List<Integer>, Seed> all = new LinkedHashMap<>();
    List<Seed> best = List.of(new Seed(List.of(), 0, false));
    for (int length = 0; length < problem.depth && !best.isEmpty(); length++) {
      Map<List<Integer>, Seed> longer = new LinkedHashMap<>();
      for (Seed seed : best) {
        IntStream.range(0, problem.actions.count)
            .filter(action -> !seed.actions().contains(action))
            .mapToObj(action -> with(seed.actions(), action))
            .filter(actions -> !longer.containsKey(actions))
            .forEach(actions -> add(walk, actions, longer));
      }
      all.putAll(longer);
      best =
          longer.values().stream()
              .sorted(Comparator.comparingDouble(Seed::score).reversed())
              .limit(WIDTH)
              .toList();
    }
    double[] scores =
        all.values().stream()
            .filter(Seed::admissible)
            .mapToDouble(seed -> -seed.score())
            .sorted()
            .limit(problem.kept)
            .toArray();
    return scores.length < problem.kept
        ? Double.NEGATIVE_INFINITY
        : -Arrays.stream(scores).max().orElse(Double.POSITIVE_INFINITY);
  }

  private static List<Integer> with(List<Integer> actions, int action) {
    List<Integer> more = new ArrayList<>(actions);
    more.add(action);
    more.sort(Comparator.naturalOrder());
    return List.copyOf(more);
  }

  private static void add(Walk walk, List<Integer> actions, Map<List<Integer>, Seed> to) {
    boolean allowed = true;
    for (int action : actions) {
      allowed = allowed && walk.allows(action);
      if (allowed) {
        walk.take(action);
      }
    }
    if (allowed) {
      to.put(actions, new Seed(actions, walk.score(), walk.isAdmissible()));
    }
    while (walk.length() > 0) {
      walk.back();
    }
  }
}
