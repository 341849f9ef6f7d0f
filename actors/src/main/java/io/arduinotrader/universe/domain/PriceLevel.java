package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.universe.BarColumns;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How a price or an index of prices stood on each of some days.
 *
 * @param days days since 1970-01-01, strictly ascending
 * @param level above zero, one for each day
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
record PriceLevel(int[] days, double[] level) {

  /** The adjusted closes of a security. */
  static PriceLevel of(BarColumns bars) {
    return new PriceLevel(bars.days(), bars.adjustedClose());
  }

  /**
   * The index that moves each day by the mean of the moves of all securities that have a bar on
   * that day, each in its own currency since its own bar before.
   */
  static PriceLevel equalWeighted(Collection<BarColumns> market) {
    Map<Integer, double[]> sumAndCount = new TreeMap<>();
    for (BarColumns bars : market) {
      Arrays.stream(bars.days())
          .limit(1)
          .forEach(first -> sumAndCount.computeIfAbsent(first, day -> new double[2]));
      double[] moves = MarketFormulas.returns(bars.adjustedClose());
      for (int i = 0; i < moves.length; i++) {
        double[] entry = sumAndCount.computeIfAbsent(bars.days()[i + 1], day -> new double[2]);
        entry[0] += moves[i];
        entry[1]++;
      }
    }
    int[] days = sumAndCount.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] level =
        sumAndCount.values().stream()
            .mapToDouble(entry -> 1 + entry[0] / Math.max(1, entry[1]))
            .toArray();
    Arrays.parallelPrefix(level, (before, move) -> before * move);
    return new PriceLevel(days, level);
  }

  /** The part from the first of the days on that is not before the given one. */
  PriceLevel since(long day) {
    int first = (int) Arrays.stream(days).filter(candidate -> candidate < day).count();
    return new PriceLevel(
        Arrays.copyOfRange(days, first, days.length),
        Arrays.copyOfRange(level, first, level.length));
  }

  /** The part on the days that another level has too. */
  PriceLevel on(PriceLevel other) {
    int[] common =
        IntStream.range(0, days.length)
            .filter(i -> Arrays.binarySearch(other.days, days[i]) >= 0)
            .toArray();
    return new PriceLevel(
        Arrays.stream(common).map(i -> days[i]).toArray(),
        Arrays.stream(common).mapToDouble(i -> level[i]).toArray());
  }

  /** The moves from each day to the next. */
  double[] returns() {
    return MarketFormulas.returns(level);
  }
}
