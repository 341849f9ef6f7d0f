package io.arduinotrader.planning.domain.search;

import io.arduinotrader.protocol.planning.PartResult;
import io.arduinotrader.protocol.planning.SearchCounters;
import io.arduinotrader.protocol.planning.SearchPart;
import java.util.List;

/**
 * Searches one part: depth first, and not below a place from which nothing can be among the best.
 * It takes a few arrays of the depth and of the number of sequences kept, however many there are.
 */
public final class PartSearch {

  /** Sequences between two looks at the watch. */
  private static final int PERIOD = 512;

  /** What a bound may be wrong by rounding. */
  private static final double ROUNDING = 1e-9;

  private static final double SCALE = 100;

  private final SearchProblem problem;
  private final SearchPart part;
  private final SearchWatch watch;
  private final Walk walk;
  private final Best best;
  private final double most;
  private long evaluated;
  private long pruned;
  private int untilLook = PERIOD;
  private boolean ended;
  private double unseen = Double.NEGATIVE_INFINITY;

  private PartSearch(SearchProblem problem, SearchPart part, SearchWatch watch) {
    this.problem = problem;
    this.part = part;
    this.watch = watch;
    walk = new Walk(problem);
    best = new Best(problem);
    most = walk.bound(part.first());
  }

  /** What the part holds; the same for every searcher as long as the watch lets it go on. */
  public static PartResult run(SearchProblem problem, SearchPart part, SearchWatch watch) {
    PartSearch search = new PartSearch(problem, part, watch);
    search.descend(part.first(), part.first() + 1);
    return search.result();
  }

  private PartResult result() {
    return new PartResult(
        List.of(part.first()),
        best.found(problem.kept),
        counters(),
        unseen == Double.NEGATIVE_INFINITY,
        unseen);
  }

  private PartResult soFar() {
    return new PartResult(List.of(part.first()), best.found(1), counters(), false, most);
  }

  private SearchCounters counters() {
    return new SearchCounters(
        part.sequences(), evaluated, pruned, Math.max(0, SCALE * best.highest()));
  }

  /** Looks at all that goes on from here with an action between the two numbers, and beyond it. */
  private void descend(int from, int to) {
    int left = problem.depth - walk.length();
    for (int action = from; action < to; action++) {
      if (ended) {
        leave(action);
        return;
      }
      if (!walk.allows(action)) {
        prune(problem.sets.of(problem.actions.count - action - 1, left - 1));
      } else if (left == 1) {
        leaf(action);
      } else {
        branch(action, left);
      }
    }
  }

  private void leaf(int action) {
    evaluate();
    double score = walk.scoreWith(action);
    if (best.mayTake(score) && walk.isAdmissibleWith(action)) {
      double cost = walk.costWith(action);
      walk.take(action);
      best.offer(walk.taken(), walk.length(), score, cost);
      walk.back();
    }
  }

  private void branch(int action, int left) {
    walk.take(action);
    evaluate();
    double score = walk.score();
    if (best.mayTake(score) && walk.isAdmissible()) {
      best.offer(walk.taken(), walk.length(), score, walk.cost());
    }
    int next = action + 1;
    long below = problem.sets.of(problem.actions.count - next, left - 1) - 1;
    if (below > 0) {
      if (ended) {
        leave(next);
      } else if (walk.bound(next) < best.least() - ROUNDING) {
        prune(below);
      } else {
        descend(next, problem.actions.count);
      }
    }
    walk.back();
  }

  private void evaluate() {
    evaluated++;
    ended |= evaluated >= part.budget();
    look();
  }

  private void prune(long sequences) {
    pruned = Math.min(SetCounts.MANY, pruned + sequences);
    look();
  }

  private void look() {
    if (--untilLook == 0) {
      untilLook = PERIOD;
      ended |= !watch.goesOn(soFar());
    }
  }

  /** Notes how good what is not looked at could be. */
  private void leave(int from) {
    double bound = walk.bound(from);
    if (bound >= best.least() - ROUNDING) {
      unseen = Math.max(unseen, bound);
    }
  }
}
