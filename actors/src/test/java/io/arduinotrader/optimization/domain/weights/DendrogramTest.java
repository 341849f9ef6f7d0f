package io.arduinotrader.optimization.domain.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DendrogramTest {

  @Test
  void theNearestAreJoinedFirst() {
    double[][] distances = {{0, 5, 1}, {5, 0, 4}, {1, 4, 0}};

    Dendrogram tree = Dendrogram.of(distances, Linkage.SINGLE);

    assertThat(tree.merges())
        .containsExactly(new Dendrogram.Merge(0, 2, 1, 2), new Dendrogram.Merge(1, 3, 4, 3));
    assertThat(tree.leafOrder()).containsExactly(1, 0, 2);
  }

  @Test
  void ofEqualDistancesTheFirstPairIsJoined() {
    double[][] equal = new double[4][4];

    assertThat(Dendrogram.of(equal, Linkage.SINGLE).merges())
        .containsExactly(
            new Dendrogram.Merge(0, 1, 0, 2),
            new Dendrogram.Merge(2, 4, 0, 3),
            new Dendrogram.Merge(3, 5, 0, 4));
  }

  @Test
  void rememberingTheNearestChangesNothing() {
    SplittableRandom random = new SplittableRandom(1);
    for (int run = 0; run < 200; run++) {
      int size = 1 + random.nextInt(15);
      double[][] distances = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < size; j++) {
          distances[i][j] = random.nextInt(12);
          distances[j][i] = distances[i][j];
        }
      }
      for (Linkage linkage : Linkage.values()) {
        assertThat(Dendrogram.of(distances, linkage).merges())
            .as("run %d, %s", run, linkage)
            .isEqualTo(searchingEverywhere(distances, linkage));
      }
    }
  }

  @Test
  void theShortestTreeClustersAsTheTableDoes() {
    SplittableRandom random = new SplittableRandom(2);
    for (int run = 0; run < 100; run++) {
      int size = 1 + random.nextInt(40);
      double[][] distances = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < size; j++) {
          distances[i][j] = random.nextDouble();
          distances[j][i] = distances[i][j];
        }
      }
      assertThat(Dendrogram.of(distances, Linkage.SINGLE).merges())
          .as("run %d", run)
          .isEqualTo(searchingEverywhere(distances, Linkage.SINGLE));
    }
  }

  @Test
  void everyAssetIsALeaf() {
    assertThat(Dendrogram.of(new double[0][], Linkage.SINGLE).leafOrder()).isEmpty();
    assertThat(Dendrogram.of(new double[1][1], Linkage.SINGLE).leafOrder()).containsExactly(0);
    assertThat(Dendrogram.of(new double[50][50], Linkage.WARD).leafOrder())
        .hasSize(50)
        .doesNotHaveDuplicates();
  }

  @Test
  void wardJoinsByTheSpreadItAdds() {
    assertThat(Linkage.WARD.merged(3, 4, 1, 1, 1, 1))
        .isEqualTo(Math.sqrt((2 * 9 + 2 * 16 - 1) / 3.0), within(1e-12));
    assertThat(Linkage.AVERAGE.merged(3, 6, 1, 2, 1, 1)).isEqualTo(4);
  }

  /** The same clustering by looking at every pair at every step. */
  private static List<Dendrogram.Merge> searchingEverywhere(double[][] given, Linkage linkage) {
    int size = given.length;
    double[][] distances = new double[size][];
    int[] clusters = new int[size];
    int[] sizes = new int[size];
    for (int i = 0; i < size; i++) {
      distances[i] = given[i].clone();
      clusters[i] = i;
      sizes[i] = 1;
    }
    List<Dendrogram.Merge> merges = new ArrayList<>();
    for (int step = 0; step + 1 < size; step++) {
      int first = -1;
      int second = -1;
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < size; j++) {
          boolean both = sizes[i] > 0 && sizes[j] > 0;
          if (both && (first < 0 || distances[i][j] < distances[first][second])) {
            first = i;
            second = j;
          }
        }
      }
      double height = distances[first][second];
      merges.add(
          new Dendrogram.Merge(
              Math.min(clusters[first], clusters[second]),
              Math.max(clusters[first], clusters[second]),
              height,
              sizes[first] + sizes[second]));
      for (int k = 0; k < size; k++) {
        if (sizes[k] > 0 && k != first && k != second) {
          distances[k][second] =
              linkage.merged(
                  distances[k][first],
                  distances[k][second],
                  height,
                  sizes[first],
                  sizes[second],
                  sizes[k]);
          distances[second][k] = distances[k][second];
        }
      }
      sizes[second] += sizes[first];
      sizes[first] = 0;
      clusters[second] = size + step;
    }
    return merges;
  }
}
