package io.arduinotrader.planning.domain.search;

/** How many sets of at most so many of so many things there are, the empty one included. */
public final class SetCounts {

  /** Where counting ends. */
  public static final long MANY = 1L << 61;

  private final long[][] counts;

  /**
   * Counts once for all.
   *
   * @param things most things there are
   * @param members most members of a set
   */
  public SetCounts(int things, int members) {
    counts = new long[things + 1][members + 1];
    for (int all = 0; all <= things; all++) {
      counts[all][0] = 1;
      for (int most = 1; most <= members; most++) {
        counts[all][most] =
            all == 0 ? 1 : Math.min(MANY, counts[all - 1][most] + counts[all - 1][most - 1]);
      }
    }
  }

  /** Sets of at most so many members. */
  public long of(int things, int members) {
    return counts[things][members];
  }
}
