package io.arduinotrader.portfolio.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An immutable set that only grows, for ids that are remembered for ever. A copy per added id would
 * make replaying a history quadratic; here n additions copy O(n log n) ids in all, because the ids
 * lie in layers and a layer is merged into the one below only when it has become as large.
 *
 * @param <T> the ids
 */
final class GrowingSet<T extends Comparable<T>> {

  private final List<Set<T>> layers;

  private GrowingSet(List<Set<T>> layers) {
    this.layers = layers;
  }

  static <T extends Comparable<T>> GrowingSet<T> empty() {
    return new GrowingSet<>(List.of());
  }

  static <T extends Comparable<T>> GrowingSet<T> of(Collection<T> ids) {
    return new GrowingSet<>(ids.isEmpty() ? List.of() : List.of(Set.copyOf(ids)));
  }

  boolean contains(T id) {
    for (Set<T> layer : layers) {
      if (layer.contains(id)) {
        return true;
      }
    }
    return false;
  }

  /** The set with one more id. */
  GrowingSet<T> plus(T id) {
    List<Set<T>> next = new ArrayList<>(layers);
    Set<T> top = Set.of(id);
    while (!next.isEmpty() && next.getLast().size() <= top.size()) {
      Set<T> merged = new HashSet<>(next.removeLast());
      merged.addAll(top);
      top = Set.copyOf(merged);
    }
    next.add(top);
    return new GrowingSet<>(List.copyOf(next));
  }

  /** All ids in their order. */
  List<T> sorted() {
    return layers.stream().flatMap(Set::stream).sorted().toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GrowingSet<?> that && sorted().equals(that.sorted());
  }

  @Override
  public int hashCode() {
    return Objects.hash(sorted());
  }
}
