package io.arduinotrader.optimization.domain.weights;

import io.arduinotrader.optimization.domain.weights.Dendrogram.Merge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The shortest tree that connects all assets (Prim 1957). Its edges, shortest first, are the unions
 * of single-linkage clustering (Gower and Ross 1969), in time that grows with the square of the
 * number of assets instead of the cube.
 */
final class SpanningTree {

  private SpanningTree() {}

  private record Edge(int left, int right, double length) {}

  /** The unions, or nothing when edges of equal length leave their order open. */
  static Optional<List<Merge>> merges(double[][] distances) {
    List<Edge> edges = edges(distances);
    edges.sort(Comparator.comparingDouble(Edge::length));
    for (int i = 1; i < edges.size(); i++) {
      if (edges.get(i).length() == edges.get(i - 1).length()) {
        return Optional.empty();
      }
    }
    int size = distances.length;
    int[] parent = new int[2 * size];
    int[] members = new int[2 * size];
    Arrays.setAll(parent, i -> i);
    Arrays.fill(members, 0, size, 1);
    List<Merge> merges = new ArrayList<>(edges.size());
    for (Edge edge : edges) {
      int left = root(parent, edge.left());
      int right = root(parent, edge.right());
      int union = size + merges.size();
      parent[left] = union;
      parent[right] = union;
      members[union] = members[left] + members[right];
      merges.add(
          new Merge(Math.min(left, right), Math.max(left, right), edge.length(), members[union]));
    }
    return Optional.of(merges);
  }

  private static List<Edge> edges(double[][] distances) {
    int size = distances.length;
    double[] nearest = new double[size];
    int[] neighbour = new int[size];
    boolean[] connected = new boolean[size];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    List<Edge> edges = new ArrayList<>(size);
    int last = 0;
    for (int step = 1; step < size; step++) {
      connected[last] = true;
      double[] row = distances[last];
      int next = -1;
      for (int i = 0; i < size; i++) {
        if (!connected[i]) {
          if (row[i] < nearest[i]) {
            nearest[i] = row[i];
            neighbour[i] = last;
          }
          if (next < 0 || nearest[i] < nearest[next]) {
            next = i;
          }
        }
      }
      edges.add(new Edge(neighbour[next], next, nearest[next]));
      last = next;
    }
    return edges;
  }

  private static int root(int[] parent, int cluster) {
    int root = cluster;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
