package io.arduinotrader.optimization.domain.weights;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The tree that agglomerative clustering makes of assets: the two nearest clusters are joined until
 * one is left.
 *
 * <p>Clusters 0 to n − 1 are the assets, the later ones the unions in the order they were made. The
 * lower number of a pair is its left branch.
 */
public final class Dendrogram {

  private final int leaves;
  private final List<Merge> merges;

  private Dendrogram(int leaves, List<Merge> merges) {
    this.leaves = leaves;
    this.merges = List.copyOf(merges);
  }

  /**
   * A union of two clusters.
   *
   * @param height distance of the two
   * @param size assets in the union
   */
  public record Merge(int left, int right, double height, int size) {}

  /**
   * Clusters assets by their distances. Of equal distances that of the first pair in reading order
   * is taken, so the tree is a function of its input.
   *
   * @param distances {@code double[n][n]}, symmetric
   */
  public static Dendrogram of(double[][] distances, Linkage linkage) {
    Optional<List<Merge>> shortest =
        linkage == Linkage.SINGLE ? SpanningTree.merges(distances) : Optional.empty();
    return new Dendrogram(
        distances.length, shortest.orElseGet(() -> clustered(distances, linkage)));
  }

  private static List<Merge> clustered(double[][] distances, Linkage linkage) {
    Clustering clustering = new Clustering(distances, linkage);
    List<Merge> merges = new ArrayList<>();
    for (int step = 1; step < distances.length; step++) {
      merges.add(clustering.mergeNearest());
    }
    return merges;
  }

  /** The unions in the order they were made. */
  public List<Merge> merges() {
    return merges;
  }

  /** The assets from left to right, so that near ones stand side by side. */
  public int[] leafOrder() {
    int[] order = new int[leaves];
    int count = 0;
    Deque<Integer> open = new ArrayDeque<>();
    if (leaves > 0) {
      open.push(2 * leaves - 2);
    }
    while (!open.isEmpty()) {
      int cluster = open.pop();
      if (cluster < leaves) {
        order[count++] = cluster;
      } else {
        Merge merge = merges.get(cluster - leaves);
        open.push(merge.right());
        open.push(merge.left());
      }
    }
    return order;
  }

  /**
   * The table of distances while clusters are joined. Each row remembers its nearest later row, so
   * that joining takes about n steps instead of n².
   */
  private static final class Clustering {

    private final Linkage linkage;
    private final double[][] distances;
    private final boolean[] active;
    private final int[] clusters;
    private final int[] sizes;
    private final int[] nearest;
    private int nextCluster;

    Clustering(double[][] distances, Linkage linkage) {
      int size = distances.length;
      this.linkage = linkage;
      this.distances = new double[size][];
      this.active = new boolean[size];
      this.clusters = new int[size];
      this.sizes = new int[size];
      this.nearest = new int[size];
      this.nextCluster = size;
      for (int i = 0; i < size; i++) {
        this.distances[i] = distances[i].clone();
        active[i] = true;
        clusters[i] = i;
        sizes[i] = 1;
      }
      for (int i = 0; i < size; i++) {
        nearest[i] = nearestAfter(i);
      }
    }

    /** Joins the two nearest clusters; the union takes the later row. */
    Merge mergeNearest() {
      int gone = firstOfNearestPair();
      int union = nearest[gone];
      double height = distances[gone][union];
      Merge merge =
          new Merge(
              Math.min(clusters[gone], clusters[union]),
              Math.max(clusters[gone], clusters[union]),
              height,
              sizes[gone] + sizes[union]);
      for (int other = 0; other < active.length; other++) {
        if (active[other] && other != gone && other != union) {
          double distance =
              linkage.merged(
                  distances[other][gone],
                  distances[other][union],
                  height,
                  sizes[gone],
                  sizes[union],
                  sizes[other]);
          distances[other][union] = distance;
          distances[union][other] = distance;
        }
      }
      active[gone] = false;
      clusters[union] = nextCluster++;
      sizes[union] = merge.size();
      renewNearest(gone, union);
      return merge;
    }

    private int firstOfNearestPair() {
      int best = -1;
      for (int i = 0; i < active.length; i++) {
        boolean paired = active[i] && nearest[i] >= 0;
        if (paired && (best < 0 || distance(i) < distance(best))) {
          best = i;
        }
      }
      return best;
    }

    private double distance(int row) {
      return distances[row][nearest[row]];
    }

    private void renewNearest(int gone, int union) {
      for (int row = 0; row < union; row++) {
        if (active[row]) {
          if (nearest[row] == gone || nearest[row] == union) {
            nearest[row] = nearestAfter(row);
          } else if (isNearer(row, union)) {
            nearest[row] = union;
          }
        }
      }
      nearest[union] = nearestAfter(union);
    }

    private boolean isNearer(int row, int candidate) {
      double distance = distances[row][candidate];
      return distance < distance(row) || (distance == distance(row) && candidate < nearest[row]);
    }

    private int nearestAfter(int row) {
      int best = -1;
      for (int i = row + 1; i < active.length; i++) {
        if (active[i] && (best < 0 || distances[row][i] < distances[row][best])) {
          best = i;
        }
      }
      return best;
    }
  }
}
