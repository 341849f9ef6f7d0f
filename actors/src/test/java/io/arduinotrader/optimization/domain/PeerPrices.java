package io.arduinotrader.optimization.domain;

import io.arduinotrader.optimization.domain.returns.CommonWindow;
import io.arduinotrader.optimization.domain.returns.Covariance;
import io.arduinotrader.optimization.domain.returns.CovarianceEstimates;
import io.arduinotrader.optimization.domain.returns.PriceHistory;
import io.arduinotrader.optimization.domain.returns.ReturnsMatrix;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The prices of twenty shares over 28 years, in which a share may begin late. */
final class PeerPrices {

  /** Long enough for every price, and no history is too short. */
  private static final CommonWindow.Rule EVERYTHING = new CommonWindow.Rule(20_000, 2);

  private final List<String> symbols;
  private final int[] days;

  /** NaN before a share begins. */
  private final double[][] prices;

  private PeerPrices(List<String> symbols, int[] days, double[][] prices) {
    this.symbols = symbols;
    this.days = days;
    this.prices = prices;
  }

  static PeerPrices read(Path file) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(reader, format)) {
      List<String> symbols = parser.getHeaderNames().subList(1, parser.getHeaderNames().size());
      List<CSVRecord> rows = parser.getRecords();
      int[] days = new int[rows.size()];
      double[][] prices = new double[symbols.size()][rows.size()];
      for (int row = 0; row < days.length; row++) {
        days[row] = (int) LocalDate.parse(rows.get(row).get(0)).toEpochDay();
        for (int asset = 0; asset < prices.length; asset++) {
          String text = rows.get(row).get(asset + 1);
          prices[asset][row] = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        }
      }
      return new PeerPrices(symbols, days, prices);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  List<String> symbols() {
    return symbols;
  }

  double lastPrice(int asset) {
    return prices[asset][days.length - 1];
  }

  /** Returns on the days all the given shares have a price. */
  ReturnsMatrix common(int... assets) {
    List<PriceHistory> histories = new ArrayList<>();
    for (int asset : assets) {
      histories.add(history(asset));
    }
    return returnsOf(histories);
  }

  private static ReturnsMatrix returnsOf(List<PriceHistory> histories) {
    return switch (CommonWindow.of(histories, EVERYTHING)) {
      case CommonWindow.Found found -> found.returns();
      case CommonWindow.NoneLongEnough none -> throw new IllegalStateException(none.toString());
    };
  }

  /** Returns of all shares on all days, zero where a share has not begun. */
  ReturnsMatrix zeroFilled() {
    return filled(0);
  }

  /** Returns of all shares on all days, with a value where a share has not begun. */
  ReturnsMatrix filled(double value) {
    double[][] returns = new double[prices.length][days.length - 1];
    for (int asset = 0; asset < prices.length; asset++) {
      for (int day = 1; day < days.length; day++) {
        double change = prices[asset][day] / prices[asset][day - 1] - 1;
        returns[asset][day - 1] = Double.isNaN(change) ? value : change;
      }
    }
    return ReturnsMatrix.of(returns);
  }

  /** The mean return of the shares that have one, day after day. */
  double[] equalMarket() {
    double[] means = new double[days.length - 1];
    for (int day = 1; day < days.length; day++) {
      double sum = 0;
      int count = 0;
      for (double[] own : prices) {
        double change = own[day] / own[day - 1] - 1;
        if (!Double.isNaN(change)) {
          sum += change;
          count++;
        }
      }
      means[day - 1] = sum / count;
    }
    return means;
  }

  /** Returns between the first prices of each period, on the periods all shares have. */
  ReturnsMatrix resampled(IntUnaryOperator period, int... assets) {
    List<PriceHistory> histories = new ArrayList<>();
    for (int asset : assets) {
      double[] own = prices[asset];
      Map<Integer, Double> firsts = new TreeMap<>();
      for (int day = 0; day < days.length; day++) {
        if (!Double.isNaN(own[day])) {
          firsts.putIfAbsent(period.applyAsInt(days[day]), own[day]);
        }
      }
      histories.add(
          PriceHistory.of(
              firsts.keySet().stream().mapToInt(Integer::intValue).toArray(),
              firsts.values().stream().mapToDouble(Double::doubleValue).toArray()));
    }
    return returnsOf(histories);
  }

  /** The month a day lies in, counted from the year zero. */
  static int month(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return 12 * date.getYear() + date.getMonthValue();
  }

  LocalDate lastDay() {
    return LocalDate.ofEpochDay(days[days.length - 1]);
  }

  /** The sample covariance per year, each entry on the days its two shares have in common. */
  Covariance pairwise() {
    int size = prices.length;
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        matrix[i][j] = CovarianceEstimates.sample(common(i, j)).get(0, i == j ? 0 : 1);
      }
    }
    return Covariance.of(matrix).times(ReturnsMatrix.DAYS_PER_YEAR);
  }

  /** The correlations, each on the days its two shares have in common. */
  double[][] pairwiseCorrelations() {
    int size = prices.length;
    double[][] correlations = new double[size][size];
    for (int i = 0; i < size; i++) {
      correlations[i][i] = 1;
      for (int j = i + 1; j < size; j++) {
        correlations[i][j] = CovarianceEstimates.sample(common(i, j)).correlations()[0][1];
        correlations[j][i] = correlations[i][j];
      }
    }
    return correlations;
  }

  private PriceHistory history(int asset) {
    int first = 0;
    while (Double.isNaN(prices[asset][first])) {
      first++;
    }
    int[] ownDays = new int[days.length - first];
    double[] ownPrices = new double[days.length - first];
    System.arraycopy(days, first, ownDays, 0, ownDays.length);
    System.arraycopy(prices[asset], first, ownPrices, 0, ownPrices.length);
    return PriceHistory.of(ownDays, ownPrices);
  }
}
