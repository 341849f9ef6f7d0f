package io.arduinotrader.planning.domain.search;

import io.arduinotrader.protocol.planning.PartResult.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The best sequences of a search in their total order: the higher score first, then the lower cost,
 * then fewer trades, then the smaller hash. Scores are compared to twelve and costs to six decimal
 * places; what is closer is equal, so that the order of additions decides nothing.
 */
final class Best {

  private static final double SCORE_GRID = 1e12;
  private static final double COST_GRID = 1e6;

  private final SearchProblem problem;
  private final int[][] sequences;
  private final int[] lengths;
  private final double[] scores;
  private final double[] costs;
  private final @Nullable String[] hashes;
  private final int[] offered;
  private @Nullable String offeredHash;
  private int size;

  Best(SearchProblem problem) {
    this.problem = problem;
    sequences = new int[problem.kept][problem.depth];
    lengths = new int[problem.kept];
    scores = new double[problem.kept];
    costs = new double[problem.kept];
    hashes = new @Nullable String[problem.kept];
    offered = new int[problem.depth];
  }

  /** A sequence with a lower score than this will not be kept. */
  double least() {
    return size < problem.kept ? problem.floor : Math.max(problem.floor, scores[size - 1]);
  }

  /** Whether the score of a sequence may suffice. */
  boolean mayTake(double score) {
    return score >= least() - 1 / SCORE_GRID;
  }

  /** Keeps a sequence if it is among the best. */
  void offer(int[] taken, int length, double score, double cost) {
    System.arraycopy(taken, 0, offered, 0, length);
    offeredHash = null;
    int place = size;
    while (place > 0 && isBefore(score, cost, length, place - 1)) {
      place--;
    }
    if (place >= problem.kept) {
      return;
    }
    int last = Math.min(size, problem.kept - 1);
    int[] reused = sequences[last];
    for (int at = last; at > place; at--) {
      sequences[at] = sequences[at - 1];
      lengths[at] = lengths[at - 1];
      scores[at] = scores[at - 1];
      costs[at] = costs[at - 1];
      hashes[at] = hashes[at - 1];
    }
    System.arraycopy(offered, 0, reused, 0, length);
    sequences[place] = reused;
    lengths[place] = length;
    scores[place] = score;
    costs[place] = cost;
    hashes[place] = offeredHash;
    size = Math.min(size + 1, problem.kept);
  }

  private boolean isBefore(double score, double cost, int length, int place) {
    int order = compare(score, cost, length, scores[place], costs[place], lengths[place]);
    return order == 0 ? hashOffered(length).compareTo(hashKept(place)) < 0 : order < 0;
  }

  private String hashOffered(int length) {
    String known = offeredHash;
    if (known == null) {
      known = problem.hash(offered, length);
      offeredHash = known;
    }
    return known;
  }

  private String hashKept(int place) {
    String known = hashes[place];
    if (known == null) {
      known = problem.hash(sequences[place], lengths[place]);
      hashes[place] = known;
    }
    return known;
  }

  /** The order of two sequences but for their hashes. */
  static int compare(
      double score, double cost, int length, double otherScore, double otherCost, int otherLength) {
    int byScore = Double.compare(onGrid(otherScore, SCORE_GRID), onGrid(score, SCORE_GRID));
    if (byScore != 0) {
      return byScore;
    }
    int byCost = Double.compare(onGrid(cost, COST_GRID), onGrid(otherCost, COST_GRID));
    return byCost == 0 ? Integer.compare(length, otherLength) : byCost;
  }

  private static double onGrid(double number, double grid) {
    return Math.rint(number * grid);
  }

  /** The best score so far, or the lowest possible when there is none. */
  double highest() {
    return size > 0 ? scores[0] : Double.NEGATIVE_INFINITY;
  }

  /** The best so many of what is kept, the best first. */
  List<Found> found(int most) {
    List<Found> found = new ArrayList<>();
    for (int at = 0; at < Math.min(size, most); at++) {
      found.add(
          new Found(
              IntStream.of(sequences[at]).limit(lengths[at]).boxed().toList(),
              scores[at],
              costs[at]));
    }
    return List.copyOf(found);
  }
}
