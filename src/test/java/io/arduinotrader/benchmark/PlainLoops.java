package io.arduinotrader.benchmark;

import java.time.LocalDate;

/**
 * The figures of a score by loops over arrays and nothing else: no types, no missing values, no
 * scores. What scoring costs above this is the price of its form.
 */
final class PlainLoops {

  private static final int WINDOW = 600;

  private PlainLoops() {}

  /** The sum of all figures, so that none is optimised away. */
  static double figures(int[] days, double[] closes, double[] adjusted, double[] highs) {
    int size = closes.length;
    int from = Math.max(0, size - WINDOW);
    return checks(days, closes, adjusted)
        + risk(adjusted, from, size)
        + risk(adjusted, size - 60, size)
        + drawdown(adjusted, from, size)
        + drawdown(adjusted, size - 126, size)
        + strength(adjusted, from, size)
        + average(adjusted, from, size)
        + bands(adjusted, size)
        + high(closes, adjusted, highs, size)
        + adjusted[size - 1] / adjusted[size - 31]
        + adjusted[size - 1] / adjusted[size - 91]
        + months(days, adjusted)
        + dividends(closes, adjusted);
  }

  private static double checks(int[] days, double[] closes, double[] adjusted) {
    int bad = 0;
    for (int i = 1; i < days.length; i++) {
      bad += days[i] > days[i - 1] ? 0 : 1;
    }
    for (double close : closes) {
      bad += close > 0 && close < Double.POSITIVE_INFINITY ? 0 : 1;
    }
    for (double close : adjusted) {
      bad += close > 0 && close < Double.POSITIVE_INFINITY ? 0 : 1;
    }
    return bad;
  }

  private static double risk(double[] closes, int from, int to) {
    double sum = 0;
    double losses = 0;
    for (int i = from + 1; i < to; i++) {
      double change = closes[i] / closes[i - 1] - 1;
      sum += change;
      double loss = Math.min(change, 0);
      losses += loss * loss;
    }
    int count = to - from - 1;
    double mean = sum / count;
    double squares = 0;
    for (int i = from + 1; i < to; i++) {
      double distance = closes[i] / closes[i - 1] - 1 - mean;
      squares += distance * distance;
    }
    double deviation = Math.sqrt(squares / (count - 1));
    return mean / deviation + mean / Math.sqrt(losses / count) + deviation * Math.sqrt(252);
  }

  private static double drawdown(double[] closes, int from, int to) {
    double peak = 0;
    double deepest = 0;
    for (int i = from; i < to; i++) {
      peak = Math.max(peak, closes[i]);
      deepest = Math.min(deepest, closes[i] / peak - 1);
    }
    return deepest;
  }

  private static double strength(double[] closes, int from, int to) {
    double rises = 0;
    double falls = 0;
    for (int i = from + 1; i < to; i++) {
      double change = closes[i] - closes[i - 1];
      rises = 13.0 / 14 * rises + Math.max(change, 0);
      falls = 13.0 / 14 * falls + Math.max(-change, 0);
    }
    return 100 * rises / (rises + falls);
  }

  private static double average(double[] closes, int from, int to) {
    double average = 0;
    for (int i = from; i < from + 200; i++) {
      average += closes[i] / 200;
    }
    for (int i = from + 200; i < to; i++) {
      average += 2.0 / 201 * (closes[i] - average);
    }
    return average;
  }

  private static double bands(double[] closes, int to) {
    double sum = 0;
    for (int i = to - 20; i < to; i++) {
      sum += closes[i];
    }
    double squares = 0;
    for (int i = to - 20; i < to; i++) {
      squares += (closes[i] - sum / 20) * (closes[i] - sum / 20);
    }
    return sum / 20 + 2 * Math.sqrt(squares / 20);
  }

  private static double high(double[] closes, double[] adjusted, double[] highs, int to) {
    double highest = 0;
    for (int i = to - 252; i < to; i++) {
      highest = Math.max(highest, highs[i] * (adjusted[i] / closes[i]));
    }
    return highest;
  }

  private static double months(int[] days, double[] closes) {
    double[] means = new double[121];
    int next = means.length;
    int end = days.length;
    while (end > 0 && next > 0) {
      int first = days[end - 1] - LocalDate.ofEpochDay(days[end - 1]).getDayOfMonth() + 1;
      double sum = 0;
      int start = end;
      while (start > 0 && days[start - 1] >= first) {
        start--;
        sum += closes[start];
      }
      means[--next] = sum / (end - start);
      end = start;
    }
    return Math.pow(means[120] / means[60], 0.2) + Math.pow(means[60] / means[next], 0.2);
  }

  private static double dividends(double[] closes, double[] adjusted) {
    double sum = 0;
    double factor = 1;
    for (int i = closes.length - 1; i > 0; i--) {
      double earlier = adjusted[i - 1] / closes[i - 1];
      double step = 1 - earlier / factor;
      sum += step > 0.001 ? step * closes[i - 1] : 0;
      factor = earlier;
    }
    return sum;
  }
}
