package io.arduinotrader.planning.domain.candidate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Chooses a few of many so that no cluster takes all places: each cluster gives its share, the best
 * clusters first, and the chosen are ordered by priority and by how few of their cluster there are.
 *
 * @param most how many are chosen
 * @param weight how much the cluster counts against the priority, 0 to 1
 */
public record DiverseSelection<T>(
    int most, double weight, ToDoubleFunction<T> priority, Function<T, String> cluster) {

  private static final double CROWD = 0.5;

  /**
   * The chosen, best first.
   *
   * @param ordered by priority, the highest first
   */
  public List<T> of(List<T> ordered) {
    if (ordered.size() <= most) {
      return List.copyOf(ordered);
    }
    List<T> chosen = shares(ordered);
    for (T each : ordered) {
      if (chosen.size() < most && !chosen.contains(each)) {
        chosen.add(each);
      }
    }
    Map<String, Long> members = new LinkedHashMap<>();
    chosen.forEach(each -> members.merge(cluster.apply(each), 1L, Long::sum));
    return chosen.stream()
        .sorted(Comparator.comparingDouble((T each) -> rank(each, members)).reversed())
        .limit(most)
        .toList();
  }

  private List<T> shares(List<T> ordered) {
    Map<String, List<T>> clusters = new LinkedHashMap<>();
    ordered.forEach(
        each -> clusters.computeIfAbsent(cluster.apply(each), key -> new ArrayList<>()).add(each));
    int share = Math.max(1, most / clusters.size());
    List<T> chosen = new ArrayList<>();
    clusters.values().stream()
        .sorted(
            Comparator.comparingDouble((List<T> each) -> each.stream().mapToDouble(priority).sum())
                .reversed())
        .forEachOrdered(
            each -> {
              if (chosen.size() < most) {
                chosen.addAll(each.subList(0, Math.min(share, each.size())));
              }
            });
    return chosen;
  }

  private double rank(T each, Map<String, Long> members) {
    long others = members.getOrDefault(cluster.apply(each), 1L) - 1;
    return (1 - weight) * Math.max(0, priority.applyAsDouble(each)) + weight / (1 + CROWD * others);
  }
}
